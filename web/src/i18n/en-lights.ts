/** Lights and their rule, in English. */
import type { lights as zh } from './zh-lights';

export const lights: typeof zh = {
  title: 'Light',
  list: 'Red and yellow',
  listHint:
    'Tasks of your union and below that lie behind their plan: red first, then those that have done so the longest.',
  none: 'Nothing is red or yellow.',
  total: '{{count}} in all',
  only: { all: 'All', red: 'Red', yellow: 'Yellow' },
  column: { union: 'Union', task: 'Task', light: 'Light', days: 'Days', why: 'Why', done: 'Done / target', due: 'Due' },
  short: '{{short}} {{unit}} missing to the plan.',
  withPending: '{{pending}} {{unit}} wait for review; accepted, the light would be',
  turnsOn: 'Without progress it turns on {{day}}.',
  children: 'Who lies behind',
  history: 'Changes of colour ({{count}})',
  days: 'for {{count}} days',
  rule: 'Rule for lights',
  ruleHint:
    'Lights are computed; nobody can set one by hand. A change holds for all tasks of the district at once; every version and its reason is kept.',
  versions: 'Earlier versions',
  period: { month: 'months', quarter: 'quarters' },
  by: { month: 'By month', quarter: 'By quarter' },
  said: {
    points: 'Yellow from {{yellow}} points behind the plan; red beyond {{red}} points, or overdue',
    idleYellow: 'Yellow after {{count}} {{unit}} without anything done',
    idleRed: 'Red after {{count}} {{unit}} without anything done',
    repaired: 'A red light that caught up stays yellow until its period ends',
  },
  field: {
    yellow: 'Yellow: points behind the plan',
    red: 'Red: more points behind the plan than',
    period: 'Period',
    notStartedYellow: 'Periods without anything done until yellow (empty: never for that alone)',
    notStartedRed: 'Periods without anything done until red (empty: never for that alone)',
    repaired: 'A red light that caught up stays yellow until its period ends',
    reason: 'Reason for the change',
  },
  reasonNeeded: 'Say why it is changed.',
  save: 'Save the rule',
  saved: 'Saved: lights are being judged anew',
};
