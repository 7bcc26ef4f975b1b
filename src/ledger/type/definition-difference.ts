/** What changed from one version of a ledger type to another (版本差异), in words. Pure. */
import type { Words } from '../../kernel/errors';
import type { LedgerDefinition, LedgerField } from './definition';

export interface Difference {
  /** The field it is about; null for the ledger itself. */
  readonly field: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly words: Words;
}

const parts: Record<string, Words> = {
  name: { zh: '名称', en: 'name' },
  programme: { zh: '项目', en: 'programme' },
  about: { zh: '说明', en: 'description' },
  whenField: { zh: '时间字段', en: 'field that says when' },
  whereField: { zh: '地点字段', en: 'field that says where' },
  acceptance: { zh: '上级审核', en: 'acceptance from above' },
  evidence: { zh: '佐证材料', en: 'evidence' },
  required: { zh: '必填', en: 'required' },
  listed: { zh: '列表字段', en: 'in the list' },
  hint: { zh: '提示', en: 'hint' },
  unit: { zh: '单位', en: 'unit' },
  multiline: { zh: '多行', en: 'several lines' },
  maxLength: { zh: '字数上限', en: 'longest text' },
  decimals: { zh: '小数位', en: 'decimals' },
  min: { zh: '最小值', en: 'least' },
  max: { zh: '最大值', en: 'most' },
  choices: { zh: '选项', en: 'choices' },
  asks: { zh: '个人信息', en: 'personal data asked for' },
};

export function differences(before: LedgerDefinition, after: LedgerDefinition): Difference[] {
  const [{ fields: old, ...was }, { fields: now, ...is }] = [before, after];
  const known = new Map(old.map((field) => [field.key, field]));
  const kept = new Set(now.map(({ key }) => key));
  return [
    ...changed(null, was, is),
    ...now.flatMap((field) => {
      const earlier = known.get(field.key);
      if (earlier !== undefined) return changed(field, earlier, field);
      const words = { zh: `新增字段“${field.name}”`, en: `The field “${field.name}” was added` };
      return [{ field: field.key, kind: 'added' as const, words }];
    }),
    ...old
      .filter(({ key }) => !kept.has(key))
      .map(({ key, name }) => ({
        field: key,
        kind: 'removed' as const,
        words: { zh: `删除字段“${name}”`, en: `The field “${name}” was removed` },
      })),
  ];
}

function changed(field: LedgerField | null, was: object, is: object): Difference[] {
  const [old, now] = [new Map(Object.entries(was)), new Map(Object.entries(is))];
  const of = field === null ? { zh: '', en: '' } : { zh: `“${field.name}”的`, en: ` of “${field.name}”` };
  return Object.entries(parts)
    .filter(([part]) => said(old.get(part)) !== said(now.get(part)))
    .map(([part, { zh, en }]) => {
      const [a, b] = [said(old.get(part)), said(now.get(part))];
      const words = { zh: `${of.zh}${zh}：${a} → ${b}`, en: `The ${en}${of.en}: ${a} → ${b}` };
      return { field: field?.key ?? null, kind: 'changed' as const, words };
    });
}

/** Short enough for one line. */
function said(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (Array.isArray(value))
    return value.map((each: unknown) => (isChoice(each) ? `${each.name}(${each.code})` : String(each))).join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
}

const isChoice = (value: unknown): value is { code: string; name: string } =>
  typeof value === 'object' && value !== null && 'code' in value && 'name' in value;
