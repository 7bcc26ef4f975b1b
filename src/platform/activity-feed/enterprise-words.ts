/** The enterprise register in the words of the feed (企业库动态). Pure. */
import type { EnterpriseEvents, EnterpriseWords } from '../../events/enterprise-body';
import type { EventName, Events } from '../../events/events';

type Said = { zh: string; en: string };
type Say = (union: string, words: Record<string, string>) => Said;

const findings: Record<string, Said> = {
  normal: { zh: '正常', en: 'normal' },
  abnormal: { zh: '非正常', en: 'abnormal' },
  nonexistent: { zh: '事实不存在', en: 'not existing' },
};

const why = (w: Record<string, string>): Said =>
  w.reason === undefined ? { zh: '', en: '' } : { zh: `：${w.reason}`, en: `: ${w.reason}` };

/** What happened to one enterprise. */
const ofOne =
  (zh: string, en: string): Say =>
  (union, w) => ({
    zh: `${union}的企业“${w.title}”${zh}${why(w).zh}`,
    en: `“${w.title}” of ${union} ${en}${why(w).en}`,
  });

/** What happened to a proposal about some. */
const ofProposal =
  (zh: (finding: string, which: string) => string, en: (finding: string, which: string) => string): Say =>
  (union, w) => {
    const finding = findings[w.finding ?? ''] ?? { zh: '', en: '' };
    const some = (w.count ?? '1') !== '1';
    const which = {
      zh: `“${w.title}”${some ? `等 ${w.count} 家企业` : ''}`,
      en: `“${w.title}”${some ? ` and others, ${w.count} in all,` : ''}`,
    };
    return {
      zh: `${union}${zh(finding.zh, which.zh)}${why(w).zh}`,
      en: `${union}: ${en(finding.en, which.en)}${why(w).en}`,
    };
  };

export const enterpriseSentences: Record<keyof EnterpriseEvents, Say> = {
  'enterprise.registered': ofOne('已登记', 'was registered'),
  'enterprise.changed': ofOne('信息变更', 'was changed'),
  'enterprise.counted': ofOne('更新人数', 'was counted'),
  'enterprise.moved': ofOne('划转而来', 'came from another union'),
  'enterprise.closed': ofOne('已注销', 'is closed'),
  'enterprise.handedOver': (union, w) => ({
    zh: `${union}接收${w.from ?? '已撤销工会'}的 ${w.count ?? '0'} 家企业${why(w).zh}`,
    en: `${union} takes over ${w.count ?? '0'} enterprises of ${w.from ?? 'a closed union'}${why(w).en}`,
  }),
  'enterprise.batchTaken': (union) => ({ zh: `${union}导入企业`, en: `${union} takes enterprises in` }),
  'enterprise.takenIn': (union, w) => ({
    zh: `${union}导入企业库“${w.title}”：新增 ${w.created ?? '0'} 家，更新 ${w.changed ?? '0'} 家，有误 ${w.faulty ?? '0'} 行`,
    en: `${union} took “${w.title}” into the register: ${w.created ?? '0'} new, ${w.changed ?? '0'} changed, ${w.faulty ?? '0'} rows wrong`,
  }),
  'verification.proposed': ofProposal(
    (finding, which) => `提请将${which}核查为${finding}`,
    (finding, which) => `${which} proposed as ${finding}`,
  ),
  'verification.accepted': ofProposal(
    (finding, which) => `的${which}经核查认定为${finding}`,
    (finding, which) => `${which} found ${finding}`,
  ),
  'verification.refused': ofProposal(
    (finding, which) => `的${which}未认定为${finding}`,
    (finding, which) => `${which} not found ${finding}`,
  ),
};

/** What a feed entry keeps of these events; null for all others. */
export function registerSubject(body: Events[EventName]): { unionId: string; words: Record<string, string> } | null {
  if ('enterprise' in body) {
    const { enterprise, reason } = body;
    return { unionId: enterprise.unionId, words: { title: enterprise.name, ...said(reason) } };
  }
  if ('proposalId' in body) {
    const { unionId, finding, enterprises, reason } = body;
    const count = String(enterprises.length);
    return { unionId, words: { title: firstOf(enterprises), count, finding, ...said(reason) } };
  }
  if ('fromUnionName' in body) {
    const { unionId, fromUnionName: from, enterprises, reason } = body;
    return { unionId, words: { from, count: String(enterprises), reason } };
  }
  if ('faulty' in body && 'changed' in body) {
    const { unionId, fileName: title, created, changed, faulty } = body;
    return { unionId, words: { title, created: String(created), changed: String(changed), faulty: String(faulty) } };
  }
  return null;
}

const firstOf = ([first]: readonly EnterpriseWords[]): string => first?.name ?? '';
const said = (reason: string | null): Record<string, string> => (reason === null ? {} : { reason });
