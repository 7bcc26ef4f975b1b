/** After all tests: stops the servers of the set-up and removes their folder. */
import type {} from './global-setup';

async function tearDown(): Promise<void> {
  await globalThis.testServers?.stop();
}

export = tearDown;
