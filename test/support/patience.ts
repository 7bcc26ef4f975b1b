/** A busy machine may take long over a start; a test that hangs still ends. */
jest.setTimeout(400_000);

/** What the stories of a file share, and only its end takes down. */
afterAll(() => globalThis.whenOver?.(), 400_000);
