/** The night of a deadline: 50,000 communities hand in as fast as they are let, and everything is on the boards. */
import { cases } from './cases.mjs';
import { loaded } from './load.mjs';
import { settled } from './settled.mjs';

const MANY = 50_000;
const LONGEST_SECONDS = 900;

export async function deadlineNight(ground, apis, connections) {
  // those of the last case first, so that their tasks wait for a report again
  await (await cases.submit(ground)).reset();
  const { product } = await cases.submit(ground);
  await settled(ground.client);
  let handedIn = 0;
  const next = () => (handedIn++ < MANY ? product() : undefined);
  const cost = { app: apis, database: ground.postmaster };
  const begun = performance.now();
  const run = await loaded({ urls: apis.map(({ url }) => url), connections, seconds: LONGEST_SECONDS, next, cost });
  const answered = performance.now();
  await settled(ground.client);
  const seconds = (since) => Math.round((performance.now() - since) / 1000);
  return {
    handedIn: run.good,
    refused: run.refused,
    unanswered: MANY - run.good,
    seconds: Math.round((answered - begun) / 1000),
    'on the boards after': seconds(answered),
    p50: run.p50,
    p99: run.p99,
  };
}
