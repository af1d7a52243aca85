import { type Callable, type GeneratedRuntime, loadRuntime } from '../support/generated-runtime';
import { operationsOf } from '../support/spec-operations';
import { toEvent } from './event';
import type { Exchange } from './exchange';
import { type Result, servedOf } from './gateway';
import { runServerExchanges, type Served } from './suite';
import { fromProgram } from './wire';

runServerExchanges({
  name: 'TypeScript handlers',
  start: (spec) => {
    const runtime = loadRuntime(spec);
    const paths = new Map(operationsOf(spec).map(({ id, path }) => [id, path]));
    return { serve: (exchange) => serve(runtime, exchange, paths.get(exchange.operation) ?? '') };
  },
});

async function serve({ index }: GeneratedRuntime, exchange: Exchange, resource: string): Promise<Served> {
  const seen: unknown[] = [];
  const handler = index[`${exchange.operation}Handler`]?.(async ({ input }: { readonly input: unknown }) => {
    seen.push(fromProgram(input));
    return programResponse(exchange);
  }) as Callable;
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const result = (await handler(toEvent(exchange.request, resource), {})) as Result;
  log.mockRestore();
  return { ...servedOf(result), ...(seen.length === 0 ? {} : { received: seen[0] }) };
}

function programResponse({ returns }: Exchange): object {
  if (returns === undefined) throw new Error('the request must not reach the handler');
  const { base64, ...response } = returns;
  return base64 === undefined ? response : { ...response, body: new Uint8Array(Buffer.from(base64, 'base64')) };
}
