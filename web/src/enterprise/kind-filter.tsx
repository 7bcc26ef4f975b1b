/** 企业性质 as a filter: all, non-public, public. */
import { useTranslation } from 'react-i18next';
import { kinds, type RatesSearch } from './data';

interface Props {
  readonly kind: RatesSearch['kind'];
  readonly onChoose: (kind: RatesSearch['kind']) => void;
}

export function KindFilter({ kind, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <label>
      <span>{t('register.kind')}</span>
      <select value={kind ?? ''} onChange={({ target: { value } }) => onChoose(kinds.find((each) => each === value))}>
        <option value="">{t('register.any')}</option>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {t(`register.kinds.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
