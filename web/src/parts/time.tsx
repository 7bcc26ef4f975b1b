/** A moment: short, and exact on hover. */
import { exact, shortTime } from './amount';

export function Time({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {shortTime(at)}
    </time>
  );
}
