/** Webhooks (接口推送), as they are answered. */
import type { DeliveryState } from './webhook-delivery.entity';
import type { Pause } from './webhook-endpoint.entity';

export class WebhookEndpointView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  unionId!: string;
  /** @example "https://hooks.example.cn/sanji" */
  url!: string;
  /** @example "数据中台" */
  description!: string;
  /** @example ["task.assigned", "progress.accepted"] */
  events!: string[];
  /** Why it rests: by hand, because the receiver said the address is gone, or after three days of failures; null: it does not. @example null */
  pause!: Pause | null;
  /** @example null */
  pausedAt!: string | null;
  /** The number of its latest event. @example 1042 */
  lastNumber!: number;
  /** How many wait to be delivered; at most 10000 are counted. @example 0 */
  waiting!: number;
  /** When the oldest of them occurred. @example null */
  waitingSince!: string | null;
  /** What came of the last try of the one that waits first, where it failed. @example null */
  lastError!: string | null;
  /** @example "2026-11-24T01:30:00.000Z" */
  deliveredAt!: string | null;
  /** Until when the secret that was replaced signs too. @example null */
  oldSecretUntil!: string | null;
  /** @example 1 */
  version!: number;
  /** @example "2026-11-01T02:00:00.000Z" */
  createdAt!: string;
}

export class WebhookEndpointList {
  items!: WebhookEndpointView[];
  /** How many a union may have. @example 10 */
  most!: number;
}

export class WebhookSecretView extends WebhookEndpointView {
  /** What deliveries are signed with; it is not shown again. @example "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDvPtEMQ5bqVQ=" */
  secret!: string;
}

export class WebhookDeliveryView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  endpointId!: string;
  /** The `webhook-id`: the same for every try and every endpoint. */
  eventId!: string;
  /** @example "progress.accepted" */
  type!: string;
  /** Without a gap within the endpoint; null: not given yet, or a test. @example 1042 */
  number!: number | null;
  /** @example "delivered" */
  state!: DeliveryState;
  /** How often it was tried, replays too. @example 1 */
  tries!: number;
  /** When it is tried next, where it failed and waits. @example null */
  nextAt!: string | null;
  /** The status of the last answer. @example 204 */
  lastStatus!: number | null;
  /** Why the last try failed. @example null */
  lastError!: string | null;
  /** @example "2026-11-24T01:30:01.000Z" */
  deliveredAt!: string | null;
  /** @example "2026-11-24T01:30:00.000Z" */
  occurredAt!: string;
}

export class WebhookDeliveryPage {
  /** The newest first. */
  items!: WebhookDeliveryView[];
  /** Give it as `after` to read on; null: that was all. @example null */
  nextCursor!: string | null;
}

export class WebhookAttemptView {
  /** @example 1 */
  no!: number;
  /** @example "2026-11-24T01:30:00.000Z" */
  startedAt!: string;
  /** As sent, one a line. @example "webhook-id: 0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  headers!: string;
  /** @example 204 */
  status!: number | null;
  /** The first four KiB. @example "" */
  answer!: string | null;
  /** Null: it arrived. @example null */
  error!: string | null;
  /** @example 38 */
  milliseconds!: number;
}

export class WebhookDeliveryTextView extends WebhookDeliveryView {
  /** Exactly as it is sent. @example "{\"type\":\"progress.accepted\"}" */
  body!: string | null;
  /** The last first, at most a hundred. */
  attempts!: WebhookAttemptView[];
}

export class WebhookReplays {
  /** How many are on their way again. @example 61 */
  count!: number;
}

export class WebhookWords {
  /** @example "审核通过进度" */
  zh!: string;
  /** @example "A progress report was accepted" */
  en!: string;
}

export class WebhookEventView {
  /** @example "progress.accepted" */
  type!: string;
  words!: WebhookWords;
  /** Of what kind it is. */
  group!: WebhookWords;
}

export class WebhookEventList {
  items!: WebhookEventView[];
}

export class WebhookHostView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "hooks.intranet.example" */
  host!: string;
  /** @example 8443 */
  port!: number;
  /** @example "区数据中台接收服务" */
  note!: string;
  /** @example "2026-11-01T02:00:00.000Z" */
  addedAt!: string;
}

export class WebhookHostList {
  items!: WebhookHostView[];
  /** How many a district may list. @example 50 */
  most!: number;
}
