/**
 * The stream of a reply. By hand: a generator would wait for the next piece before it lets go of its source.
 * @param leave Called when nobody reads any more, and at the end.
 * @param first What has been read already.
 */
export function replyStream(
  chunks: AsyncIterator<Buffer>,
  leave: () => void,
  first: Buffer = Buffer.alloc(0),
): AsyncIterable<Buffer> {
  let pending: Buffer | undefined = first.length === 0 ? undefined : first;
  const iterator: AsyncIterator<Buffer> = {
    next: async () => {
      if (pending === undefined) return chunks.next();
      const value = pending;
      pending = undefined;
      return { done: false, value };
    },
    return: async () => {
      leave();
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
