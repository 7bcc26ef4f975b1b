/** Waits until something holds, instead of sleeping: asks again and again until it does, or the time is over. */
export async function eventually<T>(ask: () => Promise<T> | T, milliseconds = 60_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
