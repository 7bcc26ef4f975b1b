/** What the pages of publications and appeals read. */
import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api/client';
import type { LowerTier, UpperTier } from '../api/doors';
import { RESULTS_AT_ONCE } from './assessment-data';
import { ownDoors, publishedDoors } from './publication-doors';

/** More than one assessment is ever published or appealed. */
const MANY = 200;
const whole = { page: 1, pageSize: MANY };

export const publicationsQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'publications'],
    queryFn: () => got(api.GET(publishedDoors[tier].publications, { params: { path: { id }, query: whole } })),
  });

export const publicationQuery = (tier: UpperTier, id: string, no: number) =>
  queryOptions({
    queryKey: ['assessment', id, 'publications', no],
    queryFn: () => got(api.GET(publishedDoors[tier].publication, { params: { path: { id, no: String(no) } } })),
  });

export const verificationQuery = (tier: UpperTier, id: string, no: number) =>
  queryOptions({
    queryKey: ['assessment', id, 'publications', no, 'verification'],
    queryFn: () => got(api.GET(publishedDoors[tier].verification, { params: { path: { id, no: String(no) } } })),
    gcTime: 0,
  });

export const appealsQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'appeals'],
    queryFn: () => got(api.GET(publishedDoors[tier].appeals, { params: { path: { id }, query: whole } })),
  });

export const appealQuery = (tier: UpperTier, id: string, appealId: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'appeals', appealId],
    queryFn: () => got(api.GET(publishedDoors[tier].appeal, { params: { path: { id, appealId } } })),
  });

/** A page of them, beside the own sheets of the same page. */
export const ownPublicationsQuery = (tier: LowerTier, page: number, year?: number) =>
  queryOptions({
    queryKey: ['results', 'publications', page, year],
    queryFn: () =>
      got(api.GET(ownDoors[tier].results, { params: { query: { year, page, pageSize: RESULTS_AT_ONCE } } })),
  });

export const ownPublicationQuery = (tier: LowerTier, id: string) =>
  queryOptions({
    queryKey: ['results', 'publication', id],
    queryFn: () => got(api.GET(ownDoors[tier].result, { params: { path: { id } } })),
  });

export const ownAppealsQuery = (tier: LowerTier) =>
  queryOptions({
    queryKey: ['results', 'appeals'],
    queryFn: () => got(api.GET(ownDoors[tier].appeals, { params: { query: whole } })),
  });

export const ownAppealQuery = (tier: LowerTier, id: string) =>
  queryOptions({
    queryKey: ['results', 'appeals', id],
    queryFn: () => got(api.GET(ownDoors[tier].appeal, { params: { path: { id } } })),
  });
