/** The law of who is above whom (层级): district 区, subdistrict 街道, community 社区. */
import { type Tier, tiers } from '../kernel/actor';

/** The tier directly below, or null at the bottom. */
export function tierBelow(tier: Tier): Tier | null {
  return tiers[tiers.indexOf(tier) + 1] ?? null;
}

/** The tier directly above, or null at the top. */
export function tierAbove(tier: Tier): Tier | null {
  return tiers[tiers.indexOf(tier) - 1] ?? null;
}

export const tierWords: Record<Tier, { zh: string; en: string }> = {
  district: { zh: '区总工会', en: 'district federation' },
  subdistrict: { zh: '街道总工会', en: 'sub-district union' },
  community: { zh: '社区工联会', en: 'community union' },
};
