import { ResponseViolationError } from './create-handler.js';
import type { OpenedItems, StreamContent } from './stream-content.js';
import type { Report } from './validation.js';

type Source = AsyncIterable<unknown> | readonly unknown[] | (() => AsyncIterable<unknown>);

/**
 * Takes the first item of a source and checks it; the others are checked as they come.
 *
 * @throws what the source throws before its first item.
 */
export async function openItems(source: Source, content: StreamContent, operationId: string): Promise<OpenedItems> {
  const items = iteratorOf(source);
  let index = 0;
  const take = async () => {
    const next = await items.next();
    const violations: Report = [];
    if (next.done !== true) content.checkItem(next.value, `/body/${index++}`, violations);
    return { next, violations };
  };
  const finish = async () => {
    await items.return?.();
    return { done: true, value: undefined } as const;
  };
  let first: Awaited<ReturnType<typeof take>> | undefined = await take();
  const { violations } = first;
  // Nobody will read it.
  if (violations.length > 0) await finish();
  const opened: OpenedItems = {
    violations,
    [Symbol.asyncIterator]: () => opened,
    next: async () => {
      const taken = first ?? (await take());
      first = undefined;
      if (taken.violations.length === 0) return taken.next;
      await finish();
      throw new ResponseViolationError(operationId, taken.violations);
    },
    return: finish,
  };
  return opened;
}

function iteratorOf(source: Source): AsyncIterator<unknown> {
  if (typeof source === 'function') return source()[Symbol.asyncIterator]();
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : listed(source);
}

async function* listed(items: readonly unknown[]): AsyncGenerator<unknown, void, undefined> {
  yield* items;
}
