/** What the pages read on which the words of the annual report are written (报告模板), and its earlier submissions. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import { annualKey } from './annual-report-data';

export type Template = Schemas['AnnualReportTemplateView'];
export type Trial = Schemas['AnnualReportTrialView'];
export type Fault = Schemas['TemplateFaultView'];

/** A section being written; `id` is the page's own. */
export interface DraftSection {
  readonly id: string;
  readonly level: number;
  readonly heading: string;
  readonly text: string;
}

export interface Draft {
  readonly title: string;
  readonly sections: readonly DraftSection[];
}

export const FIGURES = 20;
export const SUBMISSIONS = 20;
export const MOST_SECTIONS = 60;
export const forms = ['text', 'name', 'number', 'lastYear', 'change', 'outcome', 'target', 'nextTarget'] as const;
export type Form = (typeof forms)[number];
export const surroundings = ['district', 'year', 'lastYear', 'nextYear'] as const;

let made = 0;
export const newSection = (level = 2): DraftSection => ({ id: `section-${++made}`, level, heading: '', text: '' });

export const draftOf = ({ title, sections }: Pick<Template, 'title' | 'sections'>): Draft => ({
  title,
  sections: sections.map(({ level, heading, text }) => ({ ...newSection(level), heading, text })),
});

export const givenOf = ({ title, sections }: Draft) => ({
  title,
  sections: sections.map(({ level, heading, text }) => ({ level, heading, text })),
});

/** What is typed and not yet published, on this computer, with the version it was typed upon. */
export interface KeptWords {
  readonly draft: ReturnType<typeof givenOf>;
  readonly reason: string;
  readonly version: number;
}

export const wordsKey = (officerId: string): string => `sanji.annualWords.${officerId}`;

export const templateQuery = queryOptions({
  queryKey: [...annualKey, 'template'],
  queryFn: () => got(api.GET('/api/v1/district/annual-report-template')),
});

export const standardQuery = queryOptions({
  queryKey: [...annualKey, 'standard'],
  queryFn: () => got(api.GET('/api/v1/district/annual-report-template/standard')),
});

/** How the words read with the figures of a year, and what is wrong in them. */
export const trialQuery = (draft: Draft, year: number | undefined) => {
  const body = { ...givenOf(draft), year };
  return queryOptions({
    queryKey: [...annualKey, 'trial', body],
    queryFn: () => got(api.POST('/api/v1/district/annual-report-template/trials', { body })),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
};

export const figuresQuery = (q: string, year: number | undefined, page: number) => {
  const query = { q: q === '' ? undefined : q, year, page, pageSize: FIGURES };
  return queryOptions({
    queryKey: [...annualKey, 'figures', query],
    queryFn: () => got(api.GET('/api/v1/district/annual-report-template/figures', { params: { query } })),
    placeholderData: keepPreviousData,
  });
};

export const submissionsQuery = (year: number | undefined, page: number) => {
  const query = { year, page, pageSize: SUBMISSIONS };
  return queryOptions({
    queryKey: [...annualKey, 'submissions', query],
    queryFn: () => got(api.GET('/api/v1/district/annual-report-submissions', { params: { query } })),
    placeholderData: keepPreviousData,
  });
};

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: [...annualKey, 'submission', id],
    queryFn: () => got(api.GET('/api/v1/district/annual-report-submissions/{id}', { params: { path: { id } } })),
  });
