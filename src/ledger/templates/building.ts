/** Ready ledgers of putting right, rules and building unions (S02–S07, S11, S12). */
import {
  choice,
  count,
  day,
  distinct,
  enterprise,
  file,
  note,
  person,
  sum,
  template,
  text,
  whole,
  YES_NO,
} from './template';

export const BUILDING = [
  template(
    'rectification',
    ['S02', '教育实践活动整改台账', '每项整改措施一条：整改方面、责任人、完成时限与办结情况。'],
    [
      text('area', '整改方面'),
      text('measure', '整改措施', { maxLength: 200 }),
      person('responsible', '责任人'),
      day('dueOn', '完成时限'),
      choice('state', '办理情况', [
        ['open', '推进中'],
        ['done', '已完成'],
        ['lasting', '长期坚持'],
      ]),
      day('registeredOn', '登记日期'),
      note('result', '整改成效'),
    ],
    'registeredOn',
    { figures: [distinct('rectification.areas', '重点整改措施', 'area')] },
  ),
  template(
    'regulations',
    ['S03', '规章制度废改立', '每项制度的新建、修订、废止各登记一条。'],
    [
      text('title', '制度名称', { maxLength: 200 }),
      choice('act', '办理方式', [
        ['made', '新建'],
        ['amended', '修订'],
        ['repealed', '废止'],
      ]),
      choice('about', '类别', [
        ['party', '党建作风'],
        ['finance', '财务资产'],
        ['service', '服务职工'],
        ['office', '机关管理'],
      ]),
      text('number', '文号', { required: false }),
      day('inForceOn', '施行（废止）日期'),
      file('document', '制度文本'),
    ],
    'inForceOn',
    { figures: [count('regulation.total', '建立健全制度', { act: ['made', 'amended'] })] },
  ),
  template(
    'contacts',
    ['S04', '双联系走访', '联系企业、联系职工的每次走访一条：发现的问题与解决情况。'],
    [
      person('leader', '联系领导'),
      choice('whom', '联系对象', [
        ['enterprise', '企业'],
        ['worker', '职工'],
        ['union', '基层工会'],
      ]),
      enterprise('enterprise', '走访企业', { required: false }),
      whole('people', '访谈职工', '人次'),
      whole('found', '发现问题', '个'),
      whole('closed', '已解决', '个'),
      day('visitedOn', '走访日期'),
      note('problems', '问题与解决情况', { hint: '逐个写明问题、责任单位、解决时间' }),
    ],
    'visitedOn',
    {
      figures: [
        count('contact.visits', '双联系走访次数'),
        sum('contact.found', '走访发现问题', 'found'),
        sum('contact.closed', '走访解决问题', 'closed'),
        distinct('contact.enterprises', '走访企业', 'enterprise'),
      ],
    },
  ),
  template(
    'elections',
    ['S06', '民主建会与换届选举', '工会组建、换届、补选各登记一条。'],
    [
      enterprise('enterprise', '单位'),
      choice('act', '事项', [
        ['founded', '民主建会'],
        ['elected', '换届选举'],
        ['byElection', '补选'],
      ]),
      choice('direct', '是否直选', YES_NO),
      whole('electors', '参加选举会员', '人'),
      day('heldOn', '选举日期'),
      day('termEndsOn', '任期届满日'),
      text('chair', '当选主席'),
    ],
    'heldOn',
    {
      figures: [
        count('election.held', '换届选举', { act: ['elected'] }),
        distinct('union.founded', '新建工会单位', 'enterprise', { act: ['founded'] }),
      ],
    },
  ),
  template(
    'workers-homes',
    ['S06', '职工之家与会员评家', '职工之家验收、会员评议各登记一条。'],
    [
      enterprise('enterprise', '基层工会'),
      choice('act', '事项', [
        ['accepted', '合格职工之家验收'],
        ['reviewed', '会员评议职工之家'],
      ]),
      choice('result', '结果', [
        ['good', '优秀'],
        ['pass', '合格'],
        ['fail', '不合格'],
      ]),
      whole('members', '参评会员', '人'),
      choice('grade', '等级', [
        ['none', '未评级'],
        ['district', '区级'],
        ['city', '市级'],
        ['province', '省级及以上'],
      ]),
      day('heldOn', '日期'),
    ],
    'heldOn',
    {
      figures: [
        distinct('home.accepted', '合格职工之家', 'enterprise', { act: ['accepted'], result: ['good', 'pass'] }),
        distinct('home.reviewed', '开展会员评家的工会', 'enterprise', { act: ['reviewed'] }),
      ],
    },
  ),
  template(
    'bargaining',
    ['S07', '集体协商', '每份集体合同、工资专项协议一条。'],
    [
      enterprise('enterprise', '企业'),
      choice('kind', '合同类别', [
        ['collective', '集体合同'],
        ['wage', '工资专项集体协议'],
        ['women', '女职工专项合同'],
        ['area', '区域性（行业性）合同'],
      ]),
      whole('enterprises', '覆盖企业', '家', { min: '1' }),
      whole('workers', '覆盖职工', '人'),
      choice('key', '重点企业', YES_NO),
      day('signedOn', '签订日期'),
      day('endsOn', '到期日', { required: false }),
      file('contract', '合同文本'),
    ],
    'signedOn',
    {
      figures: [
        distinct('bargaining.wage-enterprises', '签订工资专项协议企业', 'enterprise', { kind: ['wage'] }),
        distinct('bargaining.key-enterprises', '签订工资专项协议重点企业', 'enterprise', {
          kind: ['wage'],
          key: ['yes'],
        }),
        sum('bargaining.workers', '集体协商覆盖职工', 'workers'),
      ],
    },
  ),
  template(
    'workers-congress',
    ['S06', '企业职代会', '建立职代会制度、召开职代会各登记一条。'],
    [
      enterprise('enterprise', '企业'),
      choice('act', '事项', [
        ['founded', '建立制度'],
        ['held', '召开职代会'],
      ]),
      whole('delegates', '职工代表', '人'),
      day('heldOn', '日期'),
    ],
    'heldOn',
    { figures: [distinct('congress.enterprises', '建立职代会制度企业', 'enterprise')] },
  ),
  template(
    'committees',
    ['S11', '两个委员会建设', '300 人以上企业劳动争议调解委员会、劳动法律监督委员会的组建情况。'],
    [
      enterprise('enterprise', '企业'),
      whole('workers', '职工人数', '人'),
      choice('committee', '委员会', [
        ['mediation', '劳动争议调解委员会'],
        ['supervision', '劳动法律监督委员会'],
      ]),
      whole('members', '委员人数', '人', { min: '1' }),
      day('foundedOn', '成立日期'),
      person('head', '主任', ['phone']),
    ],
    'foundedOn',
    {
      figures: [
        distinct('committee.mediation', '建立调解委员会企业', 'enterprise', { committee: ['mediation'] }),
        distinct('committee.supervision', '建立监督委员会企业', 'enterprise', { committee: ['supervision'] }),
      ],
    },
  ),
  template(
    'rights-network',
    ['S12', '四级维权网络', '“四个第一人”与维权信息员名册：任职、免职各登记一条。'],
    [
      choice('level', '网络层级', [
        ['district', '区'],
        ['subdistrict', '街道'],
        ['community', '社区'],
        ['enterprise', '企业'],
      ]),
      choice('duty', '职责', [
        ['know', '第一知情人'],
        ['report', '第一报告人'],
        ['settle', '第一调解人'],
        ['answer', '第一责任人'],
        ['informant', '维权信息员'],
      ]),
      choice('act', '事项', [
        ['named', '任职'],
        ['left', '免职'],
      ]),
      person('person', '姓名', ['phone']),
      enterprise('enterprise', '所在企业', { required: false }),
      day('since', '日期'),
    ],
    'since',
    {
      figures: [distinct('network.informants', '维权信息员', 'person', { duty: ['informant'], act: ['named'] })],
      evidence: 'none',
    },
  ),
];
