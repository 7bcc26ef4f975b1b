/** A picture of the wall, with the accepted report it belongs to. */
export class PictureView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  evidenceId!: string;
  reportId!: string;
  taskId!: string;
  /** @example "夏季送清凉" */
  taskTitle!: string;
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "慰问现场.jpg" */
  name!: string;
  /** What the report says. @example "慰问环卫工人" */
  note!: string;
  /** @example "120" */
  done!: string;
  /** @example "人次" */
  unit!: string;
  /** When the report was accepted. @example "2026-07-20T02:00:00.000Z" */
  at!: string;
}

export class PictureList {
  items!: PictureView[];
  /** Give it as `after` to read on; null at the end. */
  nextCursor!: string | null;
}
