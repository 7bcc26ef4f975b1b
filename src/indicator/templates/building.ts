/** Ready indicators of building unions, rules and cases (S02, S03, S05–S07, S10). */
import { flow, rate, stock } from './ready';

const UNIONIZED = "register.count('unionized', 'verified')";
const bargained = (kinds: string): string => `ledger.distinct('bargaining', 'enterprise', {kind: [${kinds}]})`;
const home = (act: string): string => `ledger.distinct('workers-homes', 'enterprise', ${act})`;

export const BUILDING = [
  stock(['rectification.areas', 'S02', '重点整改措施', '个方面'], "ledger.distinct('rectification', 'area')"),
  stock(['regulation.total', 'S03', '建立健全制度', '项'], "ledger.count('regulations', {act: ['made', 'amended']})"),
  stock(['enterprise.preset', 'S05', '预置非公企业', '家'], "register.count('preset', 'gross', {kind: 'non_public'})"),
  stock(
    ['enterprise.excluded', 'S05', '核查属非正常或事实不存在企业', '家'],
    "register.count('excluded', {kind: 'non_public'})",
    { direction: 'none', limits: { notAbove: 'enterprise.preset', change: null } },
  ),
  stock(
    ['enterprise.unionized', 'S05', '已建立工会组织', '家'],
    "register.count('unionized', 'verified', {kind: 'non_public'})",
    { limits: { notAbove: 'enterprise.preset', change: null } },
  ),
  rate(
    ['rate.establishment', 'S05', '工会组建率'],
    [
      "register.count('unionized', 'verified', {kind: 'non_public'})",
      "register.count('preset', 'gross', {kind: 'non_public'}) - register.count('excluded', {kind: 'non_public'})",
    ],
    { overTime: 'last', about: '核实口径：分母为预置企业减核查属非正常或事实不存在企业。' },
  ),
  stock(['worker.total', 'S05', '现有职工', '人'], "register.sum('workers', 'verified')"),
  stock(['worker.member', 'S05', '会员', '人'], "register.sum('members', 'verified')", {
    limits: { notAbove: 'worker.total', change: null },
  }),
  rate(
    ['rate.membership', 'S05', '职工入会率'],
    ["register.sum('members', 'verified')", "register.sum('workers', 'verified')"],
    { overTime: 'last' },
  ),
  rate(
    ['rate.establishment.legal-person', 'S21', '全区法人企业建会率'],
    [UNIONIZED, "register.count('preset', 'verified')"],
    { overTime: 'last', about: '全部法人企业，不限非公企业。' },
  ),
  rate(
    ['rate.home-acceptance', 'S06', '基层工会合格职工之家验收率'],
    [home("{act: 'accepted', result: ['good', 'pass']}"), UNIONIZED],
    { overTime: 'last' },
  ),
  rate(['rate.home-review', 'S06', '会员评议职工之家活动率'], [home("{act: 'reviewed'}"), UNIONIZED]),
  rate(
    ['bargaining.rates', 'S07', '集体协商建制率、工资集体协商签订率'],
    [bargained("'collective', 'wage'"), UNIONIZED],
    {
      overTime: 'last',
      about: '年度报告以文字表述（超额完成）；此处为签订集体合同或工资专项协议的企业占已建会企业的比例。',
    },
  ),
  rate(['rate.wage-bargaining', 'S07', '已建会企业工资集体协商建制率'], [bargained("'wage'"), UNIONIZED], {
    overTime: 'last',
  }),
  flow(
    ['case.accepted', 'S10', '受理来信来访、工伤事故、劳资纠纷等案件', '宗'],
    "ledger.count('cases', {channel: ['letter', 'visit', 'phone']})",
    { direction: 'none', by: 'matter' },
  ),
  flow(['case.platform', 'S10', '办理省“工人在线”平台反馈问题', '宗'], "ledger.count('cases', {channel: 'platform'})", {
    direction: 'none',
  }),
  rate(
    ['rate.case-closing', 'S10', '办结率'],
    ["orZero(ledger.count('cases', {closed: 'yes'}))", "ledger.count('cases')"],
    { about: '全部来源的案件；一宗未办结时为 0，没有案件时没有值。' },
  ),
];
