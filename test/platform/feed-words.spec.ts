/** The feed says every event in words, in both languages, with nothing left open. */
import { eventNames } from '../../src/events/event-names';
import { feedWords } from '../../src/platform/activity-feed/feed-words';

const words = {
  title: '发展工会会员',
  target: '70692',
  unit: '人',
  dueOn: '2026-12-31',
  reason: '工作需要',
  done: '68716',
  field: 'target',
  before: '70000',
  after: '70692',
  year: '2026',
  criterion: 'C1',
  points: '12.50',
  union: '海山街道总工会',
  what: '市级荣誉',
  ground: '获评先进',
  proposed: '2026-12-20',
  until: '2026-12-20',
  number: '督〔2026〕1号',
  degree: 'orange',
  limitOn: '2026-12-10',
  heldOn: '2026-11-20',
  agreed: '限期完成',
  day: '2026-11-20',
  period: '2026年6月',
  kind: 'exempt',
  expected: '22',
  onTime: '17',
  late: '2',
  missing: '2',
  exempted: '1',
  file: '台账.xlsx',
  value: '96',
};

it.each(eventNames.filter((name) => name !== 'system.canary'))('%s', (name) => {
  const { zh, en } = feedWords(name, '海山街道总工会', { words });
  expect(zh).toContain('海山街道总工会');
  expect(en).toContain('海山街道总工会');
  expect(`${zh}${en}`).not.toMatch(/undefined|null/);
});

it('numbers are grouped, days are left alone, zero is said', () => {
  expect(feedWords('progress.accepted', '甲', { words }).zh).toContain('68,716 人');
  expect(
    feedWords('task.changed', '甲', { words: { ...words, field: 'dueOn', before: '2026-11-30', after: '2026-12-15' } })
      .zh,
  ).toContain('由 2026-11-30 调整为 2026-12-15');
  expect(feedWords('progress.submitted', '甲', { words: { ...words, zero: 'true', resubmitted: 'true' } })).toEqual({
    zh: '甲重新提交“发展工会会员”进度：零报告',
    en: '甲 reported again on “发展工会会员”: zero report',
  });
});
