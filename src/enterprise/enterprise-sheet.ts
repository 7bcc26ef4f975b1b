/** The register as a spreadsheet (企业库导出): the columns of the intake, so that it can be taken in again, and what was verified. */
import type { Standing } from '../events/enterprise-body';
import type { SheetColumn } from '../intake/sheet-out';
import type { EnterpriseView } from './enterprise.view';

export const enterpriseSheet: readonly SheetColumn[] = [
  { title: '统一社会信用代码', width: 22 },
  { title: '企业名称', width: 34 },
  { title: '所属工会', width: 22 },
  { title: '企业性质', width: 10 },
  { title: '行业', width: 16 },
  { title: '职工人数', width: 10 },
  { title: '会员人数', width: 10 },
  { title: '统计日期', width: 12 },
  { title: '建会日期', width: 12 },
  { title: '届满日期', width: 12 },
  { title: '劳动争议调解委员会', width: 12 },
  { title: '劳动法律监督委员会', width: 12 },
  { title: '成立日期', width: 12 },
  { title: '核查结论', width: 12 },
];

const standings: Record<Standing, string> = { normal: '正常', abnormal: '非正常', nonexistent: '事实不存在' };
const flag = (value: boolean | null): string | null => (value === null ? null : value ? '是' : '否');

/** Zero is 0, what is not known is an empty cell. */
export async function* enterpriseRows(all: AsyncIterable<EnterpriseView>): AsyncGenerator<(string | number | null)[]> {
  for await (const e of all)
    yield [
      ...[e.creditCode, e.name, e.unionName, e.kind === 'public' ? '公有' : '非公', e.industry],
      ...[e.workers, e.members, e.countedOn, e.unionEstablishedOn, e.termEndsOn],
      ...[flag(e.mediation), flag(e.legalSupervision), e.openedOn, standings[e.standing]],
    ];
}
