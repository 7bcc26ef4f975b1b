/** What only those see who stand above somebody. */
import type { ReactNode } from 'react';
import { type UpperTier, isUpper } from '../api/doors';
import { useTier } from '../api/me';
import { Missing } from '../parts/states';

export function Upper({ children }: { children: (tier: UpperTier) => ReactNode }) {
  const tier = useTier();
  return isUpper(tier) ? children(tier) : <Missing />;
}
