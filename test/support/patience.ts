/** How long a test may take on a machine that is busy with other things. What it waits for is always a condition. */
const PATIENCE_MS = 900_000;

jest.setTimeout(PATIENCE_MS);
