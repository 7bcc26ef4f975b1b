/** What a group reads of events: the kinds it may choose, the feed's words without what people wrote, one message. */
import { textOf } from '../../src/dispatch/robot-news';
import { isRobotEvent, robotEvents } from '../../src/dispatch/robot-events';
import { eventNames } from '../../src/events/event-names';
import { untold } from '../../src/platform/activity-feed/activity-feed.projection';
import { outwardWords } from '../../src/platform/activity-feed/outward-words';
import { toldNames } from '../../src/webhook/event-catalogue';
import type { Envelope } from '../../src/events/envelope';

it('a group may hear of all that the feed tells, and of lights; all have words in the console’s choice', () => {
  expect(eventNames.filter((name) => !isRobotEvent(name)).toSorted()).toEqual(
    [...untold].filter((name) => name !== 'light.changed').toSorted(),
  );
  expect(robotEvents.filter((name) => !(toldNames as readonly string[]).includes(name))).toEqual([]);
});

const SAID = '张三家中困难';
const reason = SAID;
const union = { unionId: 'u', name: '甲街道总工会' };
const task = { title: '发展会员', target: '10', measure: { unit: '人' }, dueOn: '2026-12-31', shortfallReason: SAID };
const extension = { beforeOn: '2026-11-30', proposedOn: '2026-12-20', dueOn: '2026-12-20', reason };
const report = { title: '发展会员', done: '5', unit: '人', zero: false, resubmitted: false, reason };
const order = { number: '督〔2026〕1号', title: '限期整改', degree: 'red', limitOn: '2026-12-10' };
const assessment = { title: '年度考核', year: 2026 };
const ledger = { name: '慰问台账' };
const form = { name: '工会基本情况' };
const bodies: Record<string, object> = {
  'union.closed': { union, reason },
  'union.moved': { union, reason },
  'task.cascaded': { task },
  'task.changed': { task, field: 'target', before: '10', after: '12', reason },
  'task.parked': { task: { ...task, parkedUntil: '2026-12-20' }, reason },
  'task.urged': { urgeId: 'x', taskId: 't', unionId: 'u', title: '发展会员', words: SAID },
  'extension.approved': { task, extension: { ...extension, decisionReason: SAID } },
  'extension.refused': { task, extension: { ...extension, decisionReason: null } },
  'progress.returned': { report, reporting: {} },
  'order.raised': { order, reason },
  'order.returned': { order, reason },
  'interview.recorded': { interview: { heldOn: '2026-11-20', agreed: SAID, orderId: null } },
  'entry.decided': {
    assessment,
    entry: { kind: 'bonus', name: '市级荣誉', count: 1, words: SAID, outcome: 'approved' },
  },
  'appeal.decided': { assessment, outcome: 'upheld', reason },
  'ledgerEntry.returned': { ledger, reason, ledgerEntry: { day: '2026-11-20', correctsId: null } },
  'ledger.takenIn': { ledger, fileName: `${SAID}.xlsx`, created: 1, faulty: 0, unionId: 'u' },
  'enterprise.takenIn': { fileName: `${SAID}.xlsx`, created: 1, changed: 0, faulty: 0, unionId: 'u' },
  'return.submitted': {
    form,
    reason,
    formReturn: { label: '2026年6月', timeliness: 'late', correctsId: null, marks: 3 },
  },
  'formException.refused': { form, reason, formException: { label: '2026年6月', kind: 'exempt', until: null } },
  'indicatorPeriod.closed': { period: { name: '2026年6月' }, reason },
  'lightRule.set': { rule: {}, reason },
};
const said = (name: string): { zh: string; en: string } =>
  outwardWords({ name, body: bodies[name] } as unknown as Envelope, '甲街道总工会');

it.each(Object.keys(bodies))('%s leaves the house without what people wrote, as a whole sentence', (name) => {
  const { zh, en } = said(name);
  expect(`${zh}${en}`).not.toContain(SAID);
  expect(`${zh}${en}`).not.toMatch(/\uE000|undefined|null/);
  expect(zh).toContain('甲街道总工会');
  expect(en).toContain('甲街道总工会');
  expect(zh).not.toMatch(/[：，:]$/);
  expect(en).not.toMatch(/[:;,]\s*$/);
});

it('what stood behind the reason stays', () => {
  expect(said('return.submitted').zh).toBe('甲街道总工会逾期上报“工会基本情况”2026年6月报表，有 3 处提示');
  expect(said('interview.recorded')).toEqual({
    zh: '2026-11-20 约谈甲街道总工会',
    en: '甲街道总工会 was spoken to on 2026-11-20',
  });
});

it('a message has a line for each, and says how many it leaves out', () => {
  const news = Array.from({ length: 15 }, (_, no) => ({ zh: `第 ${no} 条`, en: `no. ${no}` }));
  expect(textOf(news.slice(0, 2))).toEqual({ zh: '第 0 条\n第 1 条', en: 'no. 0\nno. 1' });
  expect(textOf(news).zh.split('\n')).toHaveLength(13);
  expect(textOf(news).zh).toMatch(/另有 3 条，请在平台查看$/);
  expect(textOf(news).en).toMatch(/and 3 more/);
});
