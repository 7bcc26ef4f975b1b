/** Loads addresses by autocannon and says how many a second, how long they took and what they cost. */
import autocannon from 'autocannon';
import { processorMs } from './processes.mjs';

/**
 * `next()` gives the next call: method, path, headers, body; undefined ends the load before its time. Several addresses share
 * the connections. Answers that are not 2xx are counted, and the first is kept. `cost` names the processes whose processor is counted.
 */
export async function loaded({ urls, connections, seconds, next, cost }) {
  const before = readCost(cost);
  const begun = performance.now();
  const refusals = [];
  const each = Math.max(1, Math.floor(connections / urls.length));
  const results = await Promise.all(urls.map((url) => shot({ url, connections: each, seconds, next, refusals })));
  const elapsed = (performance.now() - begun) / 1000;
  const spent = readCost(cost);
  const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
  const slowest = (pick) => Math.max(...results.map(pick));
  const good = sum((result) => result['2xx']);
  const per = (name) => (spent[name] - before[name]) / Math.max(1, good);
  return {
    perSecond: good / elapsed,
    good,
    bad: sum(({ non2xx, errors, timeouts }) => non2xx + errors + timeouts),
    refused: refusals[0],
    p50: slowest(({ latency }) => latency.p50),
    p97: slowest(({ latency }) => latency.p97_5),
    p99: slowest(({ latency }) => latency.p99),
    appMs: per('app'),
    databaseMs: per('database'),
  };
}

function shot({ url, connections, seconds, next, refusals }) {
  return new Promise((resolve, reject) => {
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
              const { method = 'GET', path, headers = {}, body } = call ?? { path: NOTHING_LEFT };
              const type = body === undefined ? {} : { 'content-type': 'application/json' };
              return { ...request, method, path, headers: { ...headers, ...type }, body };
            },
            onResponse: (status, body) => {
              if (status >= 300 && !body.includes(NOTHING_LEFT)) refusals.push(`${status} ${body.slice(0, 300)}`);
            },
          },
        ],
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    instance.on('error', () => undefined);
  });
}

const NOTHING_LEFT = '/nothing-left';

function readCost({ app, database }) {
  return {
    app: app.reduce((sum, { pid }) => sum + processorMs(pid), 0),
    database: processorMs(database, true),
  };
}
