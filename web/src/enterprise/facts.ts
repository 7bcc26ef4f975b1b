/** The fields of an enterprise as lines of a form, and what was typed as the API takes it. */
import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import type { Line } from '../supervision/deed-line';

type Enterprise = Schemas['EnterpriseView'];
const flags: Readonly<Record<string, boolean>> = { yes: true, no: false };
const flagOf = (value: boolean | null | undefined): string =>
  value === null || value === undefined ? '' : value ? 'yes' : 'no';

/** `known` left out: a new one. */
export function factLines(t: TFunction, known?: Enterprise): Line[] {
  const maybe = [
    { value: '', label: t('register.unknown') },
    { value: 'yes', label: t('register.yes') },
    { value: 'no', label: t('register.no') },
  ];
  const kinds = (['non_public', 'public'] as const).map((value) => ({ value, label: t(`register.kinds.${value}`) }));
  const text = (name: 'creditCode' | 'name' | 'industry', label: string): Line => ({
    ...{ name, label, kind: 'line', start: known?.[name] ?? '' },
  });
  const day = (name: 'unionEstablishedOn' | 'termEndsOn' | 'openedOn', label: string): Line => ({
    ...{ name, label, kind: 'day', start: known?.[name] ?? '' },
  });
  const flag = (name: 'mediation' | 'legalSupervision', label: string): Line => ({
    ...{ name, label, kind: 'choice', options: maybe, start: flagOf(known?.[name]) },
  });
  return [
    text('creditCode', t('register.code')),
    text('name', t('register.name')),
    { name: 'kind', label: t('register.kind'), kind: 'choice', options: kinds, start: known?.kind ?? 'non_public' },
    text('industry', t('register.industry')),
    day('unionEstablishedOn', t('register.establishedOn')),
    day('termEndsOn', t('register.termEndsOn')),
    flag('mediation', t('register.mediation')),
    flag('legalSupervision', t('register.legalSupervision')),
    day('openedOn', t('register.openedOn')),
  ];
}

/** An empty field says: none. */
export function factsOf(values: Readonly<Record<string, string>>) {
  const orNone = (name: string): string | null => values[name]?.trim() || null;
  return {
    creditCode: values.creditCode?.trim().toUpperCase() ?? '',
    name: values.name?.trim() ?? '',
    kind: values.kind === 'public' ? ('public' as const) : ('non_public' as const),
    industry: orNone('industry'),
    unionEstablishedOn: orNone('unionEstablishedOn'),
    termEndsOn: orNone('termEndsOn'),
    mediation: flags[values.mediation ?? ''] ?? null,
    legalSupervision: flags[values.legalSupervision ?? ''] ?? null,
    openedOn: orNone('openedOn') ?? undefined,
  };
}
