/** What was found in a return, in the reader's language and at its cell. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Definition } from './form-data';

type Finding = Schemas['FormFindingView'];

export function useFinding(): (finding: Finding) => string {
  const { i18n } = useTranslation();
  return ({ zh, en }) => (i18n.language === 'zh' ? zh : en);
}

/** The cell at which it is mended: as the API places what stands against handing in. */
export function cellOfFinding({ rules }: Definition, { key }: Finding): string {
  const rule = rules.find((each) => each.key === key);
  return rule?.part ?? rule?.whole ?? rule?.cell ?? key;
}
