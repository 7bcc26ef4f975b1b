/** What is said when somebody is urged by hand (催办). */
import { Flag, Maybe, Text } from '../http/fields';

export class UrgeDto {
  /** @example "请于本周五前完成建会资料上报" */
  @Text({ max: 200 }) words!: string;
  /** Told on a day off too, from eight to eight. @example false */
  @Maybe() @Flag() urgent: boolean = false;
}
