/** The demo's enterprises (企业): made up so that the report's figures come out exactly. Pure. */
import { checkCharacterOf } from '../enterprise/credit-code';
import type { Merged } from '../enterprise/enterprise-merge';
import { addDays } from '../kernel/clock';
import { sharesOf } from './closed-year';
import type { DemoDistrict } from './district';
import { valueOf } from './report';
import { spread, spreadWithin, whim } from './spread';

/** The list of preset enterprises arrives, and with it how many work there. */
export const LISTED_ON = '2014-03-03';

const industries = ['制造业', '批发零售', '港口物流', '餐饮住宿', '建筑业', '信息技术', '居民服务', '旅游业'] as const;
const works: Record<(typeof industries)[number], string> = {
  制造业: '精密制造',
  批发零售: '商贸',
  港口物流: '港航物流',
  餐饮住宿: '餐饮管理',
  建筑业: '建筑工程',
  信息技术: '科技',
  居民服务: '物业服务',
  旅游业: '文旅',
};
const first = [...'恒鑫盛和永泰瑞华安信嘉诚德丰汇通'];
const second = [...'达源兴隆海洋宏远顺昌业润'];

export interface Invented {
  /** 核查属非正常或事实不存在. */
  readonly excluded: boolean;
  readonly merged: Merged;
}

/** All preset enterprises in the order of their unions; `today` fixes which terms end soon. */
export function inventEnterprises(district: DemoDistrict, today: string): Invented[] {
  const [preset, excluded, unionized] = ['enterprise.preset', 'enterprise.excluded', 'enterprise.unionized'].map(
    valueOf,
  );
  const there = (preset ?? 0) - (excluded ?? 0);
  const real = placed(district, 'enterprise.real', there);
  const gone = placed(district, 'enterprise.excluded', excluded ?? 0);
  const lonely = new Set(
    spread(
      there,
      Array.from({ length: there - (unionized ?? 0) }, () => 1),
    ).map(startsAt),
  );
  const workers = spread(
    valueOf('worker.total'),
    real.map((_, no) => sizeOf(no, lonely.has(no))),
  );
  const outside = missing(workers, lonely);
  return [
    ...real.map((unionId, no) => {
      const count = workers[no] ?? 0;
      const members = count - (outside[no] ?? 0);
      return {
        excluded: false,
        merged: enterprise(no, unionId, today, { workers: count, members, lonely: lonely.has(no) }),
      };
    }),
    ...gone.map((unionId, no) => ({ excluded: true, merged: enterprise(there + no, unionId, today, null) })),
  ];
}

/** The union of each of so many enterprises. */
function placed(district: DemoDistrict, words: string, total: number): string[] {
  return sharesOf(district, words, total).flatMap(({ leaves }) =>
    leaves.flatMap(({ place, target }) => Array.from({ length: target }, () => place.unionId)),
  );
}

/** Where each of equal stretches begins. */
const startsAt = (_: number, no: number, parts: number[]): number =>
  parts.slice(0, no).reduce((sum, part) => sum + part, 0);

/** One in fifty is large; who has no union is small. */
function sizeOf(no: number, lonely: boolean): number {
  if (lonely) return 12 + whim(`small ${no}`, 20);
  return no % 50 === 7 ? 300 + whim(`large ${no}`, 700) : 6 + whim(`size ${no}`, 52);
}

/** Workers who are no members: all of those without a union, the others by made-up parts. */
function missing(workers: readonly number[], lonely: ReadonlySet<number>): number[] {
  const total = valueOf('worker.total') - valueOf('worker.member');
  const alone = workers.reduce((sum, count, no) => sum + (lonely.has(no) ? count : 0), 0);
  const most = workers.map((count, no) => (lonely.has(no) ? 0 : Math.floor(count / 4)));
  return spreadWithin(total - alone, most, 'members').map((part, no) => (lonely.has(no) ? (workers[no] ?? 0) : part));
}

function enterprise(
  no: number,
  unionId: string,
  today: string,
  counted: { workers: number; members: number; lonely: boolean } | null,
): Merged {
  const industry = industries[whim(`industry ${no}`, industries.length)] ?? '制造业';
  const name = `${first[no % first.length]}${second[Math.floor(no / first.length) % second.length]}${works[industry]}`;
  const body = `91440308${String(30_000_000 + no * 137).padStart(9, '0')}`;
  const unionEstablishedOn =
    counted === null || counted.lonely ? null : addDays('2008-01-07', whim(`union ${no}`, 2_200));
  const headcount =
    counted === null
      ? { workers: null, members: null, countedOn: null }
      : { workers: counted.workers, members: counted.members, countedOn: LISTED_ON };
  const large = (counted?.workers ?? 0) >= 300;
  return {
    creditCode: `${body}${checkCharacterOf(body)}`,
    name: `示范区${name}有限公司`,
    kind: 'non_public',
    industry,
    unionId,
    unionEstablishedOn,
    termEndsOn:
      unionEstablishedOn && addDays(today, no % 61 === 5 ? 3 + whim(`term ${no}`, 55) : 70 + whim(`term ${no}`, 1_400)),
    mediation: large ? whim(`mediation ${no}`, 4) > 0 : null,
    legalSupervision: large ? whim(`supervision ${no}`, 3) > 0 : null,
    openedOn: addDays('1996-03-04', whim(`opened ${no}`, 4_000)),
    now: headcount,
    counted: counted === null ? null : headcount,
  };
}
