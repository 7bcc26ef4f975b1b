/** The library of templates (方案模板库): schemes to begin with, each by its code. */
import type { Words } from '../../kernel/errors';
import type { SchemeDefinition } from '../scheme-types';
import { COMMUNITY_SMALL } from './community-small';
import { DISTRICT_HUNDRED } from './district-hundred';
import { convertTown, type TownFacts } from './town-converter';
import { TOWN_SCHEME } from './town-scheme';

export interface Template {
  readonly code: string;
  readonly title: string;
  /** Where it comes from. */
  readonly source: Words;
  readonly definition: SchemeDefinition;
  readonly warnings: readonly Words[];
  /** Whether its rates may also come from tasks. */
  readonly choosesFacts: boolean;
}

export const TEMPLATE_CODES = ['town-union', 'district-hundred', 'community-small'] as const;

const OUR_OWN: Words = {
  zh: '参照各地公开的考核办法编写，分值和线可按本地情况调整。',
  en: 'Written after published practice; marks and lines are to be adapted.',
};

const fixed = (code: string, title: string, definition: SchemeDefinition): Template => ({
  code,
  title,
  source: OUR_OWN,
  definition,
  warnings: [],
  choosesFacts: false,
});

function town(facts: TownFacts): Template {
  const source = {
    zh: '某镇总工会公开的工会工作考核细则节选（第 1 至 7 项），分值、档次和扣分照公开内容。',
    en: 'An excerpt (items 1 to 7) of a town union’s published scheme; points, bands and deductions as published.',
  };
  return { code: 'town-union', source, choosesFacts: true, ...convertTown(TOWN_SCHEME, facts) };
}

/** All of them. `facts` says where the rates come from in those that leave it open. */
export function templates(facts: TownFacts = 'stated'): readonly Template[] {
  return [
    town(facts),
    fixed('district-hundred', '区对街道工会工作考核（百分制）', DISTRICT_HUNDRED),
    fixed('community-small', '街道对社区工会工作考核（简明）', COMMUNITY_SMALL),
  ];
}

/** The template of this code; undefined when there is none. */
export function templateOf(code: string, facts: TownFacts = 'stated'): Template | undefined {
  return templates(facts).find((template) => template.code === code);
}
