/** What the district door takes in for ledger types (台账类型). */
import { ApiProperty } from '@nestjs/swagger';
import { Code, Flag, Maybe, Nullable, OneOf, Quantity, Text, WholeNumber } from '../../http/fields';
import { ListOf, Part, SomeOf, Texts } from '../../http/list-fields';
import { type FieldKind, fieldKinds, type LedgerDefinition, type PersonalPart } from './definition';
import { FieldKey } from '../../http/field-key';

export class ChoiceDto {
  /** @example "aid" */
  @Code() code!: string;
  /** @example "困难帮扶" */
  @Text({ max: 100 }) name!: string;
}

export class LedgerFieldDto {
  /** @example "people" */
  @FieldKey() key!: string;
  /** @example "慰问人次" */
  @Text({ max: 100 }) name!: string;
  /** @example "whole" */
  @OneOf(fieldKinds) kind!: FieldKind;
  /** @example true */
  @Flag() required!: boolean;
  /** Shown in the list, which filters and sorts by it. @example true */
  @Flag() listed!: boolean;
  /** Shown below the field. @example "同一人多次慰问按次计" */
  @Maybe() @Text({ max: 200 }) hint?: string;
  /** Of a number. @example "人次" */
  @Maybe() @Text({ max: 20 }) unit?: string;
  /** Of a text: several lines. @example false */
  @Maybe() @Flag() multiline?: boolean;
  /** Of a text: characters at most. */
  @Maybe() @WholeNumber({ min: 1, max: 4000 }) @ApiProperty({ example: 200 }) maxLength?: number;
  /** Of a decimal. */
  @Maybe() @WholeNumber({ min: 1, max: 4 }) @ApiProperty({ example: 2 }) decimals?: number;
  /** Of a number: the least. @example "0" */
  @Maybe() @Quantity({ decimals: 4 }) min?: string;
  /** Of a number: the most. @example "10000" */
  @Maybe() @Quantity({ decimals: 4 }) max?: string;
  /** Of a choice. */
  @Maybe() @ListOf(() => ChoiceDto, { max: 100 }) choices?: ChoiceDto[];
  /** Of a person, besides the name: kept under seal. @example ["idNumber"] */
  @Maybe() @SomeOf(['idNumber', 'phone']) asks?: PersonalPart[];
}

export class LedgerDefinitionDto implements LedgerDefinition {
  /** @example "困难职工慰问" */
  @Text({ max: 100 }) name!: string;
  /** Code of the programme. @example "S16" */
  @Code() programme!: string;
  /** What is entered here and what is not. @example "节日慰问、日常走访与大病救助逐次登记" */
  @Text({ min: 0, max: 1000, multiline: true }) about!: string;
  /** In the order in which they are filled in. @example [{ "key": "title", "name": "事由", "kind": "text", "required": true, "listed": true, "maxLength": 100 }, { "key": "people", "name": "人次", "kind": "whole", "required": true, "listed": true, "unit": "人次", "min": "0" }, { "key": "heldOn", "name": "慰问日期", "kind": "day", "required": true, "listed": true }] */
  @ListOf(() => LedgerFieldDto, { min: 1, max: 30 }) fields!: LedgerFieldDto[];
  /** The day field that says when it was; null: the entry asks for a day of its own. */
  @ApiProperty({ example: 'heldOn' }) @Nullable() @FieldKey() whenField!: string | null;
  /** The field that says where it was; null: where its union lies. */
  @ApiProperty({ example: null }) @Nullable() @FieldKey() whereField!: string | null;
  /** Whether the tier above accepts each entry before it counts. @example true */
  @Flag() acceptance!: boolean;
  /** Files of evidence with each entry. @example "optional" */
  @OneOf(['none', 'optional', 'required']) evidence!: 'none' | 'optional' | 'required';
}

export class LedgerTypeDto {
  /** Unique in the district. @example "aid-visits" */
  @Code() code!: string;
  @Part(() => LedgerDefinitionDto) definition!: LedgerDefinitionDto;
  /** @example "新建年度台账" */
  @Text({ max: 500 }) reason!: string;
}

export class LedgerVersionDto {
  @Part(() => LedgerDefinitionDto) definition!: LedgerDefinitionDto;
  /** Why the form changes. @example "增加性别字段，便于分类统计" */
  @Text({ max: 500 }) reason!: string;
  /** Codes of indicators that cannot be worked out by it, as the trial names them: you know. @example [] */
  @Maybe() @Texts({ max: 500, length: 64 }) breaks?: string[];
}

export class LedgerTrialDto {
  @Part(() => LedgerDefinitionDto) definition!: LedgerDefinitionDto;
}

export class LedgerReasonDto {
  /** @example "与新台账合并" */
  @Text({ max: 500 }) reason!: string;
}

export class LedgerDifferenceQuery {
  /** Compared with this version; the one before when left out. */
  @Maybe() @WholeNumber({ min: 1, max: 999_999_999 }) @ApiProperty({ example: 1 }) against?: number;
}
