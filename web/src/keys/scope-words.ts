/** A scope in words: its area and its verb. */
import { useTranslation } from 'react-i18next';
import type { zh } from '../i18n/zh';
import type { Scope } from './key-data';

type Area = keyof typeof zh.keys.area;
type Verb = keyof typeof zh.keys.verb;

export function useScopeWords(): (scope: Scope) => { area: string; verb: string } {
  const { t } = useTranslation();
  return (scope) => {
    const [area, verb] = scope.split(':') as [Area, Verb];
    return { area: t(`keys.area.${area}`), verb: t(`keys.verb.${verb}`) };
  };
}
