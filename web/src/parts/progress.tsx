/** A bar of what is done, with a mark where time stands (序时进度). */
import { useTranslation } from 'react-i18next';
import { percent } from './amount';

export function Progress({ rate, elapsed }: { rate: string | null; elapsed: string }) {
  const { t } = useTranslation();
  const width = Math.max(0, Math.min(100, Number(rate ?? 0)));
  const words = `${t('board.rate')} ${percent(rate)} · ${t('board.elapsed')} ${percent(elapsed)}`;
  return (
    <span className="bar" role="img" aria-label={words} title={words}>
      <span className="bar-done" style={{ width: `${width}%` }} />
      <span className="bar-time" style={{ left: `${Math.min(100, Number(elapsed))}%` }} />
    </span>
  );
}
