/** How a list is asked for: by page where people turn pages, by cursor where programs read on. */
import { Maybe, Text, WholeNumber } from './fields';

export class PageQuery {
  /**
   * 页码，从 1 开始。The page, from 1.
   * @example 1
   */
  @Maybe()
  @WholeNumber({ min: 1, max: 10_000 })
  page: number = 1;

  /**
   * 每页条数。Items on a page.
   * @example 50
   */
  @Maybe()
  @WholeNumber({ min: 1, max: 200 })
  pageSize: number = 50;
}

export class CursorQuery {
  /** 上一页给出的 nextCursor。The nextCursor of the answer before. */
  @Maybe()
  @Text({ max: 200 })
  after?: string;

  /**
   * 条数。How many items.
   * @example 50
   */
  @Maybe()
  @WholeNumber({ min: 1, max: 200 })
  limit: number = 50;
}
