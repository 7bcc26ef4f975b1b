/** A busy machine may take long over a start; a test that hangs still ends. */
jest.setTimeout(60_000);
