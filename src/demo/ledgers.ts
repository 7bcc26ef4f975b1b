/** The ledgers of the closed year (台账): made up so that every figure of the report comes out exactly. Pure. */
import type { Values } from '../ledger/entry/values';
import { sharesOf } from './closed-year';
import type { DemoDistrict } from './district';
import type { Invented } from './enterprises';
import { byCommunity, dayFor, type Kept, pick, times } from './ledger-shares';
import { reportYear, valueOf } from './report';
import { aided, bargained, cared, safetyCup } from './serving-ledgers';
import { spread, whim } from './spread';

export function closedYearLedgers(district: DemoDistrict, enterprises: readonly Invented[]): Kept[] {
  const own = (ledger: string, entries: readonly Values[]): Kept => ({ ledger, place: district, above: null, entries });
  return [
    own('rectification', rectification()),
    own('regulations', regulations()),
    own('honours', honours()),
    own(
      'cases',
      times(valueOf('case.platform'), (no) => caseOf('platform', `platform ${no}`)),
    ),
    own('certificate-subsidies', subsidyItems()),
    ...byCommunity(district, 'cases', 'case.accepted', (count, { name }) =>
      times(count, (no) => caseOf(pick(['letter', 'visit', 'visit', 'phone'], `${name} ${no}`), `${name} ${no}`)),
    ),
    ...trained(district),
    ...subsidies(district),
    ...cared(district, enterprises),
    ...aided(district),
    ...safetyCup(district, enterprises),
    ...lectures(district),
    ...bargained(district, enterprises),
  ];
}

const rectification = (): Values[] =>
  times(valueOf('rectification.areas'), (no) => ({
    area:
      ['学习教育', '联系职工', '服务基层', '维权机制', '经费使用', '会风文风', '调查研究', '队伍建设'][no] ??
      `方面${no + 1}`,
    measure: '列出清单，逐项销号',
    responsible: { name: '陈静' },
    dueOn: `${reportYear}-11-28`,
    state: 'done',
    registeredOn: dayFor(`area ${no}`),
  }));

const regulations = (): Values[] =>
  times(valueOf('regulation.total'), (no) => ({
    title: `${['会议', '学习', '财务', '资产', '接待', '用车', '信访', '走访', '帮扶', '档案', '考勤', '培训', '采购', '值班', '督办'][no] ?? no}管理制度`,
    act: no % 3 === 0 ? 'made' : 'amended',
    about: pick(['party', 'finance', 'service', 'office'], `about ${no}`),
    inForceOn: dayFor(`regulation ${no}`),
  }));

function honours(): Values[] {
  const given = (code: string, level: string, honour: string, winner: string): Values[] =>
    times(valueOf(code), (no) => ({ level, honour, winner: `${winner}${no + 1}`, awardedOn: `${reportYear}-04-28` }));
  return [
    ...given('honour.district.model', 'district', 'model', '区劳模'),
    ...given('honour.district.advanced-worker', 'district', 'advancedWorker', '先进工作者'),
    ...given('honour.district.advanced-collective', 'district', 'advancedCollective', '先进集体'),
    ...given('honour.province.medal', 'province', 'medal', '省奖章获得者'),
    ...given('honour.city.medal', 'city', 'medal', '市奖章获得者'),
    ...given('honour.city.certificate', 'city', 'certificate', '市奖状单位'),
    ...given('honour.city.pioneer', 'city', 'pioneer', '市先锋号班组'),
  ];
}

const caseOf = (channel: string, words: string): Values => ({
  channel,
  matter: pick(['injury', 'dispute', 'wages', 'other'], `matter ${words}`),
  title: pick(['工伤待遇争议', '拖欠加班工资', '解除劳动合同补偿', '未缴社会保险'], `title ${words}`),
  acceptedOn: dayFor(`case ${words}`),
  closed: 'yes',
  closedOn: `${reportYear}-12-12`,
});

const subsidyItems = (): Values[] =>
  times(valueOf('subsidy.new-items'), (no) => ({
    act: 'item',
    certificate:
      ['电工', '叉车', '会计', '物流师', '养老护理', '中式烹调', '电子商务', '社会工作'][no] ?? `证书${no + 1}`,
    on: dayFor(`item ${no}`),
  }));

/** In hundreds, so that every payment is a round one. */
function subsidies(district: DemoDistrict): Kept[] {
  return sharesOf(district, 'subsidy.paid', valueOf('subsidy.paid') / 100).flatMap(({ place: above, leaves }) =>
    leaves.map(({ place, target }) => ({
      ledger: 'certificate-subsidies',
      place,
      above,
      entries: [
        { act: 'paid', certificate: '职业资格证书', amount: String(target * 100), on: dayFor(`paid ${place.name}`) },
      ],
    })),
  );
}

function trained(district: DemoDistrict): Kept[] {
  const subjects = ['电工', '叉车', '计算机', '普法维权'] as const;
  const attendances = spread(
    valueOf('training.attendances'),
    times(valueOf('training.classes'), (no) => 80 + whim(`class ${no}`, 41)),
  );
  let class_ = 0;
  return byCommunity(district, 'training', 'training.classes', (count, { name }) =>
    times(count, () => {
      const no = class_++;
      const subject = subjects[no % valueOf('training.subjects')] ?? subjects[0];
      return {
        ...{ kind: no % 4 === 3 ? 'general' : 'skill', subject, title: `${subject}第${Math.floor(no / 4) + 1}期` },
        ...{ attendances: String(attendances[no] ?? 0), free: 'yes', beganOn: dayFor(`class ${no}`), place: name },
      };
    }),
  );
}

function lectures(district: DemoDistrict): Kept[] {
  const people = spread(
    valueOf('lecture.people'),
    times(valueOf('lecture.sessions'), (no) => 60 + whim(`lecture ${no}`, 80)),
  );
  let nth = 0;
  return byCommunity(district, 'lectures', 'lecture.sessions', (count, { name }) =>
    times(count, () => ({
      topic: pick(['劳动合同法', '安全生产', '城市生活与礼仪', '心理健康', '消防知识'], `topic ${nth}`),
      ...{ place: name, people: String(people[nth] ?? 0), heldOn: dayFor(`lecture ${nth++}`) },
    })),
  );
}
