/** What is loaded: the same work asked of the product and of the floor. Each case answers the next call of either. */
import { randomUUID } from 'node:crypto';
import { YEAR } from '../country.mjs';
import { reportsToReview, tasksToAssign, tasksToReport } from './seed.mjs';

const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const daysAgo = (days) => new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);

const bearer = ({ token }) => ({ authorization: `Bearer ${token}` });
const query = (words) => new URLSearchParams(words).toString();
/** One after the other, in a mixed order, round and round. */
function turns(list) {
  let at = 0;
  return () => list[(at += 7919) % list.length];
}
/** Each once for the product and once for the floor; then nothing. */
function each(list, call) {
  let at = 0;
  return () => {
    const one = list[at++];
    return one === undefined ? undefined : call(one);
  };
}
const of = (people, tier) => people.filter((person) => person.tier === tier && !person.reports);

/** A read by officers of one tier. */
const reading = (tier, product, bare) => async (ground) => {
  const [ours, theirs] = [turns(of(ground.people, tier)), turns(of(ground.people, tier))];
  return {
    product: () => {
      const person = ours();
      return { path: product(person), headers: bearer(person) };
    },
    bare: () => ({ path: bare(theirs()) }),
  };
};

const DESK_KINDS =
  'resubmit,report,handIn,sign,cascade,review,score,publish,appeal,approve,selfScore,extension,order,orderReview,sendBack,parked,verification,ledgerReview,ledgerReturned,formOwed,formReturned,formReview,formException,case,caseReview,signaturePending,reviewPending';

export const cases = {
  nothing: reading(
    'community',
    () => '/api/v1/me',
    ({ district, union }) => `/tasks?${query({ district, union })}`,
  ),
  desk: reading(
    'community',
    () => '/api/v1/me/desk',
    ({ district, union, officer }) =>
      `/desk?${query({ district, union, officer, since: daysAgo(90), yearAgo: daysAgo(366), ahead: daysAgo(-7), today: TODAY, kinds: DESK_KINDS })}`,
  ),
  'task list': reading(
    'community',
    () => `/api/v1/community/tasks`,
    ({ district, union }) => `/tasks?${query({ district, union })}`,
  ),
  board: reading(
    'district',
    () => `/api/v1/platform/boards/tasks?year=${YEAR}`,
    ({ district, union }) => `/board?${query({ district, union, year: YEAR })}`,
  ),
  standings: reading(
    'district',
    () => `/api/v1/platform/standings?tier=subdistrict&year=${YEAR}`,
    ({ district }) => `/standings?${query({ district, year: YEAR, today: TODAY })}`,
  ),
  feed: reading(
    'subdistrict',
    () => '/api/v1/platform/feed',
    ({ district, union }) => `/feed?${query({ district, union })}`,
  ),
  submit: async (ground) => {
    const tasks = await tasksToReport(ground.client, ground.people);
    const said = { done: '20', note: '新增会员 20 人' };
    return {
      reset: async () => {
        for (const table of ['progress_report', 'floor.progress_report'])
          await ground.client.query(`update ${table} set status = 'accepted' where status <> 'accepted'`);
      },
      product: each(tasks, ({ id, person }) => ({
        method: 'POST',
        path: `/api/v1/community/tasks/${id}/submissions`,
        headers: { ...bearer(person), 'idempotency-key': randomUUID() },
        body: JSON.stringify({ ...said, ...(person.evidence === null ? {} : { evidence: [person.evidence] }) }),
      })),
      bare: each(tasks, ({ id, person: { district, union, officer } }) => {
        const who = { districtId: district, unionId: union, officerId: officer };
        const body = JSON.stringify({ ...who, ...said, asOf: TODAY, evidence: 'a'.repeat(64) });
        return { method: 'POST', path: `/submit/${id}`, body };
      }),
    };
  },
  accept: async (ground) => {
    const reports = await reportsToReview(ground.client, ground.people, 25_000);
    return {
      product: each(reports, ({ id, person }) => ({
        method: 'POST',
        path: `/api/v1/subdistrict/reports/${id}/acceptance`,
        headers: bearer(person),
      })),
      bare: each(reports, ({ id, person: { district, officer } }) => ({
        method: 'POST',
        path: `/accept/${id}`,
        body: JSON.stringify({ districtId: district, officerId: officer }),
      })),
    };
  },
  'assign to 15': async (ground) => {
    const tasks = await tasksToAssign(ground.client, ground.people, 8_000);
    const sharesOf = (below) => below.map((unionId) => ({ unionId, target: String(Math.floor(2000 / below.length)) }));
    return {
      product: each(tasks, ({ id, below, person }) => ({
        method: 'POST',
        path: `/api/v1/subdistrict/tasks/${id}/shares`,
        headers: bearer(person),
        body: JSON.stringify({ shares: sharesOf(below), shortfallReason: '取整' }),
      })),
      bare: each(tasks, ({ id, below, person: { district, officer } }) => ({
        method: 'POST',
        path: `/assign/${id}`,
        body: JSON.stringify({ districtId: district, officerId: officer, shares: sharesOf(below) }),
      })),
    };
  },
  'sign in': async (ground) => {
    const account = turns(ground.accounts);
    const body = () => JSON.stringify({ account: account(), password: ground.password });
    return {
      product: () => ({ method: 'POST', path: '/api/v1/session', body: body() }),
      bare: () => ({ method: 'POST', path: '/session', body: body() }),
    };
  },
};
