/** How messages (消息) are asked for, and when an officer wants them. */
import { Flag, Maybe, WholeNumber } from '../http/fields';
import { CursorQuery } from '../http/page.dto';
import { DAY_BEGINS, DAY_ENDS } from '../calendar/telling-hours';

export class MessageQuery extends CursorQuery {
  /** Only those unread. @example true */
  @Maybe() @Flag() unread: boolean = false;
}

export class ReminderSettingsDto {
  /** The hour of the day at which the digest comes. @example 9 */
  @WholeNumber({ min: DAY_BEGINS, max: DAY_ENDS - 1 }) hour!: number;
}
