import { capitalize, kebabCase } from '../../../emit/names';
import { type CodeSymbol, code } from '../../../emit/symbol';
import { streams } from '../../../model/streams';
import { printDoc, propertyName, quote, support, supportType } from '../source';
import type { NamedOperation, RuntimeContext } from './context';
import { RuntimeModule } from './module';

/** What a router is made of. */
interface Router {
  readonly name: string;
  /** What is said of the operations: `every operation`. */
  readonly each: string;
  readonly all: string;
  readonly handler: CodeSymbol;
  readonly lambda: CodeSymbol;
  readonly route: CodeSymbol;
}

/** One Lambda function for all operations. A function either streams or does not, so those that stream have one of their own. */
export function emitHandlerRouters(operations: readonly NamedOperation[], context: RuntimeContext): RuntimeModule[] {
  const streaming = operations.filter(({ operation }) => streams(operation));
  if (streaming.length === 0) return [emitRouter(operations, whole('every operation', 'all operations'), context)];
  const others = operations.filter((named) => !streaming.includes(named));
  const router = whole('every operation that does not stream', 'all operations that do not stream');
  return [emitRouter(others, router, context), emitRouter(streaming, streamed, context)];
}

function whole(each: string, all: string): Router {
  return {
    name: 'handlerRouter',
    each,
    all,
    handler: supportType('handler', 'ApiHandler'),
    lambda: supportType('api-gateway', 'LambdaFunction'),
    route: support('router', 'routeHandlers'),
  };
}

const streamed: Router = {
  name: 'streamingHandlerRouter',
  each: 'every operation that streams',
  all: 'all operations that stream',
  handler: supportType('streaming-handler', 'StreamingApiHandler'),
  lambda: supportType('streaming-handler', 'StreamingLambdaFunction'),
  route: support('streaming-router', 'routeStreamingHandlers'),
};

function emitRouter(operations: readonly NamedOperation[], router: Router, context: RuntimeContext): RuntimeModule {
  const { name, each, all, handler, lambda, route } = router;
  const type = capitalize(name);
  const types = context.declarations(kebabCase(name));
  const module = new RuntimeModule(kebabCase(name), types);
  module.declare(`${type}Handlers`, `${type}Props`, name);
  printDoc(types, { text: `A handler for ${each}, each made with its wrapper.` });
  types.block(code`export interface ${type}Handlers {`, '}', () => {
    for (const { operation } of operations) {
      types.line`readonly ${propertyName(operation.id)}: ${handler}<${quote(operation.id)}>;`;
    }
  });
  types.blank();
  types.block(code`export interface ${type}Props {`, '}', () => {
    types.line`/** Run for every operation, before the interceptors of its own. */`;
    types.line`readonly interceptors?: readonly ${supportType('handler', 'Interceptor')}[];`;
    types.line`readonly handlers: ${type}Handlers;`;
  });
  const doc = { text: `Makes one Lambda function of the handlers of ${all}.` };
  const props = { name: 'props', pattern: '{ interceptors = [], handlers }', type: code`${type}Props` };
  module.function({ name, doc, parameters: [props], result: lambda }, () => {
    module.script.line`return ${route}(Object.values(handlers), interceptors);`;
  });
  return module;
}
