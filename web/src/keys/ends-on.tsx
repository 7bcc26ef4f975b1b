/** The last day of a key; in its last two weeks it says how long it has, in words. */
import { useTranslation } from 'react-i18next';

const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

interface Props {
  readonly day: string | null;
  /** Another key lives beside it already. */
  readonly replaced?: boolean;
}

export function EndsOn({ day, replaced = false }: Props) {
  const { t } = useTranslation();
  if (day === null) return <>—</>;
  // to the end of that Shanghai day
  const left = Math.ceil((Date.parse(`${day}T23:59:59+08:00`) - Date.now()) / DAY_MS);
  return (
    <>
      {day}{' '}
      {left <= SOON_DAYS && (
        <span className={replaced ? 'tag' : 'tag tag-returned'}>
          {t(replaced ? 'keys.soonOver' : 'keys.soon', { count: left })}
        </span>
      )}
    </>
  );
}
