/** Ledgers of care, help, safety and bargaining in the closed year (服务台账): those that name enterprises. Pure. */
import { byCommunity, dayFor, type Kept, times } from './ledger-shares';
import { sharesOf } from './closed-year';
import type { DemoDistrict } from './district';
import type { Invented } from './enterprises';
import { reportYear, valueOf } from './report';
import { spread, whim } from './spread';

/** Sub-districts run the stations and the sessions. */
export function cared(district: DemoDistrict, enterprises: readonly Invented[]): Kept[] {
  const sessions = valueOf('care.sessions');
  const people = spread(
    valueOf('care.people'),
    times(sessions, () => 1),
  );
  const places = district.below.slice(0, valueOf('care.pilot-subdistricts'));
  const asked = spread(
    valueOf('survey.people'),
    places.map(({ weight }) => weight),
  );
  const visited = realOnes(enterprises).slice(0, valueOf('care.enterprises'));
  return places.flatMap((place, no): Kept[] => {
    const station = {
      kind: 'station',
      subdistrict: place.unionId,
      pilot: 'yes',
      place: '职工服务中心',
      openedOn: `${reportYear}-03-18`,
    };
    const counselled = times(sessions, (each) => each)
      .filter((each) => each % places.length === no)
      .map((each) => ({
        ...{
          kind: 'counselling',
          topic: '减压与沟通',
          people: String(people[each] ?? 0),
          heldOn: dayFor(`care ${each}`),
        },
        enterprise: namedOf(visited[each % visited.length]),
      }));
    const survey = {
      kind: 'survey',
      topic: '心理健康问卷',
      people: String(asked[no] ?? 0),
      heldOn: `${reportYear}-09-10`,
    };
    return [
      { ledger: 'care-stations', place, above: district, entries: [station] },
      { ledger: 'care-sessions', place, above: district, entries: [...counselled, survey] },
    ];
  });
}

/** One in eight of the money goes to grave illness, the rest with the visits. */
export function aided(district: DemoDistrict): Kept[] {
  const ill = valueOf('aid.serious-illness');
  const each = 5_000;
  const visits = sharesOf(district, 'aid.visits', valueOf('aid.visits')).flatMap(({ place: above, leaves }) =>
    leaves.map(({ place, target }) => ({ place, above, people: target })),
  );
  const money = spread(
    (valueOf('aid.paid') - ill * each) / 100,
    visits.map(({ people }) => people),
  );
  const sick = sharesOf(district, 'aid.serious-illness', ill).flatMap(({ place: above, leaves }) =>
    leaves.map(({ place, target }) => ({ place, above, target })),
  );
  let nth = 0;
  return [
    ...visits.map(({ place, above, people }, no) => ({
      ...{ ledger: 'aid-visits', place, above },
      entries: [
        {
          ...{ kind: 'visit', people: String(people), amount: String((money[no] ?? 0) * 100) },
          visitedOn: dayFor(`visit ${place.name}`),
        },
      ],
    })),
    ...sick.map(({ place, above, target }) => ({
      ...{ ledger: 'aid-visits', place, above },
      entries: times(target, () => ({
        ...{ kind: 'illness', migrant: 'yes', people: '1', amount: String(each) },
        ...{ person: { name: `工友${++nth}` }, visitedOn: dayFor(`ill ${nth}`) },
      })),
    })),
  ];
}

export function safetyCup(district: DemoDistrict, enterprises: readonly Invented[]): Kept[] {
  const count = valueOf('safety-cup.enterprises');
  const people = spread(
    valueOf('safety-cup.people'),
    times(count, (no) => 20 + whim(`cup ${no}`, 60)),
  );
  let nth = 0;
  return byCommunity(district, 'safety-cup', 'safety-cup.enterprises', (share, { unionId }) =>
    realOnes(enterprises, unionId)
      .slice(0, share)
      .map((enterprise) => ({
        enterprise: namedOf(enterprise),
        people: String(people[nth++] ?? 0),
        award: 'none',
        joinedOn: `${reportYear}-05-20`,
      })),
  );
}

/** Of a hundred enterprises with a union this many have a contract, and of wages this many. */
const [CONTRACTED, WAGES] = [85, 76] as const;
const LARGE = 300;

/** The report says of it only that it was more than asked for (超额完成). */
export function bargained(district: DemoDistrict, enterprises: readonly Invented[]): Kept[] {
  return district.below.flatMap((above) =>
    above.below.map((place): Kept => {
      const all = realOnes(enterprises, place.unionId);
      const contracted = all.slice(0, Math.ceil((all.length * CONTRACTED) / 100));
      const wages = Math.floor((all.length * WAGES) / 100);
      const entries = contracted.map((enterprise, no) => {
        const workers = enterprise.merged.now.workers ?? 0;
        return {
          ...{ enterprise: namedOf(enterprise), kind: no < wages ? 'wage' : 'collective', enterprises: '1' },
          ...{ workers: String(workers), key: workers >= LARGE ? 'yes' : 'no' },
          signedOn: dayFor(`signed ${enterprise.merged.creditCode}`),
        };
      });
      return { ledger: 'bargaining', place, above, entries };
    }),
  );
}

/** Those that are there and have a union; of one union, or all. */
export const realOnes = (enterprises: readonly Invented[], unionId?: string): Invented[] =>
  enterprises.filter(
    ({ excluded, merged }) =>
      !excluded && merged.unionEstablishedOn !== null && (unionId === undefined || merged.unionId === unionId),
  );

export function namedOf(enterprise: Invented | undefined): { name: string; creditCode: string } {
  if (enterprise === undefined) throw new Error('The demo lacks an enterprise');
  const { name, creditCode } = enterprise.merged;
  return { name, creditCode };
}
