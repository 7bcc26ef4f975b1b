/** Many callers, one question: what is asked while an answer is under way is asked together with the next. */
import DataLoader from 'dataloader';

/** Answers in the order of what was asked; an error instead of an answer is that caller's alone. */
export type AskTogether<Q, A> = (asked: readonly Q[]) => Promise<readonly (A | Error)[]>;

/**
 * At most `flights` questions are under way at once, each for at most `most` callers. Nobody gets an answer that was asked
 * for before he called, so what he wrote just now is in it.
 */
export function gathered<Q, A>(ask: AskTogether<Q, A>, { most = 100, flights = 1 } = {}): (asked: Q) => Promise<A> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  const schedule = (dispatch: () => void): void => {
    if (underWay >= flights) return void waiting.push(dispatch);
    underWay++;
    setImmediate(dispatch);
  };
  const askNow = async (asked: readonly Q[]): Promise<readonly (A | Error)[]> => {
    try {
      return await ask(asked);
    } finally {
      underWay--;
      const next = waiting.shift();
      if (next !== undefined) schedule(next);
    }
  };
  const loader = new DataLoader<Q, A>(askNow, { cache: false, maxBatchSize: most, batchScheduleFn: schedule });
  return (asked) => loader.load(asked);
}
