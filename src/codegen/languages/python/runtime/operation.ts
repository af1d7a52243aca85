import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, join, lengthOf } from '../../../emit/symbol';
import type { Operation, Response } from '../../../model/service';
import { headersShape, parametersShape } from '../../operation-shapes';
import { brackets, call, deeper, lineLength, pythonFile, quote } from '../source';
import { callWith, keyword, nested, step, support } from './checks/expressions';
import { clientTypeNames, printClientTypes } from './client-types';
import { check, type RuntimeContext } from './context';
import { contentsExpression } from './operation-bodies';
import type { NamedOperation } from './operation-names';
import { headerExpression, parameterExpression } from './operation-parameters';
import { printOperationTypes, typeNames } from './operation-types';
import { paginationExpression } from './pagination';
import { literalType } from './symbols';

/** `operations/say_hello.py`: what handlers and clients of an operation share. */
export function emitOperation(named: NamedOperation, context: RuntimeContext): SourceFile {
  const { operation, names } = named;
  const file = pythonFile(`operations/${names.member}`);
  file.declare(names.constant, ...typeNames(named), ...clientTypeNames(named));
  printOperationTypes(file, named, context);
  printClientTypes(file, named, context);
  const id = code`${literalType}[${quote(operation.id)}]`;
  const inline = code`${names.constant}: ${support('operation', 'Operation')}[${id}]`;
  const isShort = lengthOf(inline) + ' = Operation('.length <= lineLength;
  const head = isShort ? inline : code`${names.constant}: ${support('operation', 'Operation')}[\n    ${id}\n]`;
  file.print(code`${head} = ${operationExpression(named, context)}`);
  return file;
}

/** What is said of an operation wherever it has a function. */
export function operationText({ summary, description, method, path }: Operation, start = ''): string {
  const said = [start, summary, description === summary ? undefined : description].filter(
    (text) => text !== undefined && text.trim() !== '',
  );
  return [...said, `\`${method.toUpperCase()} ${path}\``].join('\n\n');
}

function operationExpression(named: NamedOperation, context: RuntimeContext): Code {
  const { operation, names } = named;
  const { id, method, path, parameters, body, responses, pagination } = operation;
  const withHeaders = responses.filter(({ headers }) => headers.length > 0);
  const keywords = [
    ...keyword('id', quote(id)),
    ...keyword('method', quote(method.toUpperCase())),
    ...keyword('path', quote(path)),
    ...(parameters.length === 0
      ? []
      : [
          nested('parameters', (indent) => parametersExpression(named, context, indent)),
          nested(
            'check_parameters',
            (indent) => check(parametersShape(operation), 'request', context, indent) ?? anything(),
          ),
          ...keyword('parameters_type', `${names.type}RequestParameters`),
        ]),
    ...(body === undefined
      ? []
      : [
          nested('body', (indent) =>
            callWith(
              support('operation', 'RequestBody'),
              [contentsExpression(body.contents, 'request', context, indent + step)],
              keyword('required', body.required ? 'True' : undefined),
              indent,
            ),
          ),
        ]),
    nested('responses', (indent) => {
      const entries = responses.map((response) => {
        const key = `${statusKey(response)}: `;
        return code`${key}${contentsExpression(response.contents, 'response', context, indent + step + key.length)}`;
      });
      return brackets('{', entries, '}', indent);
    }),
    ...(withHeaders.length === 0
      ? []
      : [nested('response_headers', (indent) => headersExpression(withHeaders, context, indent))]),
    ...(pagination === undefined
      ? []
      : [nested('pagination', (indent) => paginationExpression(named, pagination, indent))]),
  ];
  const args = keywords.map(({ name, print }) => code`${name}=${print(name.length + 6)}`);
  // One keyword a line, however short: descriptions are read like tables.
  return code`${support('operation', 'Operation')}(\n    ${join(args.map(deeper), ',\n    ')},\n)`;
}

function parametersExpression(named: NamedOperation, context: RuntimeContext, indent: number): Code {
  const items = named.operation.parameters.map((each) => parameterExpression(each, named, context, indent + step));
  return brackets('[', items, ']', indent);
}

function headersExpression(responses: readonly Response[], context: RuntimeContext, indent: number): Code {
  const entries = responses.map((response) => {
    const headers = response.headers.map((each) => headerExpression(each, context, indent + 2 * step));
    const found = check(headersShape(response), 'response', context, indent + 2 * step) ?? anything();
    const args = [brackets('[', headers, ']', indent + 2 * step), found];
    const key = `${statusKey(response)}: `;
    return code`${key}${call(support('operation', 'ResponseHeaders'), args, indent + step + key.length)}`;
  });
  return brackets('{', entries, '}', indent);
}

function anything(): Code {
  return code`${support('checks', 'ANYTHING')}`;
}

function statusKey({ status }: Response): string {
  return typeof status === 'number' ? String(status) : quote(status);
}
