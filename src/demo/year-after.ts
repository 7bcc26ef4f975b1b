/** Ledgers of the year after the report (台账): how far its goals came, some reached and some behind. Made up. Pure. */
import type { Values } from '../ledger/entry/values';
import { addDays } from '../kernel/clock';
import { sharesOf } from './closed-year';
import type { DemoDistrict, Place } from './district';
import type { Invented } from './enterprises';
import { type Kept, pick, times } from './ledger-shares';
import { reportYear } from './report';
import { namedOf, realOnes } from './serving-ledgers';
import { whim } from './spread';

/** Of a hundred enterprises with a union: home accepted, home reviewed by its members, congress founded. */
const [ACCEPTED, REVIEWED, CONGRESS] = [83, 71, 64] as const;
const TRAINEES = 10_120;
const CLASSES = 2;

const on = (words: string): string => addDays(`${reportYear + 1}-02-02`, whim(`year after ${words}`, 290));

export function yearAfterLedgers(district: DemoDistrict, enterprises: readonly Invented[]): Kept[] {
  const built = district.below.flatMap((above) =>
    above.below.flatMap((place): Kept[] => {
      const all = realOnes(enterprises, place.unionId);
      const part = (percent: number): Invented[] => all.slice(0, Math.round((all.length * percent) / 100));
      const homes = [...part(ACCEPTED).map(accepted), ...part(REVIEWED).map(reviewed)];
      return [
        { ledger: 'workers-homes', place, above, entries: homes },
        { ledger: 'workers-congress', place, above, entries: part(CONGRESS).map(founded) },
      ];
    }),
  );
  const trained = sharesOf(district, 'training.free-trainees', TRAINEES).flatMap(({ place: above, leaves }) =>
    leaves.map(({ place, target }) => ({ ledger: 'training', place, above, entries: classes(place, target) })),
  );
  return [...built, ...trained];
}

const accepted = (enterprise: Invented): Values => ({
  ...{ enterprise: namedOf(enterprise), act: 'accepted', grade: 'none' },
  result: pick(['pass', 'pass', 'good'], `home ${enterprise.merged.creditCode}`),
  members: String(enterprise.merged.now.members ?? 0),
  heldOn: on(`accepted ${enterprise.merged.creditCode}`),
});

const reviewed = (enterprise: Invented): Values => ({
  ...{
    enterprise: namedOf(enterprise),
    act: 'reviewed',
    result: 'pass',
    grade: 'none',
    members: String(enterprise.merged.now.members ?? 0),
  },
  heldOn: on(`reviewed ${enterprise.merged.creditCode}`),
});

const founded = (enterprise: Invented): Values => ({
  ...{ enterprise: namedOf(enterprise), act: 'founded' },
  delegates: String(5 + whim(`delegates ${enterprise.merged.creditCode}`, 40)),
  heldOn: on(`congress ${enterprise.merged.creditCode}`),
});

const classes = ({ name }: Place, trainees: number): Values[] =>
  times(CLASSES, (no) => ({
    ...{ kind: 'skill', subject: pick(['电工', '叉车', '计算机', '普法维权'], `subject ${name} ${no}`) },
    ...{ title: `万名职工免费培训第${no + 1}期`, free: 'yes', place: name },
    attendances: String(Math.floor((trainees * (no + 1)) / CLASSES) - Math.floor((trainees * no) / CLASSES)),
    beganOn: on(`class ${name} ${no}`),
  }));
