/** What is taken in for sources of cases (来件渠道) and their mapping (字段映射). */
import { ApiProperty } from '@nestjs/swagger';
import type { CaseStatus } from '../events/case-body';
import { Code, Flag, Nullable, OneOf, Text, WholeNumber } from '../http/fields';
import { JsonObject, ListOf, Part } from '../http/list-fields';
import { type CaseKind, caseKinds, caseStatuses } from './case-course';

export class CaseFieldsDto {
  /** Path in their body. @example "data.title" */
  @Text({ max: 200 }) title!: string;
  /** @example "data.content" */
  @Text({ max: 200 }) content!: string;
  /** null: they do not send it. @example "data.type" */
  @Nullable() @Text({ max: 200 }) kind!: string | null;
  /** Where it happened, by their code. @example "data.areaCode" */
  @Nullable() @Text({ max: 200 }) area!: string | null;
  /** @example "data.eventTime" */
  @Nullable() @Text({ max: 200 }) occurredAt!: string | null;
  /** When they received it; the moment it arrives here when null. @example "data.acceptTime" */
  @Nullable() @Text({ max: 200 }) receivedAt!: string | null;
  /** Their last day to answer; counted in working days when null. @example null */
  @Nullable() @Text({ max: 200 }) @ApiProperty({ example: null }) dueOn!: string | null;
}

export class CaseKindRowDto {
  /** @example "0101" */
  @Text({ max: 200 }) theirs!: string;
  /** @example "wages" */
  @OneOf(caseKinds) kind!: CaseKind;
  /** The programme of work it belongs to. @example "维权服务" */
  @Nullable() @Text({ max: 100 }) programme!: string | null;
}

export class CaseAreaRowDto {
  /** @example "440308001" */
  @Text({ max: 200 }) theirs!: string;
  /** The code of one of our unions. @example "A" */
  @Code() @ApiProperty({ example: 'A' }) unionCode!: string;
}

export class CaseStatusRowDto {
  /** @example "received" */
  @OneOf(caseStatuses) status!: CaseStatus;
  /** Their code for it. @example "10" */
  @Text({ max: 64 }) theirs!: string;
  /** Their word for it. @example "已受理" */
  @Text({ max: 100 }) words!: string;
}

const standardStatuses = [
  { status: 'received', theirs: '10', words: '已受理' },
  { status: 'assigned', theirs: '20', words: '办理中' },
  { status: 'answered', theirs: '20', words: '办理中' },
  { status: 'returned', theirs: '20', words: '办理中' },
  { status: 'closed', theirs: '90', words: '已办结' },
];

export class CaseMappingDto {
  @Part(() => CaseFieldsDto) fields!: CaseFieldsDto;
  /** What is not among them is 其他, with a mark. */
  @ListOf(() => CaseKindRowDto, { max: 500 }) kinds!: CaseKindRowDto[];
  /** What is not among them goes to the district, with a mark. */
  @ListOf(() => CaseAreaRowDto, { max: 2000 }) areas!: CaseAreaRowDto[];
  /** What they are told: each of our states once. */
  @ListOf(() => CaseStatusRowDto, { max: 5 })
  @ApiProperty({ example: standardStatuses })
  statuses!: CaseStatusRowDto[];
  /** Working days to answer where they send no day. @example 10 */
  @WholeNumber({ min: 1, max: 250 }) workingDays!: number;
}

export class CaseSourceChangeDto {
  /** @example "省总职工诉求平台" */
  @Text({ max: 100 }) name!: string;
  /** The account of the program whose keys send. @example "province.platform" */
  @Text({ max: 64 }) account!: string;
  @Part(() => CaseMappingDto) mapping!: CaseMappingDto;
  /** Whether it takes anything in. @example true */
  @Flag() active!: boolean;
}

export class CaseSourceDto extends CaseSourceChangeDto {
  /** Its name in the address. @example "province" */
  @Code() code!: string;
}

export class CaseTrialDto {
  @Part(() => CaseMappingDto) mapping!: CaseMappingDto;
  /** As they would send it. */
  @JsonObject({
    type: 'object',
    additionalProperties: true,
    example: { data: { title: '拖欠工资', content: '三个月未发', type: '0101' } },
  })
  body!: Record<string, unknown>;
}
