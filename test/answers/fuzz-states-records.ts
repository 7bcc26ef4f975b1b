/** Ledgers, forms, indicators, targets and annual reports in the state that each deed asks for. */
import { definitionOf } from '../support/indicator';
import { members } from '../support/form';
import { visit } from '../support/ledger';
import { AIM } from './fuzz-things';
import { type Made, type Ready, parts, only, byA, byD } from './fuzz-made';

export const records: Record<string, Made> = {
  'post ledgers/{id}/entries': only({ day: undefined, values: { ...visit, heldOn: '2026-06-25' } }),
  'put ledger-entries/{id}': async (t, _, mine) => ({
    ...{ by: 'A.reporter', parts: [await t.ledgerEntry(mine['ledgers'] ?? '')] },
    body: { day: undefined, values: { ...visit, heldOn: '2026-06-24' } },
  }),
  'delete ledger-entries/{id}': entry('draft'),
  'post ledger-entries/{id}/submission': entry('draft'),
  'delete ledger-entries/{id}/submission': entry('submitted'),
  'post ledger-entries/{id}/acceptance': entry('submitted', 'D.reviewer'),
  'post ledger-entries/{id}/return': entry('submitted', 'D.reviewer'),
  'post ledger-entries/{id}/corrections': entry('accepted'),
  'post ledger-entries/{id}/evidence': entry('draft'),
  'delete ledger-entries/{id}/evidence/{evidenceId}': async (t, _, mine) => {
    const id = await t.ledgerEntry(mine['ledgers'] ?? '');
    return { by: 'A.reporter', parts: [id, await t.file('A', `/ledger-entries/${id}`, 'reporter')] };
  },
  'post ledger-entries/decisions': async (t, _, mine) => ({
    ...{ by: 'D.reviewer', body: { entryIds: [await t.ledgerEntry(mine['ledgers'] ?? '', 'submitted')] } },
  }),
  'post forms/{id}/periods/{period}/returns': async (t) => ({
    ...{ by: 'A.reporter', parts: [await t.form(), '2026-06'] },
    body: { values: members, missing: undefined, words: undefined },
  }),
  'post forms/{id}/periods/{period}/exceptions': async (t) => ({
    ...{ by: 'A.reporter', parts: [await t.form(), '2026-06'] },
    body: { unionId: undefined, kind: 'exempt', until: undefined },
  }),
  'delete form-exceptions/{id}': async (t) => {
    const at = `/forms/${await t.form()}/periods/2026-06/exceptions`;
    return { by: 'A.reporter', parts: [await t.made('A', at, { kind: 'exempt', reason: '并入年报' }, 'reporter')] };
  },
  'post form-exceptions/{id}/decision': async (t) => {
    const at = `/forms/${await t.form()}/periods/2026-06/exceptions`;
    return { parts: [await t.made('A', at, { kind: 'exempt', reason: '并入年报' }, 'reporter')] };
  },
  'put form-returns/{id}': byA((t) => t.formReturn(), 'reporter', {
    body: { values: members, missing: undefined, words: undefined },
  }),
  'delete form-returns/{id}': byA((t) => t.formReturn()),
  'post form-returns/{id}/submission': byA((t) => t.formReturn()),
  'delete form-returns/{id}/submission': byA((t) => t.formReturn('submitted')),
  'post form-returns/{id}/acceptance': byD((t) => t.formReturn('submitted'), 'reviewer'),
  'post form-returns/{id}/return': byD((t) => t.formReturn('submitted'), 'reviewer'),
  'post form-returns/{id}/corrections': byA((t) => t.formReturn('accepted')),
  'post forms': async (t) => ({ body: { code: `new-form-${t.next()}`, firstPeriod: '2026-06' } }),
  'put forms/{id}': parts((t) => t.form(), { body: { fromPeriod: '2026-07' } }),
  'post forms/{id}/retirement': parts((t) => t.form(), { body: { lastPeriod: '2026-06' } }),
  'delete forms/{id}/retirement': parts(async (t) => {
    const id = await t.form();
    await t.made('D', `/district/forms/${id}/retirement`, { lastPeriod: '2026-06', reason: '并入年报' });
    return id;
  }),
  'post ledger-types': async (t) => ({ body: { code: `new-ledger-${t.next()}` } }),
  'post targets': async (t) => ({ body: await t.aim() }),
  'post targets/{id}/changes': parts((t) => t.target(), { body: { definition: { ...AIM, value: '12' } } }),
  'post target-changes/{id}/approval': parts((t) => t.targetChange(), { by: 'D.reviewer' }),
  'post target-changes/{id}/refusal': parts((t) => t.targetChange(), { by: 'D.reviewer' }),
  'delete target-changes/{id}': parts((t) => t.targetChange()),
  'post target-trials': async (t) => ({ by: 'D.administrator', body: { indicatorId: await t.indicator() } }),
  'put indicators/{id}': parts((t) => t.indicator(), { body: { definition: definitionOf('1 + 2') } }),
  'post indicators': async (t) => ({ body: { code: `new.indicator${t.next()}` } }),
  'post indicator-closures': only({ period: '2021' }),
  'post indicator-trials': only({ period: '2026-05' }),
  'post indicator-trials/items': only({ period: '2026-05' }),
  'put indicators/{code}/values/{union}/{period}': only({}, { by: 'D.administrator' }),
  'post annual-report-submissions': async (t) => ({ body: { year: t.nextYear() } }),
  'post annual-report-submissions/{id}/approval': async (t) => {
    const [id, digest] = await t.report();
    return { parts: [id], body: { digest }, by: 'D.reviewer' };
  },
  'post annual-report-submissions/{id}/return': async (t) => ({ parts: [(await t.report())[0]], by: 'D.reviewer' }),
  'post annual-report-submissions/{id}/reopening': async (t) => ({
    parts: [(await t.report('approved'))[0]],
    by: 'D.reviewer',
  }),
};

function entry(upTo: 'draft' | 'submitted' | 'accepted', by: Ready['by'] = 'A.reporter'): Made {
  return async (t, _, mine) => ({ by, parts: [await t.ledgerEntry(mine['ledgers'] ?? '', upTo)] });
}
