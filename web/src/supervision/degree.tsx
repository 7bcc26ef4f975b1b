/** How grave an order is: the colour with its word, so that it reads in black and white. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';

export function Degree({ degree }: { readonly degree: Schemas['OrderView']['degree'] }) {
  const { t } = useTranslation();
  return <span className={`degree degree-${degree}`}>{t(`supervision.degree.${degree}`)}</span>;
}
