import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import { isStream } from '../../../model/streams';
import { headersShape, parametersShape } from '../../operation-shapes';
import { printDoc } from '../javadoc';
import { call, javaFile, javaType, method, quote } from '../source';
import { checkOf, typeOf } from './models';
import { isGeneric } from './models/types';
import { readBody } from './operation-bodies';
import { checkedContent } from './operation-contents';
import { chain, chained, type NamedOperation, nested, type RuntimeContext, support } from './operation-context';
import { nestedNames } from './operation-names';
import { printOperationDoc, requestBodyType } from './operation-types';
import { headersConstant } from './operation-wire';

/** `SayHello`: the base class of the handlers of an operation. */
export function emitHandler(named: NamedOperation, context: RuntimeContext): SourceFile {
  const { names, operation } = named;
  const { type } = names;
  const file = javaFile(context.packages.handlers, type);
  file.declare(...nestedNames(operation, names));
  printOperationDoc(file, named, `Answers \`${names.member}\`: extend it, and handle what comes.`);
  const types = code`${type}.${type}Request, ${nested(`${type}Response`, named, context)}`;
  const base = code`extends ${support('ApiHandler', context)}<${types}>`;
  const shared = code`implements ${javaType(names.types, context.packages.operations)} {`;
  file.block(code`public abstract class ${type}\n    ${base}\n    ${shared}`, '}', () => {
    printContract(file, named, context);
    file.blank();
    const args = ['OPERATION', ...primedTypes(named, context)];
    method(file, code`protected ${type}()`, [call('super', args, ';', 4)]);
    file.blank();
    printRequest(file, named, context);
    file.blank();
    printDoc(file, {
      text: 'Answers a request that is what the model says.',
      tags: ['@return any response of the model'],
    });
    file.line`@Override`;
    file.line`public abstract ${type}Response handle(${type}Request request);`;
    file.blank();
    printConversion(file, named, context);
  });
  return file;
}

/** What the model says of the operation, with all checks. */
function printContract(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const { id, method: verb, path, parameters, body, responses } = operation;
  const type = support('Operation', context);
  const start = code`${type}.of(${quote(id)}, ${quote(verb.toUpperCase())}, ${quote(path)})`;
  const contents = (body?.contents ?? []).map((content) => checkedContent(content, 'request', context));
  const calls = [
    ...(parameters.length === 0
      ? []
      : [
          chained('parameters', [
            code`${names.type}Wire.PARAMETERS`,
            checkOf(parametersShape(operation), 'request', context.models),
          ]),
        ]),
    ...(body === undefined ? [] : [chained('body', [code`${String(body.required)}`, ...contents])]),
    ...responses.flatMap((response) => {
      const status = code`${quote(String(response.status))}`;
      const own = response.contents.map((content) => checkedContent(content, 'response', context));
      const wire = code`${names.type}Wire.${headersConstant(response)}`;
      const headers = checkOf(headersShape(response), 'response', context.models);
      return [
        chained('response', [status, ...own]),
        ...(response.headers.length === 0 ? [] : [chained('responseHeaders', [status, wire, headers])]),
      ];
    }),
  ];
  file.line`private static final ${type} OPERATION = ${chain(start, calls)};`;
}

/** What JSON is read as and written from: Jackson gets to know it before it is needed. */
function primedTypes({ operation, names }: NamedOperation, { models }: RuntimeContext): Code[] {
  const shapes = [
    ...(operation.body?.contents ?? []),
    ...operation.responses.flatMap(({ contents }) => contents.filter((content) => !isStream(content))),
  ].map(({ shape }) => shape);
  const classes = new Map<string, Code>();
  for (const shape of shapes) {
    const type = typeOf(shape, models);
    const isPlain = isGeneric(models.forms.of(shape)) || models.forms.of(shape).kind === 'json';
    if (!isPlain) classes.set(type.text, code`${type}.class`);
  }
  const parameters = operation.parameters.length === 0 ? [] : [code`${names.type}RequestParameters.class`];
  return [...parameters, ...classes.values()];
}

function printRequest(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const body = requestBodyType(named, context);
  const hasParameters = operation.parameters.length > 0;
  const isOptional = operation.body?.required === false;
  const components = [
    ...(hasParameters ? [code`${names.type}RequestParameters requestParameters`] : []),
    ...(body === undefined ? [] : [code`${body} body`]),
    code`${support('Invocation', context)} invocation`,
  ];
  const tags = [
    ...(hasParameters ? ['@param requestParameters the parameters'] : []),
    ...(body === undefined ? [] : [`@param body the body${isOptional ? '; null where none came' : ''}`]),
    '@param invocation the request as interceptors see it',
  ];
  printDoc(file, { text: `A request of \`${names.member}\`, read and checked by the model.`, tags });
  const open = call(
    code`public record ${names.type}Request`,
    components,
    code` implements ${support('ApiRequest', context)} {}`,
    2,
  );
  file.print(open);
}

function printConversion(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const { parameters, body } = operation;
  const read = code`${support('Json', context)}.read(invocation.requestParameters(), ${names.type}RequestParameters.class)`;
  const contents = body?.contents ?? [];
  const type = code`${names.type}RequestBody`;
  const value = readBody(contents, { type, source: 'invocation', isStreamed: false }, context);
  const isSwitch = contents.length > 1;
  const args = [
    ...(parameters.length === 0 ? [] : [read]),
    ...(contents.length === 0 ? [] : [isSwitch ? 'body' : value]),
    'invocation',
  ];
  file.line`@Override`;
  const invocation = support('Invocation', context);
  method(file, code`protected final ${names.type}Request toRequest(${invocation} invocation)`, [
    ...(isSwitch ? [code`${type} body = invocation.body() == null ? null : ${value};`] : []),
    call(code`return new ${names.type}Request`, args, ';', 4),
  ]);
}
