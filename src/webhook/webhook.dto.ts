/** Endpoints, replays and hosts of webhooks (接口推送), as they come in. */
import { CursorQuery } from '../http/page.dto';
import { Maybe, Moment, OneOf, Text, WholeNumber } from '../http/fields';
import { Texts } from '../http/list-fields';
import type { DeliveryState } from './webhook-delivery.entity';

const states = ['waiting', 'delivered', 'skipped', 'failed'] as const satisfies readonly DeliveryState[];

export class WebhookEndpointDto {
  /** Where events are delivered: https, reachable from outside, or a host the system administrator has listed. @example "https://hooks.example.cn/sanji" */
  @Text({ max: 1000 }) url!: string;
  /** What it is for. @example "数据中台" */
  @Text({ max: 100 }) description!: string;
  /** The types of events, see `/webhook-events`; `*` alone: all, those to come too. @example ["task.assigned", "progress.accepted"] */
  @Texts({ min: 1, max: 200, length: 60 }) events!: string[];
}

export class WebhookDeliveryQuery extends CursorQuery {
  /** @example "waiting" */
  @Maybe() @OneOf(states) state?: DeliveryState;
  /** The type of the event. @example "progress.accepted" */
  @Maybe() @Text({ max: 60 }) type?: string;
  /** Not before this number. @example 1 */
  @Maybe() @WholeNumber({ min: 1, max: 9_999_999_999 }) fromNumber?: number;
  /** Up to this number. @example 500 */
  @Maybe() @WholeNumber({ min: 1, max: 9_999_999_999 }) toNumber?: number;
}

/** From number to number, or from moment to moment; both ends count. */
export class WebhookReplayDto {
  /** @example 120 */
  @Maybe() @WholeNumber({ min: 1, max: 9_999_999_999 }) fromNumber?: number;
  /** @example 180 */
  @Maybe() @WholeNumber({ min: 1, max: 9_999_999_999 }) toNumber?: number;
  /** Of events that occurred from then on. */
  @Maybe() @Moment() from?: string;
  /** Of events that occurred until then. */
  @Maybe() @Moment() to?: string;
}

export class WebhookHostDto {
  /** A name or an address. @example "hooks.intranet.example" */
  @Text({ max: 253 }) host!: string;
  /** @example 8443 */
  @WholeNumber({ min: 1, max: 65_535 }) port!: number;
  /** What it is, and why it may be called. @example "区数据中台接收服务" */
  @Text({ max: 200 }) note!: string;
}
