import type { ServerResponse } from 'node:http';

/**
 * Writes what comes as it comes, no faster than the client takes it. When the client goes, the source is told; when the source fails, the
 * client sees that the connection breaks, since the status has long been sent.
 */
export async function writeStream(
  response: ServerResponse,
  stream: AsyncIterable<Buffer>,
  isBodiless: boolean,
): Promise<void> {
  const chunks = stream[Symbol.asyncIterator]();
  // It may have gone before there was anything to write.
  let isGone = response.destroyed;
  let leave = (): void => undefined;
  response.once('close', () => {
    isGone = true;
    leave();
  });
  const whileThere = <Value>(promise: Promise<Value>) =>
    new Promise<Value | undefined>((resolve, reject) => {
      leave = () => resolve(undefined);
      promise.then(resolve, reject);
      if (isGone) leave();
    });
  response.flushHeaders();
  try {
    while (!isBodiless) {
      const next = await whileThere(chunks.next());
      if (next === undefined) break;
      if (next.done === true) {
        response.end();
        return;
      }
      if (!response.write(next.value)) await whileThere(drained(response));
    }
    response.end();
  } catch {
    response.destroy();
  } finally {
    // A source that waits ends when it can.
    void Promise.resolve(chunks.return?.()).catch(() => undefined);
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.once('drain', resolve));
}
