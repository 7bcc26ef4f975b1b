/** Loads an address by autocannon and says how many a second, how long they took and what they cost. */
import autocannon from 'autocannon';
import { processorMs } from './processes.mjs';

/**
 * `next()` gives the next call: method, path, headers, body; undefined ends the load before its time. Answers that are not 2xx are counted, and the first is kept.
 * `cost` names the processes whose processor is counted.
 */
export async function loaded({ url, connections, seconds, next, cost }) {
  const before = readCost(cost);
  const begun = performance.now();
  let refused;
  const result = await new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections,
        duration: seconds,
        timeout: 20,
        requests: [
          {
            setupRequest: (request) => {
              const call = next();
              if (call === undefined) instance.stop();
              const { method = 'GET', path, headers = {}, body } = call ?? { path: '/nothing-left' };
              const type = body === undefined ? {} : { 'content-type': 'application/json' };
              return { ...request, method, path, headers: { ...headers, ...type }, body };
            },
            onResponse: (status, body) => {
              if (status >= 300 && !body.includes('/nothing-left')) refused ??= `${status} ${body.slice(0, 300)}`;
            },
          },
        ],
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    instance.on('error', () => undefined);
  });
  const elapsed = (performance.now() - begun) / 1000;
  const spent = readCost(cost);
  const good = result['2xx'];
  const per = (name) => (spent[name] - before[name]) / Math.max(1, good);
  return {
    perSecond: good / elapsed,
    good,
    bad: result.non2xx + result.errors + result.timeouts,
    refused,
    p50: result.latency.p50,
    p95: result.latency.p97_5,
    p99: result.latency.p99,
    appMs: per('app'),
    databaseMs: per('database'),
  };
}

function readCost({ app, database }) {
  return {
    app: app.reduce((sum, { pid }) => sum + processorMs(pid), 0),
    database: processorMs(database, true),
  };
}
