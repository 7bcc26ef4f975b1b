/** Ready ledgers of honours, training, care and help (S13–S18). */
import {
  choice,
  count,
  day,
  distinct,
  enterprise,
  file,
  money,
  note,
  person,
  sum,
  template,
  text,
  union,
  whole,
  YES_NO,
} from './template';

const LEVELS = [
  ['district', '区级'],
  ['city', '市级'],
  ['province', '省级'],
  ['nation', '国家级'],
] as const;

export const SERVING = [
  template(
    'honours',
    ['S13', '劳模与先进评选', '每项荣誉一条；向一线职工、外来务工人员倾斜情况单列。'],
    [
      choice('level', '级别', LEVELS),
      choice('honour', '荣誉', [
        ['model', '劳动模范'],
        ['advancedWorker', '先进工作者'],
        ['advancedCollective', '先进集体'],
        ['medal', '五一劳动奖章'],
        ['certificate', '五一劳动奖状'],
        ['pioneer', '工人先锋号'],
      ]),
      text('winner', '获得者（个人或集体）'),
      enterprise('enterprise', '所在单位', { required: false }),
      choice('frontline', '一线职工', YES_NO, { required: false }),
      choice('migrant', '外来务工人员', YES_NO, { required: false }),
      day('awardedOn', '表彰日期'),
      file('decision', '表彰文件'),
    ],
    'awardedOn',
    {
      figures: [
        count('honour.district.model', '区劳动模范', { level: ['district'], honour: ['model'] }),
        count('honour.district.advanced-worker', '区先进工作者', { level: ['district'], honour: ['advancedWorker'] }),
        count('honour.district.advanced-collective', '区先进集体', {
          level: ['district'],
          honour: ['advancedCollective'],
        }),
        count('honour.province.medal', '省五一劳动奖章', { level: ['province'], honour: ['medal'] }),
        count('honour.city.medal', '市五一劳动奖章', { level: ['city'], honour: ['medal'] }),
        count('honour.city.certificate', '市五一劳动奖状', { level: ['city'], honour: ['certificate'] }),
        count('honour.city.pioneer', '市工人先锋号', { level: ['city'], honour: ['pioneer'] }),
      ],
    },
  ),
  template(
    'training',
    ['S14', '职工培训班次', '学历、技能、普及培训每班一条。'],
    [
      choice('kind', '培训类别', [
        ['degree', '学历培训'],
        ['skill', '技能培训'],
        ['general', '普及培训'],
      ]),
      text('subject', '培训项目'),
      text('title', '班次名称'),
      whole('attendances', '参训人次', '人次', { hint: '参加即计，同一人参加两班计两次' }),
      whole('passed', '取得证书', '人', { required: false }),
      choice('free', '免费培训', YES_NO),
      day('beganOn', '开班日期'),
      text('place', '地点', { required: false }),
    ],
    'beganOn',
    {
      whereField: 'place',
      figures: [
        distinct('training.subjects', '培训项目', 'subject'),
        count('training.classes', '培训班次'),
        sum('training.attendances', '培训劳务工', 'attendances'),
        sum('training.free-trainees', '万名职工免费培训', 'attendances', { free: ['yes'] }),
      ],
    },
  ),
  template(
    'certificate-subsidies',
    ['S14', '考证补贴', '每笔补贴一条；新增的补贴项目另登记一条。'],
    [
      choice('act', '事项', [
        ['item', '新增补贴项目'],
        ['paid', '发放补贴'],
      ]),
      text('certificate', '证书（项目）'),
      person('person', '领取人', ['idNumber', 'phone'], { required: false }),
      money('amount', '金额', { required: false }),
      day('on', '日期'),
    ],
    'on',
    {
      figures: [
        count('subsidy.new-items', '新增补贴项目', { act: ['item'] }),
        sum('subsidy.paid', '累计发放补贴资金', 'amount', { act: ['paid'] }),
      ],
    },
  ),
  template(
    'care-stations',
    ['S15', '心灵驿站与职工服务中心', '每个站点一条。'],
    [
      choice('kind', '站点类别', [
        ['station', '心灵驿站'],
        ['centre', '职工服务中心'],
      ]),
      union('subdistrict', '所在街道（社区）工会'),
      choice('pilot', '试点', YES_NO),
      text('place', '地址', { maxLength: 200 }),
      day('openedOn', '启用日期'),
    ],
    'openedOn',
    {
      whereField: 'subdistrict',
      figures: [
        distinct('care.pilot-subdistricts', '心灵驿站试点街道', 'subdistrict', { kind: ['station'], pilot: ['yes'] }),
      ],
    },
  ),
  template(
    'care-sessions',
    ['S15', '心理健康服务', '辅导活动、问卷调查每场一条。'],
    [
      choice('kind', '形式', [
        ['counselling', '心理健康辅导'],
        ['survey', '心理健康问卷调查'],
      ]),
      enterprise('enterprise', '服务企业', { required: false }),
      text('topic', '主题'),
      whole('people', '服务职工', '人次'),
      day('heldOn', '日期'),
    ],
    'heldOn',
    {
      figures: [
        distinct('care.enterprises', '心理健康辅导企业', 'enterprise', { kind: ['counselling'] }),
        count('care.sessions', '心理健康辅导活动', { kind: ['counselling'] }),
        sum('care.people', '心理健康服务职工', 'people', { kind: ['counselling'] }),
        sum('survey.people', '心理健康问卷调查', 'people', { kind: ['survey'] }),
      ],
    },
  ),
  template(
    'aid-visits',
    ['S16', '大帮扶与走访慰问', '节日慰问、日常走访、大病救助、助学逐笔登记；同一人多次按次计。'],
    [
      choice('kind', '类别', [
        ['visit', '慰问困难职工'],
        ['illness', '大病救助'],
        ['schooling', '金秋助学'],
        ['heat', '一线慰问'],
      ]),
      person('person', '对象', ['idNumber', 'phone'], { required: false }),
      choice('migrant', '外来劳务工', YES_NO, { required: false }),
      enterprise('enterprise', '所在企业', { required: false }),
      whole('people', '人次', '人次', { min: '1' }),
      money('amount', '慰问金（救助金）'),
      day('visitedOn', '日期'),
      note('situation', '困难情况'),
    ],
    'visitedOn',
    {
      figures: [
        sum('aid.visits', '慰问困难职工', 'people', { kind: ['visit'] }),
        distinct('aid.serious-illness', '救助大病困难外来劳务工', 'person', { kind: ['illness'], migrant: ['yes'] }),
        sum('aid.paid', '发放慰问金', 'amount'),
      ],
    },
  ),
  template(
    'mutual-insurance',
    ['S17', '职工互助保险', '每批投保、每笔理赔一条。'],
    [
      choice('act', '事项', [
        ['insured', '投保'],
        ['paid', '理赔'],
      ]),
      choice('plan', '险种', [
        ['safety', '安康互助保险'],
        ['illness', '重大疾病互助'],
        ['women', '女职工特殊疾病互助'],
      ]),
      enterprise('enterprise', '投保单位', { required: false }),
      whole('policies', '份数', '份', { required: false }),
      money('amount', '金额', { required: false }),
      person('person', '理赔职工', ['idNumber'], { required: false }),
      day('on', '日期'),
    ],
    'on',
    {
      figures: [
        sum('insurance.policies', '职工安康互助保险', 'policies', { act: ['insured'] }),
        sum('insurance.paid', '互助保险理赔', 'amount', { act: ['paid'] }),
      ],
    },
  ),
  template(
    'injury-visits',
    ['S18', '工伤探视', '每次探视一条。'],
    [
      person('person', '伤者', ['idNumber', 'phone']),
      enterprise('enterprise', '所在企业'),
      choice('injury', '伤情', [
        ['light', '轻伤'],
        ['grave', '重伤'],
        ['dead', '死亡'],
      ]),
      text('hospital', '医院', { required: false }),
      money('amount', '慰问金', { required: false }),
      choice('help', '提供维权帮助', YES_NO),
      day('visitedOn', '探视日期'),
    ],
    'visitedOn',
    { figures: [count('injury.visits', '工伤探视'), distinct('injury.people', '探视工伤职工', 'person')] },
  ),
];
