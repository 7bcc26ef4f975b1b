/** What these pages read; a simulation and a trial only ask, they write nothing. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../../api/client';
import { type LowerTier, type UpperTier, isLower, isUpper } from '../../api/doors';
import type { Tier } from '../../api/me';
import { insightDoors, ownInsightDoors } from './insight-doors';

/** A sheet as the office reads it, or one's own. */
export type SheetOf =
  | { readonly tier: UpperTier; readonly assessmentId: string; readonly unionId: string }
  | { readonly tier: LowerTier; readonly assessmentId: string; readonly unionId: null };

/** From which side an officer of a union looks at a sheet; undefined: from none. */
export function sheetOf(tier: Tier, own: string, assessmentId: string, unionId: string): SheetOf | undefined {
  if (unionId === own) return isLower(tier) ? { tier, assessmentId, unionId: null } : undefined;
  return isUpper(tier) ? { tier, assessmentId, unionId } : undefined;
}

const keyOf = ({ assessmentId, unionId }: SheetOf, what: string) =>
  ['assessment', assessmentId, what, unionId] as const;

export const explanationQuery = (sheet: SheetOf) =>
  queryOptions({
    queryKey: keyOf(sheet, 'explanation'),
    queryFn: () => {
      const { assessmentId } = sheet;
      return sheet.unionId === null
        ? got(api.GET(ownInsightDoors[sheet.tier].explanation, { params: { path: { assessmentId } } }))
        : got(
            api.GET(insightDoors[sheet.tier].explanation, {
              params: { path: { id: assessmentId, unionId: sheet.unionId } },
            }),
          );
    },
  });

export const simulationQuery = (sheet: SheetOf, body: Schemas['SimulationDto']) =>
  queryOptions({
    queryKey: [...keyOf(sheet, 'simulation'), body],
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: () => {
      const { assessmentId } = sheet;
      return sheet.unionId === null
        ? got(api.POST(ownInsightDoors[sheet.tier].simulation, { params: { path: { assessmentId } }, body }))
        : got(
            api.POST(insightDoors[sheet.tier].simulation, {
              params: { path: { id: assessmentId, unionId: sheet.unionId } },
              body,
            }),
          );
    },
  });

export const fairnessQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'fairness'],
    queryFn: () => got(api.GET(insightDoors[tier].fairness, { params: { path: { id } } })),
  });

export const trialQuery = (tier: UpperTier, id: string, year: number) =>
  queryOptions({
    queryKey: ['schemes', tier, id, 'trial', year],
    queryFn: () => got(api.POST(insightDoors[tier].trial, { params: { path: { id } }, body: { year } })),
  });
