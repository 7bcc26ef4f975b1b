/** What is asked most (常用查询): few statements whose plan is kept, on connections of their own that only read. */
export abstract class HotReads {
  /** `statement` is one that was registered as prepared. Errors: those of the database. */
  abstract ask<Row>(statement: string, values: readonly unknown[]): Promise<Row[]>;
}
