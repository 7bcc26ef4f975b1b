/** After all tests: stops the servers of the set-up and removes their folder. */
import './test-servers';

async function tearDown(): Promise<void> {
  await globalThis.testServers?.stop();
}

export = tearDown;
