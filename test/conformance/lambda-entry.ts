// Bundled with the runtime of a spec into the Lambda functions of its API, one for the operations that stream and one for all others: does
// for every operation what the exchange says that the request's `x-exchange` header numbers, and leaves what it received where the test looks.
import { readFileSync, writeFileSync } from 'node:fs';
import type { ExchangeFile } from './exchange';
import { fromProgram } from './wire';

interface HandlerRequest {
  readonly input: unknown;
  readonly event: { readonly headers: Readonly<Record<string, string>> | null };
}

type Wrapper = (handler: (request: HandlerRequest) => Promise<object>) => unknown;
type Router = (props: { readonly handlers: object }) => unknown;

/** Lambda functions over the operations of a generated runtime. */
export function conformanceHandlers(
  runtime: Readonly<Record<string, unknown>>,
  operations: readonly string[],
): { readonly whole: unknown; readonly streaming: unknown } {
  const { exchanges } = JSON.parse(readFileSync(String(process.env.EXCHANGES), 'utf8')) as ExchangeFile;
  const answer = async ({ input, event }: HandlerRequest): Promise<object> => {
    const exchange = exchanges[Number(event.headers?.['x-exchange'])];
    if (exchange?.returns === undefined) throw new Error('the request must not reach the handler');
    writeFileSync(String(process.env.RECEIVED), JSON.stringify(fromProgram(input)));
    const { base64, ...response } = exchange.returns;
    return base64 === undefined ? response : { ...response, body: new Uint8Array(Buffer.from(base64, 'base64')) };
  };
  const handlers = operations.map((id) => [id, (runtime[`${id}Handler`] as Wrapper)(answer)] as const);
  const route = (name: string, doStream: boolean) => {
    const own = handlers.filter(([, handler]) => 'open' in (handler as object) === doStream);
    return own.length === 0 ? undefined : (runtime[name] as Router)({ handlers: Object.fromEntries(own) });
  };
  return { whole: route('handlerRouter', false), streaming: route('streamingHandlerRouter', true) };
}
