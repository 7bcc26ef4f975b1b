/** What the doors take in for parking (挂账) and for tasks that were sent back (回退). */
import { Day, OneOf, Text } from '../http/fields';

export class ParkingDto {
  /** The day to look again, at most 366 days ahead. @example "2026-12-15" */
  @Day() until!: string;
  /** @example "厂房改造停工，复工后再推进" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class SendBackDecisionDto {
  /** accepted: the task is withdrawn there and its share is free again. @example "accepted" */
  @OneOf(['accepted', 'refused']) outcome!: 'accepted' | 'refused';
  /** @example "情况属实，改派其他社区" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}
