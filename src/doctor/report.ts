/** The doctor's report (体检报告): for people in their language, or as JSON for programs. Pure. */
import type { Language } from '../http/language';
import { type CheckName, exitCode, type Finding, type Level } from './finding';

const names: Record<CheckName, Record<Language, string>> = {
  configuration: { zh: '配置', en: 'Configuration' },
  database: { zh: '数据库', en: 'Database' },
  queue: { zh: '队列', en: 'Queue' },
  disk: { zh: '磁盘', en: 'Disk' },
  clock: { zh: '时钟', en: 'Clock' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  audit: { zh: '审计链', en: 'Audit trail' },
  boards: { zh: '看板与台账数据', en: 'Boards and record' },
  announcements: { zh: '消息投递', en: 'Announcements' },
  outside: { zh: '对外接口', en: 'Outside' },
};
const levels: Record<Level, Record<Language, string>> = {
  fine: { zh: '正常', en: 'fine' },
  note: { zh: '提示', en: 'note' },
  warning: { zh: '警告', en: 'WARNING' },
  error: { zh: '错误', en: 'ERROR' },
};
const verdicts: Record<0 | 1 | 2, Record<Language, string>> = {
  0: { zh: '体检通过。', en: 'All is well.' },
  1: { zh: '有需要处理的警告。', en: 'There are warnings to look after.' },
  2: { zh: '发现错误，请按建议处理。', en: 'Something is wrong: do as advised.' },
};

/** As the terminal says it wants to be spoken to; Chinese where it says nothing. */
export function languageOfTerminal(env: Readonly<Record<string, string | undefined>>): Language {
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(said) ? 'en' : 'zh';
}

export function spoken(findings: readonly Finding[], language: Language): string[] {
  const lines = findings.flatMap(({ check, level, words, advice }) => [
    `[${levels[level][language]}] ${names[check][language]}${language === 'zh' ? '：' : ': '}${words[language]}`,
    ...(advice === undefined ? [] : [`    → ${advice[language]}`]),
  ]);
  return [...lines, '', verdicts[exitCode(findings)][language]];
}

export const asJson = (findings: readonly Finding[]): string =>
  JSON.stringify({ exitCode: exitCode(findings), findings }, null, 2);
