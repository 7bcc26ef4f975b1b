/** Calls at a rate that leaves the machine time: how long one takes when nobody stands in a queue. */
import autocannon from 'autocannon';

/** Milliseconds; `connections` bound how many are under way at once. */
export function steady(url, { perSecond, seconds, connections }, next) {
  const refusals = {};
  const onResponse = (status, body) => {
    if (status < 300) return;
    const said = `${status} ${/"code":"([^"]+)"/.exec(body)?.[1] ?? body.slice(0, 200)}`;
    refusals[said] = (refusals[said] ?? 0) + 1;
  };
  return new Promise((resolve, reject) => {
    const setupRequest = (request) => {
      const { method = 'GET', path, headers, body } = next();
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return { ...request, method, path, headers: { ...headers, ...type }, body };
    };
    const options = {
      url,
      connections,
      overallRate: perSecond,
      duration: seconds,
      timeout: 20,
      requests: [{ setupRequest, onResponse }],
    };
    autocannon(options, (error, run) => {
      if (error) return reject(error);
      const { p50, p99, max } = run.latency;
      const bad = run.non2xx + run.errors + run.timeouts;
      resolve({
        answered: run['2xx'],
        bad,
        'without an answer': run.errors + run.timeouts,
        refusals,
        p50,
        p99,
        most: max,
      });
    });
  });
}
