/** Calls at a rate that leaves the machine time: how long one takes when nobody stands in a queue. */
import autocannon from 'autocannon';

/** Milliseconds; `connections` bound how many are under way at once. */
export function steady(url, { perSecond, seconds, connections }, next) {
  return new Promise((resolve, reject) => {
    const setupRequest = (request) => {
      const { method = 'GET', path, headers, body } = next();
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return { ...request, method, path, headers: { ...headers, ...type }, body };
    };
    const options = { url, connections, overallRate: perSecond, duration: seconds, requests: [{ setupRequest }] };
    autocannon(options, (error, run) => {
      if (error) return reject(error);
      const { p50, p99, max } = run.latency;
      resolve({ answered: run['2xx'], bad: run.non2xx + run.errors + run.timeouts, p50, p99, most: max });
    });
  });
}
