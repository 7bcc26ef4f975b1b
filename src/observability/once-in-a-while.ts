/** Something costly that is asked at most once in a while: who asks meanwhile gets the same answer, or the same failure. Pure. */
export class OnceInAWhile<T> {
  private asked: { readonly at: number; readonly answer: Promise<T> } | undefined;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly milliseconds: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(): Promise<T> {
    const at = this.now();
    if (this.asked === undefined || at - this.asked.at >= this.milliseconds) this.asked = { at, answer: this.ask() };
    return this.asked.answer;
  }
}
