/** Ready ledgers of safety, culture, women, contests, opinion and publicity (S19, S20, S22, S23, S25). */
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
  whole,
  YES_NO,
} from './template';

export const ACTIVITIES = [
  template(
    'safety-cup',
    ['S19', '安康杯竞赛', '每家参赛企业每年一条。'],
    [
      enterprise('enterprise', '参赛企业'),
      whole('people', '覆盖职工', '人'),
      whole('teams', '参赛班组', '个', { required: false }),
      choice('award', '获奖', [
        ['none', '未获奖'],
        ['district', '区级'],
        ['city', '市级'],
        ['province', '省级及以上'],
      ]),
      day('joinedOn', '报名日期'),
    ],
    'joinedOn',
    {
      figures: [
        distinct('safety-cup.enterprises', '安康杯竞赛参与企业', 'enterprise'),
        sum('safety-cup.people', '安康杯覆盖职工', 'people'),
      ],
    },
  ),
  template(
    'safety-checks',
    ['S19', '劳动保护检查与送清凉', '每次检查、每次慰问一条。'],
    [
      choice('kind', '类别', [
        ['check', '劳动保护检查'],
        ['cool', '高温送清凉'],
      ]),
      enterprise('enterprise', '单位'),
      whole('found', '发现隐患', '处', { required: false }),
      whole('mended', '已整改', '处', { required: false }),
      whole('people', '慰问职工', '人次', { required: false }),
      money('amount', '慰问品金额', { required: false }),
      day('heldOn', '日期'),
      note('result', '情况说明'),
    ],
    'heldOn',
    {
      figures: [
        count('safety.checks', '劳动保护检查', { kind: ['check'] }),
        sum('safety.found', '发现隐患', 'found', { kind: ['check'] }),
        sum('cool.people', '高温慰问职工', 'people', { kind: ['cool'] }),
      ],
    },
  ),
  template(
    'lectures',
    ['S20', '劳务工大课堂', '每场讲座一条。'],
    [
      text('topic', '讲座主题'),
      person('lecturer', '主讲人', [], { required: false }),
      enterprise('enterprise', '承办企业', { required: false }),
      text('place', '地点'),
      whole('people', '受教育劳务工', '人次'),
      day('heldOn', '日期'),
      file('photos', '现场照片'),
    ],
    'heldOn',
    {
      whereField: 'place',
      figures: [count('lecture.sessions', '劳务工大课堂'), sum('lecture.people', '劳务工大课堂受教育劳务工', 'people')],
    },
  ),
  template(
    'culture',
    ['S20', '职工文化活动与职工书屋', '每场活动、每个书屋一条。'],
    [
      choice('kind', '类别', [
        ['art', '文艺活动'],
        ['sport', '体育活动'],
        ['reading', '读书活动'],
        ['bookroom', '职工书屋建成'],
      ]),
      text('title', '名称'),
      text('place', '地点'),
      whole('people', '参加职工', '人次', { required: false }),
      whole('books', '藏书', '册', { required: false }),
      money('cost', '经费', { required: false }),
      day('heldOn', '日期'),
    ],
    'heldOn',
    {
      whereField: 'place',
      figures: [
        count('culture.events', '职工文化活动', { kind: ['art', 'sport', 'reading'] }),
        sum('culture.people', '文化活动参加职工', 'people', { kind: ['art', 'sport', 'reading'] }),
        count('culture.bookrooms', '职工书屋', { kind: ['bookroom'] }),
      ],
    },
  ),
  template(
    'lawyers-women-contests',
    ['S22', '律师进企、女职工、劳动竞赛与名师带高徒', '每次活动、每场竞赛、每对师徒一条。'],
    [
      choice('kind', '类别', [
        ['lawyer', '律师进企'],
        ['women', '女职工活动'],
        ['contest', '劳动竞赛'],
        ['master', '名师带高徒'],
      ]),
      text('title', '名称'),
      enterprise('enterprise', '企业', { required: false }),
      whole('people', '参加职工', '人次'),
      whole('women', '其中女职工', '人次', { required: false }),
      person('master', '律师（名师）', [], { required: false }),
      choice('signed', '签订协议', YES_NO, { required: false }),
      day('heldOn', '日期'),
    ],
    'heldOn',
    {
      figures: [
        distinct('lawyer.enterprises', '律师进企', 'enterprise', { kind: ['lawyer'] }),
        sum('women.people', '女职工活动参加人次', 'people', { kind: ['women'] }),
        count('contest.held', '劳动竞赛', { kind: ['contest'] }),
        count('master.pairs', '名师带高徒', { kind: ['master'] }),
      ],
    },
  ),
  template(
    'opinion',
    ['S23', '劳动关系舆情分析与预警', '每条舆情、每期分析一条。'],
    [
      choice('kind', '类别', [
        ['signal', '舆情线索'],
        ['analysis', '分析报告'],
        ['warning', '预警'],
      ]),
      text('title', '标题', { maxLength: 200 }),
      choice('degree', '等级', [
        ['blue', '一般'],
        ['yellow', '较大'],
        ['orange', '重大'],
        ['red', '特别重大'],
      ]),
      enterprise('enterprise', '涉及企业', { required: false }),
      whole('people', '涉及职工', '人', { required: false }),
      choice('closed', '已处置', YES_NO),
      day('foundOn', '发现（发布）日期'),
      note('result', '处置情况'),
    ],
    'foundOn',
    {
      figures: [
        count('opinion.signals', '舆情线索', { kind: ['signal'] }),
        count('opinion.warnings', '舆情预警', { kind: ['warning'] }),
        count('opinion.closed', '已处置舆情', { kind: ['signal'], closed: ['yes'] }),
      ],
    },
  ),
  template(
    'publicity',
    ['S25', '品牌宣传', '每篇报道、每项品牌活动一条。'],
    [
      choice('kind', '类别', [
        ['news', '媒体报道'],
        ['brand', '品牌活动'],
        ['post', '新媒体发布'],
      ]),
      text('title', '标题', { maxLength: 200 }),
      choice('level', '媒体级别', [
        ['district', '区级'],
        ['city', '市级'],
        ['province', '省级'],
        ['nation', '国家级'],
      ]),
      text('media', '媒体（平台）'),
      day('publishedOn', '刊发日期'),
      file('copy', '刊发件'),
    ],
    'publishedOn',
    {
      figures: [
        count('publicity.news', '媒体报道', { kind: ['news'] }),
        count('publicity.brands', '品牌活动', { kind: ['brand'] }),
      ],
    },
  ),
  template(
    'finance-audits',
    ['S25', '工会财务与经费审查', '每次经费审查、每次财务检查一条。'],
    [
      choice('kind', '类别', [
        ['audit', '经费审查'],
        ['check', '财务检查'],
        ['follow', '审后整改'],
      ]),
      enterprise('enterprise', '被审单位'),
      money('audited', '审查金额'),
      whole('found', '发现问题', '个'),
      whole('mended', '已整改', '个'),
      day('heldOn', '日期'),
      file('report', '审查报告'),
    ],
    'heldOn',
    {
      figures: [
        distinct('audit.units', '经费审查单位', 'enterprise', { kind: ['audit'] }),
        sum('audit.found', '审查发现问题', 'found'),
        sum('audit.mended', '审查问题整改', 'mended'),
      ],
    },
  ),
];
