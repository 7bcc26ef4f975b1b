/** What the doors take in for returns (报表). */
import { Maybe, Text } from '../../http/fields';
import { JsonObject } from '../../http/list-fields';

export class FormReturnDto {
  /** By cell, as decimal strings; a cell that is left out is missing, which is not zero. @example { "members": "1537", "women": "600" } */
  @JsonObject() values!: Record<string, unknown>;
  /** Why a required cell is left out, by cell. @example { "men": "企业停产，无法统计" } */
  @Maybe() @JsonObject() missing?: Record<string, unknown>;
  /** A word to rules that ask for one, by rule. @example { "membersMoved": "新建两家企业工会" } */
  @Maybe() @JsonObject() words?: Record<string, unknown>;
}

export class FormReturnReasonDto {
  /** @example "女会员数与名册不符，请核对" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}
