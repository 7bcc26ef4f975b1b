/** Where a group robot may be called (群机器人地址): the three vendors, and what the installation allows besides. */
import { Refused } from '../kernel/errors';
import type { RobotKind } from './channel';

/** The vendors' own hosts. */
const origins: Record<RobotKind, readonly string[]> = {
  wecom: ['https://qyapi.weixin.qq.com'],
  dingtalk: ['https://oapi.dingtalk.com'],
  feishu: ['https://open.feishu.cn', 'https://open.larksuite.com'],
};

/** Whether the installation itself allows this place (`ROBOT_HOSTS`), be it in the house's own network. */
export const isOwnPlace = (address: string, allowed: readonly string[]): boolean =>
  allowed.includes(new URL(address).origin);

/** Errors: robot.address (422) for what is no address; robot.place (422) for a host that is not allowed. */
export function checkRobotAddress(kind: RobotKind, address: string, allowed: readonly string[]): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new Refused(
      'robot.address',
      { zh: '应为机器人的完整网址（Webhook）。', en: 'It should be the robot’s whole address (webhook).' },
      'address',
    );
  }
  const places = [...origins[kind], ...allowed];
  if (places.includes(url.origin)) return;
  throw new Refused(
    'robot.place',
    {
      zh: `该类机器人的网址应以 ${places.join('、')} 开头。`,
      en: `The address of such a robot should start with ${places.join(', ')}.`,
    },
    'address',
  );
}

/** Errors: robot.noSecret (422): a robot of 企业微信 signs nothing. */
export function checkRobotSecret(kind: RobotKind, secret: string | null): void {
  if (kind !== 'wecom' || secret === null) return;
  throw new Refused(
    'robot.noSecret',
    { zh: '企业微信群机器人不使用加签密钥，请留空。', en: 'A WeCom robot takes no signing secret: leave it out.' },
    'secret',
  );
}

/** What may be shown of an address whose query or path is a key: the host and the last four letters. */
export function hintOf(address: string): string {
  return `${new URL(address).host}/…${address.slice(-4)}`;
}
