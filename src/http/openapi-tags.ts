/** The groups of the API's document (接口分组): whose door, and what the operations are about, in words. */
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import type { Words } from '../kernel/errors';

const DOORS: Readonly<Record<string, Words>> = {
  district: { zh: '区总工会', en: 'District union' },
  subdistrict: { zh: '街道总工会', en: 'Sub-district union' },
  community: { zh: '社区工联会', en: 'Community union' },
  platform: { zh: '动态平台', en: 'Platform' },
  me: { zh: '本人', en: 'Oneself' },
};

const NOUNS: Readonly<Record<string, Words>> = {
  'annual-report': { zh: '年度报告', en: 'the annual report' },
  'annual-report-submissions': { zh: '年度报告的送审', en: 'handing in the annual report' },
  'annual-report-template': { zh: '年度报告的行文', en: 'the words of the annual report' },
  appeals: { zh: '申诉', en: 'appeals' },
  applications: { zh: '应用与密钥', en: 'programs and their keys' },
  assessments: { zh: '量化考核', en: 'assessments' },
  'audit-entries': { zh: '审计记录', en: 'the audit trail' },
  boards: { zh: '看板', en: 'boards' },
  burden: { zh: '填报负担', en: 'what communities were asked for' },
  calendar: { zh: '工作日历', en: 'the calendar of working days' },
  desk: { zh: '工作台', en: 'the desk' },
  dispatches: { zh: '发出的消息', en: 'messages sent out' },
  enterprises: { zh: '企业库', en: 'the enterprise register' },
  extensions: { zh: '延期', en: 'extensions' },
  feed: { zh: '工作动态', en: 'the activity feed' },
  'form-exceptions': { zh: '免报与补报', en: 'exemptions and late filings' },
  'form-returns': { zh: '报表填报', en: 'returns of statistical forms' },
  forms: { zh: '统计报表', en: 'statistical forms' },
  health: { zh: '运行状况', en: 'health' },
  imports: { zh: '程序批量导入', en: 'imports by programs' },
  'indicator-closures': { zh: '指标关账', en: 'closing periods of indicators' },
  'indicator-offers': { zh: '指标可用的数据', en: 'what indicators can be made of' },
  'indicator-templates': { zh: '现成指标', en: 'ready indicators' },
  'indicator-trials': { zh: '指标试算', en: 'trying an indicator' },
  'indicator-values': { zh: '指标数值', en: 'values of indicators' },
  indicators: { zh: '指标', en: 'indicators' },
  intakes: { zh: '表格导入', en: 'spreadsheets taken in' },
  interviews: { zh: '约谈', en: 'interviews' },
  'key-scopes': { zh: '密钥权限', en: 'scopes of keys' },
  ladders: { zh: '催办阶梯', en: 'ladders of chasing' },
  'leader-desk': { zh: '领导工作台', en: "the leader's desk" },
  'ledger-entries': { zh: '台账记录', en: 'ledger entries' },
  'ledger-templates': { zh: '现成台账', en: 'ready ledgers' },
  'ledger-types': { zh: '台账设置', en: 'types of ledgers' },
  ledgers: { zh: '台账', en: 'ledgers' },
  'light-rule': { zh: '亮灯规则', en: 'the rule of the lights' },
  lights: { zh: '红黄绿灯', en: 'lights' },
  live: { zh: '实时更新', en: 'live changes' },
  'mail-address': { zh: '邮箱', en: 'the mail address' },
  'message-templates': { zh: '消息用语', en: 'the words of messages' },
  messages: { zh: '消息', en: 'messages' },
  mirror: { zh: '工作之镜', en: 'the mirror' },
  officers: { zh: '工会干部', en: 'officers' },
  orders: { zh: '督办单', en: 'supervision orders' },
  'parked-announcements': { zh: '停放的事件', en: 'parked announcements' },
  password: { zh: '密码', en: 'the password' },
  'personal-data-keys': { zh: '个人信息密钥', en: 'keys of personal data' },
  pictures: { zh: '图片', en: 'pictures' },
  publications: { zh: '公示', en: 'publications' },
  'queue-health': { zh: '队列状况', en: 'health of the queue' },
  records: { zh: '供程序读取的数据', en: 'records for programs' },
  'reminder-settings': { zh: '提醒设置', en: 'settings of reminders' },
  reports: { zh: '进度填报', en: 'progress reports' },
  robots: { zh: '群机器人', en: 'group robots' },
  'scheme-schema': { zh: '考核方案的结构', en: 'the shape of a scheme' },
  'scheme-templates': { zh: '现成考核方案', en: 'ready schemes' },
  schemes: { zh: '考核方案', en: 'schemes' },
  'score-sheets': { zh: '评分表', en: 'score sheets' },
  'self-scores': { zh: '自评', en: 'self-scores' },
  session: { zh: '登录', en: 'signing in' },
  sessions: { zh: '在线会话', en: 'sessions' },
  standings: { zh: '排名', en: 'standings' },
  'target-changes': { zh: '目标调整', en: 'changes of targets' },
  'target-trials': { zh: '目标试算', en: 'trying a target' },
  targets: { zh: '目标', en: 'targets' },
  tasks: { zh: '工作任务', en: 'tasks' },
  unions: { zh: '工会组织', en: 'unions' },
  verifications: { zh: '企业核实', en: 'verification of enterprises' },
  'webhook-deliveries': { zh: '接口推送记录', en: 'deliveries of webhooks' },
  'webhook-endpoints': { zh: '接口推送', en: 'endpoints of webhooks' },
  'webhook-events': { zh: '可推送的事件', en: 'events of webhooks' },
  'webhook-hosts': { zh: '内网接收主机', en: 'hosts inside that webhooks may call' },
};

/** Puts each operation into the group of its address, and names the groups; an address without words is refused. */
export function groupOperations(
  document: OpenAPIObject,
  operations: readonly { readonly path: string; readonly operation: OperationObject }[],
): void {
  const groups = new Map<string, string>();
  for (const { path, operation } of operations) {
    const { name, description } = groupOf(path);
    groups.set(name, description);
    operation.tags = [name];
  }
  document.tags = [...groups].map(([name, description]) => ({ name, description }));
}

/** `/api/v1/district/tasks/{id}` → `district/tasks`: 区总工会：工作任务. */
function groupOf(path: string): { name: string; description: string } {
  const parts = path
    .replace(/^\/api\/v1\//, '/')
    .split('/')
    .slice(1);
  const [first = '', second = ''] = parts;
  const door = DOORS[first];
  const noun = door === undefined || second === '' ? first : second;
  const words = NOUNS[noun] ?? (door !== undefined && noun === first ? door : undefined);
  if (words === undefined) throw new Error(`The address ${path} has no words for ${noun} in the API's document.`);
  if (door === undefined || noun === first) return { name: noun, description: `${words.zh}。${capital(words.en)}.` };
  return { name: `${first}/${noun}`, description: `${door.zh}：${words.zh}。${door.en}: ${words.en}.` };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
