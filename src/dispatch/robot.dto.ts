/** The robot of a union's group (群机器人), as it comes in. */
import { Flag, Maybe, Nullable, OneOf, Text } from '../http/fields';
import { SomeOf } from '../http/list-fields';
import type { MessageLanguage, RobotKind } from './channel';
import { messageLanguages } from './mail-address.dto';
import { type RobotEvent, robotEvents } from './robot-events';

const robotKinds = ['wecom', 'dingtalk', 'feishu'] as const satisfies readonly RobotKind[];

export class NewRobotDto {
  /** @example "dingtalk" */
  @OneOf(robotKinds) kind!: RobotKind;
  /** @example "海山街道工作群" */
  @Text({ max: 50 }) name!: string;
  /** The address the group gave (Webhook); it is a key, and is never answered again. @example "https://oapi.dingtalk.com/robot/send?access_token=3f9a" */
  @Text({ max: 500 }) address!: string;
  /** The signing secret (加签密钥) of 钉钉 and 飞书; null or left out: none. @example "SEC5f1c" */
  @Maybe() @Nullable() @Text({ max: 200 }) secret?: string | null;
  /** The language of its messages. @example "zh" */
  @OneOf(messageLanguages) language!: MessageLanguage;
  /** The kinds of events of its union and of all below it that it tells the group of; left out: none. @example ["order.issued", "assessment.published"] */
  @Maybe() @SomeOf(robotEvents) events?: RobotEvent[];
}

export class RobotChangeDto {
  /** @example "海山街道工作群" */
  @Text({ max: 50 }) name!: string;
  /** Left out: stays as it is. @example "https://oapi.dingtalk.com/robot/send?access_token=77b2" */
  @Maybe() @Text({ max: 500 }) address?: string;
  /** Left out: stays as it is; null: no longer signed. @example "SEC80aa" */
  @Maybe() @Nullable() @Text({ max: 200 }) secret?: string | null;
  /** @example "zh" */
  @OneOf(messageLanguages) language!: MessageLanguage;
  /** The kinds of events it tells the group of; left out: they stay as they are. @example ["order.issued", "assessment.published"] */
  @Maybe() @SomeOf(robotEvents) events?: RobotEvent[];
  /** Switched off, nothing is sent to the group. @example true */
  @Flag() active!: boolean;
}
