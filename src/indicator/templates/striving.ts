/** Ready indicators of what a year strives for (S21) beyond the annual report's own figures. */
import { rate } from './ready';

export const STRIVING = [
  rate(
    ['rate.workers-congress', 'S21', '企业职代会建制率'],
    ["ledger.distinct('workers-congress', 'enterprise')", "register.count('unionized', 'verified')"],
    { overTime: 'last' },
  ),
  rate(
    ['rate.wage-agreement-key-enterprises', 'S21', '重点企业工资专项集体协议签订率'],
    [
      "ledger.distinct('bargaining', 'enterprise', {kind: 'wage', key: 'yes'})",
      "ledger.distinct('bargaining', 'enterprise', {key: 'yes'})",
    ],
    { overTime: 'last', about: '分母为集体协商台账中登记的重点企业。' },
  ),
];
