/** What the scoreboard reads. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type ScoresView = Schemas['ScoresView'];
export type Card = Schemas['ScoreCardView'];
export type Kind = ScoresView['kind'];

export const PAGE = 100;
/** A choice of assessments, not an archive. */
const CARDS = 200;

export interface ScoreboardSearch {
  assessmentId?: string;
  kind?: Kind;
  classCode?: string;
  criterion?: string;
  page?: number;
}

export const cardsQuery = queryOptions({
  queryKey: ['scoreboard', 'cards'],
  queryFn: () =>
    got(api.GET('/api/v1/platform/boards/assessments', { params: { query: { page: 1, pageSize: CARDS } } })),
});

export const scoresQuery = (query: ScoreboardSearch & { kind: Kind }) =>
  queryOptions({
    queryKey: ['scoreboard', query],
    queryFn: () =>
      got(api.GET('/api/v1/platform/boards/scores', { params: { query: { page: 1, pageSize: PAGE, ...query } } })),
    placeholderData: keepPreviousData,
  });
