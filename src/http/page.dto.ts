/** How a list is asked for: by page where people turn pages, by cursor where programs read on. */
import { ApiProperty } from '@nestjs/swagger';
import { Maybe, Text, WholeNumber } from './fields';

export class PageQuery {
  /**
   * 页码，从 1 开始。The page, from 1.
   * @example 1
   */
  @Maybe()
  @WholeNumber({ min: 1, max: 10_000 })
  @ApiProperty({ default: 1, example: 1, description: '页码，从 1 开始。The page, from 1.' })
  page: number = 1;

  /**
   * 每页条数。Items on a page.
   * @example 50
   */
  @Maybe()
  @WholeNumber({ min: 1, max: 200 })
  @ApiProperty({ default: 50, example: 50, description: '每页条数。Items on a page.' })
  pageSize: number = 50;
}

export class CursorQuery {
  /** 上一页给出的 nextCursor。The nextCursor of the answer before. */
  @Maybe()
  @Text({ max: 200 })
  @ApiProperty({ description: '上一页给出的 nextCursor。The nextCursor of the answer before.' })
  after?: string;

  /**
   * 条数。How many items.
   * @example 50
   */
  @Maybe()
  @WholeNumber({ min: 1, max: 200 })
  @ApiProperty({ default: 50, example: 50, description: '条数。How many items.' })
  limit: number = 50;
}
