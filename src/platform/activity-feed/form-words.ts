/** What the feed says of statistical forms (报表动态). Pure. */
import type { FormEvents } from '../../events/form-body';
import type { Say } from './say';

interface FormSubject {
  readonly formId: string;
  readonly returnId?: string;
  readonly unionId?: string;
  readonly words: Record<string, string>;
}

export function formSubject(body: FormEvents[keyof FormEvents]): FormSubject {
  const { formId, name } = body.form;
  const words: Record<string, string> = { title: name };
  if ('reason' in body && body.reason !== null) words.reason = body.reason;
  if ('formReturn' in body) {
    const { returnId, unionId, label, timeliness, correctsId, marks } = body.formReturn;
    words.period = label;
    if (timeliness === 'late') words.late = 'true';
    if (correctsId !== null) words.corrects = 'true';
    if (marks > 0) words.marks = String(marks);
    return { formId, returnId, unionId, words };
  }
  if ('formException' in body) {
    const { unionId, label, kind, until } = body.formException;
    Object.assign(words, { period: label, kind });
    if (until !== null) words.until = until;
    return { formId, unionId, words };
  }
  if ('counts' in body) {
    const { expected, onTime, late, missing, exempted } = body.counts;
    const counts = { expected, onTime, late, missing, exempted };
    Object.assign(words, { period: body.label });
    for (const [key, count] of Object.entries(counts)) words[key] = String(count);
  }
  return { formId, words };
}

/** A sentence about a return: what happened, and why where it was said. */
const ofReturn =
  (zh: (union: string, form: string) => string, en: (union: string, form: string) => string): Say =>
  (union, w) => {
    const [again, of] = w.corrects === undefined ? ['', ''] : ['（更正）', ' (correction)'];
    return {
      zh: `${zh(union, `“${w.title}”${w.period}报表${again}`)}${w.reason === undefined ? '' : `：${w.reason}`}`,
      en: `${en(union, `return of ${w.period} on “${w.title}”${of}`)}${w.reason === undefined ? '' : `: ${w.reason}`}`,
    };
  };

const submitted: Say = (union, w) => {
  const said = ofReturn(
    (who, form) => `${who}${w.late === undefined ? '' : '逾期'}上报${form}`,
    (who, form) => `${who} submitted a ${form}${w.late === undefined ? '' : ', late'}`,
  )(union, w);
  if (w.marks === undefined) return said;
  return { zh: `${said.zh}，有 ${w.marks} 处提示`, en: `${said.en}, with ${w.marks} marks` };
};

const exceptionKinds: Record<string, { zh: string; en: string }> = {
  exempt: { zh: '免报', en: 'exemption from' },
  reopen: { zh: '锁定后补报', en: 'late return of' },
};

const ofException =
  (zh: (union: string, what: string) => string, en: (union: string, what: string) => string): Say =>
  (union, w) => {
    const kind = exceptionKinds[w.kind ?? ''] ?? { zh: '', en: '' };
    const until = w.until === undefined ? ['', ''] : [`，至 ${w.until}`, ` until ${w.until}`];
    return {
      zh: `${zh(union, `“${w.title}”${w.period}${kind.zh}${until[0]}`)}：${w.reason}`,
      en: `${en(union, `${kind.en} ${w.period} of “${w.title}”${until[1]}`)}: ${w.reason}`,
    };
  };

export const formSentences: Record<keyof FormEvents, Say> = {
  'form.published': (union, w) => ({
    zh: `${union}发布报表“${w.title}”：${w.reason}`,
    en: `${union} published the form “${w.title}”: ${w.reason}`,
  }),
  'form.retired': (union, w) => ({
    zh: `${union}停用报表“${w.title}”：${w.reason}`,
    en: `${union} retired the form “${w.title}”: ${w.reason}`,
  }),
  'return.submitted': submitted,
  'return.returned': ofReturn(
    (union, form) => `${union}的${form}被退回`,
    (union, form) => `The ${form} of ${union} was returned`,
  ),
  'return.accepted': ofReturn(
    (union, form) => `${union}的${form}审核通过`,
    (union, form) => `The ${form} of ${union} was accepted`,
  ),
  'return.corrected': ofReturn(
    (union, form) => `${union}的${form}已被更正`,
    (union, form) => `The ${form} of ${union} was replaced by a correction`,
  ),
  'return.withdrawn': ofReturn(
    (union, form) => `${union}撤回${form}`,
    (union, form) => `${union} withdrew a ${form}`,
  ),
  'formException.proposed': ofException(
    (union, what) => `为${union}申请${what}`,
    (union, what) => `${union}: asked for the ${what}`,
  ),
  'formException.approved': ofException(
    (union, what) => `同意${union}${what}`,
    (union, what) => `${union}: granted the ${what}`,
  ),
  'formException.refused': ofException(
    (union, what) => `未同意${union}${what}`,
    (union, what) => `${union}: refused the ${what}`,
  ),
  'formPeriod.locked': (union, w) => ({
    zh: `${union}“${w.title}”${w.period}已锁定：应报 ${w.expected}，按时 ${w.onTime}，逾期 ${w.late}，未报 ${w.missing}，免报 ${w.exempted}`,
    en: `“${w.title}” of ${w.period} is locked for ${union}: ${w.expected} owed, ${w.onTime} on time, ${w.late} late, ${w.missing} missing, ${w.exempted} exempted`,
  }),
};
