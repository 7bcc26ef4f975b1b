/** What memory something takes while it lasts: the most that the process held, and what stays in use afterwards. */
const MB = 1024 * 1024;

/** Looks ten times a second; answers a function that ends it and tells. `global.gc` is there under `--expose-gc`. */
export function memorySince() {
  const most = { rss: 0, heapUsed: 0 };
  const look = () => {
    const { rss, heapUsed } = process.memoryUsage();
    most.rss = Math.max(most.rss, rss);
    most.heapUsed = Math.max(most.heapUsed, heapUsed);
  };
  look();
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    look();
    global.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const told = (bytes) => `${Math.round(bytes / MB)} MB`;
    return `memory at most ${told(most.rss)} (heap ${told(most.heapUsed)}), then ${told(rss)} (heap ${told(heapUsed)})`;
  };
}
