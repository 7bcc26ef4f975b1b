/** Records as they are answered (数据读取结果), and which kinds there are. */
import { ApiProperty } from '@nestjs/swagger';

export class RecordsPage {
  /** @example "tasks" */
  kind!: string;
  /** The fields asked for. Of changes also `state`: there, or gone (shown no longer: `id` and `changedAt` only). */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  items!: unknown[];
  /** Where to read on (`after`); null at the end of a list. Changes always have one: ask again with it later. */
  nextCursor!: string | null;
  /** More can be read at once. @example false */
  more!: boolean;
  /** On the first page of a list: the cursor (`after`) of everything that changes from now on. */
  changes!: string | null;
}

export class RecordFieldView {
  /** @example "dueOn" */
  name!: string;
  /** id, text, number, decimal (exact, as text), day, moment, flag, object or list; any may be null. @example "day" */
  type!: string;
}

export class RecordFilterView {
  /** @example "status" */
  name!: string;
  /** The words it takes; null: any of its form. */
  @ApiProperty({ type: 'array', items: { type: 'string' }, nullable: true })
  values!: string[] | null;
  /** Reading changes may be narrowed by it. @example false */
  ofChanges!: boolean;
}

export class RecordKindView {
  /** `GET /records/{kind}`. @example "tasks" */
  kind!: string;
  /** @example "工作任务" */
  zh!: string;
  /** @example "Tasks" */
  en!: string;
  fields!: RecordFieldView[];
  filters!: RecordFilterView[];
  /** With or without - before them. */
  sorts!: string[];
}

export class RecordKindList {
  items!: RecordKindView[];
}
