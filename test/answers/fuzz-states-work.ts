/** Tasks, shares, reports and extensions in the state that each deed asks for. */
import { type Made, parts, lower } from './fuzz-made';
import { below, doorOf, type Place, type Things } from './fuzz-things';

const shareBelow = (t: Things, code: Place): Promise<string[]> => t.share(lower(code));
const draft = parts((t, code) => t.draft(code));
const handedIn = parts((t, code) => t.handedIn(lower(code)));
const report = { done: '1', asOf: '2026-06-30' };

export const work: Record<string, Made> = {
  'post tasks/{id}/signature': parts(async (t, code) => (await t.share(code))[1]),
  'post tasks/{id}/shares': async (t, code) => ({
    parts: [code === 'D' ? await t.task() : await t.signed(code)],
    body: { shares: [{ unionId: t.union(below[code]), target: '20' }] },
  }),
  'patch tasks/{id}/shares/{shareId}': parts(shareBelow, {
    body: { target: '10', milestones: undefined, dueOn: undefined },
  }),
  'post tasks/{id}/shares/{shareId}/withdrawal': parts(shareBelow),
  'post tasks/{id}/shares/{shareId}/parking': parts(shareBelow),
  'delete tasks/{id}/shares/{shareId}/parking': parts(async (t, code) => {
    const [parent, share] = await t.share(lower(code));
    await t.made(code, `/${doorOf[code]}/tasks/${parent}/shares/${share}/parking`, PARKED);
    return [parent, share];
  }),
  'post tasks/{id}/shares/{shareId}/send-back/decision': parts(async (t, code) => {
    const [parent, share] = await t.share(lower(code));
    await t.made(lower(code), `/${doorOf[lower(code)]}/tasks/${share}/send-backs`, { reason: '不属本社区' });
    return [parent, share];
  }),
  'post tasks/{id}/send-backs': parts(async (t, code) => (await t.share(code))[1]),
  'post tasks/{id}/withdrawal': parts((t) => t.task()),
  'patch tasks/{id}': parts((t) => t.task()),
  'post tasks/{id}/parking': parts((t) => t.task()),
  'delete tasks/{id}/parking': parts(async (t) => {
    const id = await t.task();
    await t.made('D', `/district/tasks/${id}/parking`, PARKED);
    return id;
  }),
  'post tasks/{id}/urges': parts(async (t, code) => (await t.share(lower(code)))[1]),
  'post tasks/cost': async (t, code) => ({ body: { unionIds: [t.union(below[code])] } }),
  'post tasks/{id}/reports': parts((t, code) => t.signed(code), { body: report }),
  'post tasks/{id}/submissions': parts((t, code) => t.signed(code), { body: { ...report, evidence: [] } }),
  'put reports/{id}': parts((t, code) => t.draft(code), { body: report }),
  'post reports/{id}/submission': draft,
  'post reports/{id}/evidence': draft,
  'delete reports/{id}': draft,
  'delete reports/{id}/evidence/{evidenceId}': parts(async (t, code) => {
    const id = await t.draft(code);
    return [id, await t.file(code, `/${doorOf[code]}/reports/${id}`)];
  }),
  'put reports/{id}/source': async (t, code) => ({
    parts: [await t.draft(code)],
    body: { reportId: await t.handedIn(code) },
  }),
  'put reports/{id}/minutes': parts((t, code) => t.handedIn(code)),
  'delete reports/{id}/minutes': parts((t, code) => t.handedIn(code)),
  'delete reports/{id}/source': draft,
  'post reports/{id}/acceptance': handedIn,
  'post reports/{id}/return': handedIn,
  'post extensions': async (t, code) => ({
    body: { tasks: [{ taskId: await t.signed(code), proposedOn: '2027-01-15' }] },
  }),
  'delete extensions/{id}': parts((t, code) => t.extension(code)),
  'post extensions/decisions': async (t, code) => {
    const decision = { extensionId: await t.extension(lower(code)), outcome: 'refused', reason: '按期完成' };
    return { body: { decisions: [decision] } };
  },
};
const PARKED = { until: '2026-12-15', reason: '停工' };
