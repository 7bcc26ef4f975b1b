/** What is wrong with single rows of a bulk deed (逐行错误): all of it at once, each with its place. */
import { DomainError, type ErrorKind, type FieldError, type Words } from './errors';

export class RowFaults {
  private readonly errors: FieldError[] = [];
  private state = false;

  add(field: string, { code, words }: { code: string; words: Words }, kind: 'rule' | 'state' = 'rule'): void {
    this.errors.push({ field, code, words });
    this.state ||= kind === 'state';
  }

  get some(): boolean {
    return this.errors.length > 0;
  }

  /** 409 where a row's state stands against it, else 422; with the code and words of the first row. */
  throwIfAny(): void {
    const [first] = this.errors;
    if (first === undefined) return;
    const kind: ErrorKind = this.state ? 'conflict' : 'refused';
    throw new DomainError(kind, first.code, first.words, this.errors.slice(0, 200));
  }
}
