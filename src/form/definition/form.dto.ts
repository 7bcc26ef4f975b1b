/** What the district door takes in for statistical forms (统计报表). */
import { ApiProperty } from '@nestjs/swagger';
import { FieldKey } from '../../http/field-key';
import { Code, Flag, Maybe, Nullable, OneOf, Quantity, Text, WholeNumber } from '../../http/fields';
import { Ids, ListOf, Part, SomeOf } from '../../http/list-fields';
import { type Tier, tiers } from '../../kernel/actor';
import { type PeriodKind, periodKinds } from '../../kernel/period';
import { CellKeys } from './cell-keys.http';
import { Period } from '../period/period.http';
import {
  type CellKind,
  cellKinds,
  type FormCell,
  type FormDefinition,
  type FormRule,
  type Moments,
  type OwedBy,
  ruleKinds,
  type Severity,
} from './definition';

export class FormCellDto implements FormCell {
  /** @example "members" */
  @FieldKey() key!: string;
  /** @example "会员人数" */
  @Text({ max: 100 }) name!: string;
  /** What it counts. @example "人" */
  @Text({ max: 20 }) unit!: string;
  /** @example "whole" */
  @OneOf(cellKinds) kind!: CellKind;
  /** Of a decimal and a percentage; 2 when left out. */
  @Maybe() @WholeNumber({ min: 0, max: 4 }) @ApiProperty({ example: 1 }) decimals?: number;
  /** May be left out only with a reason. @example true */
  @Flag() required!: boolean;
  /** The least. @example "0" */
  @Maybe() @Quantity({ decimals: 4 }) min?: string;
  /** The most. @example "100000" */
  @Maybe() @Quantity({ decimals: 4 }) max?: string;
  /** Shown below the cell. @example "期末实有会员" */
  @Maybe() @Text({ max: 200 }) note?: string;
}

export class FormRuleDto implements FormRule {
  /** @example "womenWithin" */
  @FieldKey() key!: string;
  /** part: part ≤ whole; sum: Σ parts = whole; change: cell against the period before, beyond percent. @example "part" */
  @OneOf(ruleKinds) kind!: FormRule['kind'];
  /** hard: refused; soft: needs a word and is marked. @example "hard" */
  @OneOf(['hard', 'soft']) severity!: Severity;
  /** @example "women" */
  @Maybe() @FieldKey() part?: string;
  @Maybe() @CellKeys() parts?: string[];
  /** @example "members" */
  @Maybe() @FieldKey() whole?: string;
  @ApiProperty({ example: 'members' }) @Maybe() @FieldKey() cell?: string;
  @Maybe() @Quantity({ min: '0', max: '10000', decimals: 2 }) @ApiProperty({ example: '30' }) percent?: string;
}

export class FormOwedByDto implements OwedBy {
  /** @example ["community"] */
  @SomeOf(tiers) tiers!: Tier[];
  /** Of those tiers only what lies at or below one of these; empty: all. @example [] */
  @Ids({ max: 200 }) under!: string[];
  /** These besides, whatever their tier. @example [] */
  @Ids({ max: 1000 }) unions!: string[];
}

export class FormMomentsDto implements Moments {
  /** Working days after the last day of the period; null: from its first day on. */
  @Nullable() @WholeNumber({ min: 0, max: 250 }) @ApiProperty({ example: 0 }) opensAfter!: number | null;
  @WholeNumber({ min: 0, max: 250 }) @ApiProperty({ example: 5 }) dueAfter!: number;
  /** Nothing changes after this day; null: never locked. */
  @Nullable() @WholeNumber({ min: 0, max: 250 }) @ApiProperty({ example: 10 }) locksAfter!: number | null;
}

export class FormDefinitionDto implements FormDefinition {
  /** @example "工会组织和会员统计表" */
  @Text({ max: 100 }) name!: string;
  /** Code of the programme. @example "S05" */
  @Code() programme!: string;
  /** What is counted and what is not. @example "按期末实有数填报" */
  @Text({ min: 0, max: 1000, multiline: true }) about!: string;
  /** In the order of the sheet. @example [{ "key": "members", "name": "会员人数", "unit": "人", "kind": "whole", "required": true, "min": "0" }, { "key": "women", "name": "女会员人数", "unit": "人", "kind": "whole", "required": true, "min": "0" }] */
  @ListOf(() => FormCellDto, { min: 1, max: 100 }) cells!: FormCellDto[];
  /** What the cells must agree in. @example [{ "key": "womenWithin", "kind": "part", "severity": "hard", "part": "women", "whole": "members" }] */
  @ListOf(() => FormRuleDto, { max: 100 }) rules!: FormRuleDto[];
  @Part(() => FormOwedByDto) owedBy!: FormOwedByDto;
  @Part(() => FormMomentsDto) moments!: FormMomentsDto;
}

export class FormDto {
  /** Unique in the district. @example "members-monthly" */
  @Code() code!: string;
  /** It stays as it is. @example "month" */
  @OneOf(periodKinds) periodKind!: PeriodKind;
  /** The first period that is owed. @example "2026-01" */
  @Period() firstPeriod!: string;
  @Part(() => FormDefinitionDto) definition!: FormDefinitionDto;
  /** @example "新建月报" */
  @Text({ max: 500 }) reason!: string;
}

export class NewFormVersionDto {
  @Part(() => FormDefinitionDto) definition!: FormDefinitionDto;
  /** The first period it holds for; none that is locked. @example "2026-07" */
  @Period() fromPeriod!: string;
  /** @example "增加女会员数" */
  @Text({ max: 500 }) reason!: string;
}

export class FormTrialDto {
  @Part(() => FormDefinitionDto) definition!: FormDefinitionDto;
  /** A period to reckon the days of. @example "2026-03" */
  @Maybe() @Period() period?: string;
}

export class FormRetirementDto {
  /** The last period that is owed. @example "2026-12" */
  @Period() lastPeriod!: string;
  /** @example "并入年报" */
  @Text({ max: 500 }) reason!: string;
}

export class FormListQuery {
  /** Those no longer in use too. @example false */
  @Maybe() @Flag() retired: boolean = false;
}
