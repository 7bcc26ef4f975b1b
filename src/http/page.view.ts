/** How a list is answered, as classes that the API document can name: `class TaskPage extends PageOf(TaskView) {}`. */
import { ApiProperty } from '@nestjs/swagger';

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

export interface Slice<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export function PageOf<T extends object>(item: new () => T): new () => Page<T> {
  class PageView implements Page<T> {
    @ApiProperty({ type: () => item, isArray: true, description: '本页各项。The items of this page.' })
    readonly items!: readonly T[];

    @ApiProperty({ type: 'integer', example: 1, description: '页码。The page.' })
    readonly page!: number;

    @ApiProperty({ type: 'integer', example: 50, description: '每页条数。Items on a page.' })
    readonly pageSize!: number;

    @ApiProperty({ type: 'integer', example: 1, description: '共多少条。Items in all.' })
    readonly total!: number;
  }
  return PageView;
}

export function SliceOf<T extends object>(item: new () => T): new () => Slice<T> {
  class SliceView implements Slice<T> {
    @ApiProperty({ type: () => item, isArray: true, description: '各项。The items.' })
    readonly items!: readonly T[];

    @ApiProperty({ type: 'string', nullable: true, example: null, description: '用于 after；没有更多时为 null。For `after`; null at the end.' })
    readonly nextCursor!: string | null;
  }
  return SliceView;
}
