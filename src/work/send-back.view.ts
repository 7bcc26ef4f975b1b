/** A task that was sent back (回退), as it is answered. */
export class SendBackView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "该企业不在本社区辖区内" */
  reason!: string;
  /** ended: the union signed for the task after all. @example "sent" */
  status!: 'sent' | 'accepted' | 'refused' | 'ended';
  /** @example "李娜" */
  sentByName!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  sentAt!: string;
  /** @example null */
  decidedByName!: string | null;
  /** @example null */
  decidedAt!: string | null;
  /** @example null */
  decisionReason!: string | null;
}
