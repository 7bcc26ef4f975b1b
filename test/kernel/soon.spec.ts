/** Work that is asked for more often than it need be done. */
import { Soon } from '../../src/soon';

describe('soon', () => {
  let runs: number[];
  let soon: Soon;
  beforeEach(() => {
    jest.useFakeTimers();
    runs = [];
    // each run takes 20 ms
    soon = new Soon(async () => {
      runs.push(Math.round(performance.now() - from));
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    const from = performance.now();
  });
  afterEach(() => jest.useRealTimers());

  it('begins at once; what is asked for while it works or rests is done by one run after the rest', async () => {
    soon.soon();
    expect(runs).toEqual([0]);
    for (let asked = 0; asked < 70; asked++) {
      await jest.advanceTimersByTimeAsync(1);
      soon.soon();
    }
    expect(runs).toEqual([0]);
    await jest.advanceTimersByTimeAsync(10);
    expect(runs).toEqual([0, 80]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(runs).toEqual([0, 80]);
    soon.soon();
    expect(runs).toEqual([0, 80, 1_080]);
  });

  it('a stop waits for the run under way and for no rest, and nothing begins after it', async () => {
    soon.soon();
    let stopped = false;
    void soon.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(19);
    expect(stopped).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(stopped).toBe(true);
    soon.soon();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(runs).toEqual([0]);
  });
});
