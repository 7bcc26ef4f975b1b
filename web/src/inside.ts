/** The two roots of the console's addresses: outside, for signing in, and inside, for who is signed in. */
import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from './api/me';
import { Missing } from './parts/states';
import { queryClient } from './query-client';
import { Shell } from './shell/shell';

export const root = createRootRoute({ notFoundComponent: Missing });

export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  async beforeLoad({ location }) {
    const me = await queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: { from: location.href } });
    if (me.officer.mustChangePassword && location.pathname !== '/account') throw redirect({ to: '/account' });
  },
});

/** What an address may say: a word, or nothing. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
/** A whole number above nothing, or nothing. */
export const number = (value: unknown): number | undefined =>
  Number.isInteger(Number(value)) && value ? Number(value) : undefined;
