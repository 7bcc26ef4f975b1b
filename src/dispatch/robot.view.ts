/** The robot of a union's group (群机器人), as it is answered: never its address, never its secret. */
import type { MessageLanguage, RobotKind } from './channel';
import type { RobotEvent } from './robot-events';
import type { Robot } from './robot.entity';

export class RobotView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  unionId!: string;
  /** @example "dingtalk" */
  kind!: RobotKind;
  /** @example "海山街道工作群" */
  name!: string;
  /** What may be shown of the address: the host and the last letters. @example "oapi.dingtalk.com/…3f9a" */
  hint!: string;
  /** Whether it has a signing secret (加签). @example true */
  signed!: boolean;
  /** @example "zh" */
  language!: MessageLanguage;
  /** @example true */
  active!: boolean;
  /** The kinds of events it tells the group of, one message a minute. @example ["order.issued", "assessment.published"] */
  events!: RobotEvent[];
  /** @example 1 */
  version!: number;
  /** @example "2026-11-24T01:30:00.000Z" */
  createdAt!: string;
}

export class RobotList {
  items!: RobotView[];
  /** How many a union may have. @example 20 */
  most!: number;
  /** The kinds of events they may tell of. @example ["order.issued", "assessment.published"] */
  choices!: RobotEvent[];
}

export function robotView(robot: Robot): RobotView {
  const { id, unionId, kind, name, hint, signed, language, active, events, version, createdAt } = robot;
  const at = createdAt.toISOString();
  return { id, unionId, kind, name, hint, signed, language, active, events, version, createdAt: at };
}
