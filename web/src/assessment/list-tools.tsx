/** Moves a part or a criterion, or takes it out. */
import { useTranslation } from 'react-i18next';

interface Props {
  name: string;
  first: boolean;
  last: boolean;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

export function ListTools({ name, first, last, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <span className="tools">
      <button type="button" className="plain" disabled={first} onClick={() => onMove(-1)}>
        {t('assessment.up')} <span className="sr">{name}</span>
      </button>
      <button type="button" className="plain" disabled={last} onClick={() => onMove(1)}>
        {t('assessment.down')} <span className="sr">{name}</span>
      </button>
      <button type="button" className="plain" onClick={onRemove}>
        {t('assessment.remove')} <span className="sr">{name}</span>
      </button>
    </span>
  );
}
