/** How the robots of 企业微信, 钉钉 and 飞书 are spoken to: the call, its signature, and what their answers mean. Pure. */
import { createHmac } from 'node:crypto';
import type { RobotKind } from './channel';
import type { Verdict } from './verdict';

/** What a robot needs to be called; kept sealed. */
export interface RobotAccess {
  readonly address: string;
  /** The signing secret (加签密钥); null: it signs nothing. */
  readonly secret: string | null;
}

export interface RobotCall {
  readonly address: string;
  readonly body: object;
}

interface Protocol {
  /** Bytes of text a message may have. */
  readonly most: number;
  /** `text` is plain: each vendor gets a kind of message in which nothing is markup and nobody is called by name. */
  call(access: RobotAccess, subject: string, text: string, at: Date): RobotCall;
  /** The number by which the vendor says how it went; 0: well. */
  code(answer: Record<string, unknown>): unknown;
  /** Numbers that say: too many, and for how many seconds. */
  readonly tooMany: ReadonlyMap<unknown, number>;
}

/** https://developer.work.weixin.qq.com/document/path/91770 */
const wecom: Protocol = {
  most: 2_048,
  call: ({ address }, subject, text) => ({
    address,
    body: { msgtype: 'text', text: { content: cut(both(subject, text), wecom.most) } },
  }),
  code: ({ errcode }) => errcode,
  tooMany: new Map([[45_009, 60]]),
};

/** https://open.dingtalk.com/document/robots/custom-robot-access */
const dingtalk: Protocol = {
  most: 18_000,
  call({ address, secret }, subject, text, at) {
    const url = new URL(address);
    if (secret !== null) {
      const timestamp = String(at.getTime());
      url.searchParams.set('timestamp', timestamp);
      url.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`));
    }
    return {
      address: url.href,
      body: { msgtype: 'text', text: { content: cut(both(subject, text), dingtalk.most) }, at: { isAtAll: false } },
    };
  },
  code: ({ errcode }) => errcode,
  // beyond twenty a minute it is deaf for ten
  tooMany: new Map([
    [130_101, 600],
    [410_100, 600],
    [302_033, 600],
  ]),
};

/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
const feishu: Protocol = {
  most: 18_000,
  call({ address, secret }, subject, text, at) {
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signed = secret === null ? {} : { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') };
    const content = cut(text, feishu.most)
      .split('\n')
      .map((line) => [{ tag: 'text', text: line }]);
    return {
      address,
      body: { ...signed, msg_type: 'post', content: { post: { zh_cn: { title: subject, content } } } },
    };
  },
  code: ({ code, StatusCode }) => code ?? StatusCode,
  tooMany: new Map([
    [9_499, 60],
    [11_232, 60],
  ]),
};

const protocols: Record<RobotKind, Protocol> = { wecom, dingtalk, feishu };

export const callOf = (
  kind: RobotKind,
  access: RobotAccess,
  { subject, text }: { subject: string; text: string },
  at: Date,
): RobotCall => protocols[kind].call(access, subject, text, at);

/** A status of 200 says only that the vendor heard: whether the group did stands in the body. */
export function verdictOf(kind: RobotKind, status: number, body: string): Verdict {
  const answer = `${status} ${body}`;
  if (status === 429) return { kind: 'wait', seconds: 60, answer };
  if (status >= 300 && status < 400) return { kind: 'failed', answer: `${status}: redirects are not followed` };
  const { code, tooMany } = protocols[kind];
  const said = code(read(body));
  const seconds = tooMany.get(said);
  if (seconds !== undefined) return { kind: 'wait', seconds, answer };
  return { kind: status >= 200 && status < 300 && said === 0 ? 'sent' : 'failed', answer };
}

function read(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

const both = (subject: string, text: string): string => `${subject}\n\n${text}`;

/** At most so many bytes, without a torn letter; says by … that there was more. */
function cut(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  return `${bytes
    .subarray(0, most - 3)
    .toString()
    .replace(/\uFFFD+$/, '')}…`;
}
