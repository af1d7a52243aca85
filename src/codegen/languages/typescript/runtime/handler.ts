import { type Code, code, indentRest, join } from '../../../emit/symbol';
import { streams } from '../../../model/streams';
import { parametersShape } from '../../operation-shapes';
import { call, literalKey, quote, support, supportType } from '../source';
import { contentsOf } from './bodies';
import type { NamedOperation, RuntimeContext } from './context';
import { printCheckFunction } from './models';
import type { RuntimeModule } from './module';
import { routeOf } from './operation';
import { readParameter } from './read-parameters';
import { headerWriter, printHeaderChecks } from './response-headers';

/** The wrapper of an operation's handlers. All that it needs stands inside, so that a bundle without it has none of it. */
export function printHandler(module: RuntimeModule, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const check = `check${names.type}RequestParameters`;
  const text = `Makes a Lambda function of interceptors and, last, a handler of {@link ${names.client}}, ${routeOf(operation)}.`;
  const chain = code`${supportType('handler', 'HandlerChain')}<${names.type}ChainedHandlerFunction>`;
  const [type, create] = streams(operation)
    ? [
        supportType('streaming-handler', 'StreamingApiHandler'),
        support('create-streaming-handler', 'createStreamingHandler'),
      ]
    : [supportType('handler', 'ApiHandler'), support('create-handler', 'createHandler')];
  const callable = {
    name: names.handler,
    doc: { text, deprecated: operation.deprecated },
    parameters: [{ name: 'handlers', type: chain, isRest: true }],
    result: code`${type}<${quote(operation.id)}>`,
  };
  const { script } = module;
  module.function(callable, () => {
    script.line`return ${create}(\n  {`;
    for (const member of contractMembers(named, context, check)) script.print(code`    ${indentRest(member, '    ')},`);
    script.line`  },\n  handlers,\n);`;
  });
  if (operation.parameters.length > 0) {
    script.declare(check);
    script.blank();
    printCheckFunction(script, check, parametersShape(operation), context.request, 'parameters');
  }
  printHeaderChecks(script, named, context);
}

function contractMembers(named: NamedOperation, context: RuntimeContext, check: string): Code[] {
  const { operation } = named;
  const { id, method, path, parameters, body } = operation;
  const members = [
    code`operationId: ${quote(id)}`,
    code`method: ${quote(method.toUpperCase())}`,
    code`path: ${quote(path)}`,
  ];
  if (parameters.length > 0) {
    const reads = parameters.map(
      (parameter) =>
        code`  ${literalKey(parameter.key)}: ${indentRest(readParameter(parameter, context.service, parameters), '  ')},`,
    );
    members.push(code`readParameters: (wire) => ({\n${join(reads, '\n')}\n})`, code`checkParameters: ${check}`);
  }
  if (body !== undefined) {
    const contents = contentsOf(body.contents, context.request);
    const read = support('read-body', body.required ? 'requiredBody' : 'optionalBody');
    members.push(code`readBody: ${call(read, [contents])}`);
  }
  const responses = operation.responses.map(
    ({ status, contents }) =>
      code`  ${literalKey(String(status)).replace(/^'(\d+)'$/, '$1')}: ${indentRest(contentsOf(contents, context.response), '  ')},`,
  );
  members.push(responses.length === 0 ? code`responses: {}` : code`responses: {\n${join(responses, '\n')}\n}`);
  const headers = headerWriter(named, context.service);
  if (headers !== undefined) members.push(code`writeHeaders: ${headers}`);
  return members;
}
