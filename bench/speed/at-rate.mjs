/** Calls at a rate that leaves the machine time, evenly spaced whether or not those before have been answered: how long one takes when nobody stands in a queue. */
import { Agent, request } from 'node:http';
import { quantiles } from './watch.mjs';

/** Several timers would be late by several milliseconds; what is due is sent at once. */
const TICK_MS = 2;
const PATIENCE_MS = 20_000;

/**
 * `next()` gives the next call, `answered(status, text, at)` hears each answer. `connections` bound how many are under way at once; a call
 * that waits for one is timed from when it was due. Milliseconds.
 */
export async function steady(url, { perSecond, seconds, connections, answered = () => undefined }, next) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  const refusals = {};
  const times = [];
  let unanswered = 0;
  const call = (due) =>
    new Promise((resolve) => {
      const { method = 'GET', path, headers, body } = next();
      const more =
        body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      let told = false;
      const lost = (error) => {
        // a call that is given up may be told of by itself and by its answer
        if (told) return;
        told = true;
        unanswered++;
        const said = error.code ?? error.message;
        refusals[said] = (refusals[said] ?? 0) + 1;
        resolve();
      };
      const out = request({
        agent,
        hostname,
        port,
        method,
        path,
        headers: { ...headers, ...more },
        timeout: PATIENCE_MS,
      });
      out.once('timeout', () => out.destroy(new Error('not answered in time')));
      out.once('error', lost);
      out.once('response', (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.once('error', lost);
        answer.once('end', () => {
          const at = performance.now();
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode < 300) times.push(at - due);
          else {
            const said = `${answer.statusCode} ${/"code":"([^"]+)"/.exec(text)?.[1] ?? text.slice(0, 200)}`;
            refusals[said] = (refusals[said] ?? 0) + 1;
          }
          answered(answer.statusCode, text, at);
          resolve();
        });
      });
      out.end(body);
    });
  const begun = performance.now();
  const calls = [];
  await new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - begun) / 1000) * perSecond) + 1);
      while (calls.length < due) calls.push(call(begun + (calls.length * 1000) / perSecond));
      if (calls.length < perSecond * seconds) return;
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
  await Promise.all(calls);
  agent.destroy();
  const bad = calls.length - times.length;
  const took = (performance.now() - begun) / 1000;
  return {
    answered: times.length,
    'a second': Math.round(times.length / took),
    bad,
    'without an answer': unanswered,
    refusals,
    ...quantiles(times),
  };
}
