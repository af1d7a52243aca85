import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, indentRest, join } from '../../../emit/symbol';
import type { Operation, Response, ResponseHeader, Service } from '../../../model/service';
import { asParameter, headersShape } from '../../operation-shapes';
import { statusName } from '../names';
import { call, list, literalKey, support } from '../source';
import type { NamedOperation, RuntimeContext } from './context';
import { printCheckFunction, printType } from './models';
import { readParameter } from './read-parameters';
import { writeHeader } from './write-parameters';

/** The type of the headers that the model describes; nothing where it describes none. */
export function headersName({ names }: NamedOperation, { status, headers }: Response): string | undefined {
  return headers.length === 0 ? undefined : `${names.type}${statusName(status)}ResponseHeaders`;
}

/** The types of the headers of responses. */
export function printHeaderTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  for (const response of withHeaders(named.operation)) {
    const name = headersName(named, response) ?? '';
    const text = `The headers that ${named.names.client} answers with (${response.status}).`;
    printType(file, name, headersShape(response), context.response, text);
  }
}

/** The functions that read headers: what handlers check and clients get. */
export function printHeaderReaders(script: SourceFile, named: NamedOperation, { service }: RuntimeContext): void {
  for (const response of withHeaders(named.operation)) {
    const name = readerName(named, response);
    script.declare(name);
    script.blank();
    const members = response.headers.map((header) => code`    ${literalKey(header.name)}: ${reader(header, service)},`);
    script.print(code`function ${name}(wire) {\n  return {\n${join(members, '\n')}\n  };\n}`);
  }
}

/** The checks of headers. */
export function printHeaderChecks(script: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  for (const response of withHeaders(named.operation)) {
    const name = checkName(named, response);
    script.declare(name);
    script.blank();
    printCheckFunction(script, name, headersShape(response), context.response, 'headers');
  }
}

/** What a handler does with the headers of its responses. */
export function headerWriter(named: NamedOperation, service: Service): Code | undefined {
  const entries = inTable(named.operation).map((response) => {
    if (response.headers.length === 0) return code`${statusKey(response)}: undefined`;
    const write = response.headers.map((header) => code`${literalKey(header.name)}: ${writer(header, service)}`);
    const members = [
      code`write: ${list('{', write, '}', ' ')}`,
      code`read: ${readerName(named, response)}`,
      code`check: ${checkName(named, response)}`,
    ];
    return code`${statusKey(response)}: ${indentRest(list('{', members, '}', ' '), '')}`;
  });
  return entries.length === 0
    ? undefined
    : call(support('response-headers', 'writeHeaders'), [list('{', entries, '}', ' ')]);
}

/** What a client does with them. */
export function headerReader(named: NamedOperation): Code | undefined {
  const entries = inTable(named.operation).map(
    (response) =>
      code`${statusKey(response)}: ${response.headers.length === 0 ? 'undefined' : readerName(named, response)}`,
  );
  return entries.length === 0
    ? undefined
    : call(support('response-headers', 'readHeaders'), [list('{', entries, '}', ' ')]);
}

function withHeaders({ responses }: Operation): Response[] {
  return responses.filter(({ headers }) => headers.length > 0);
}

/** The responses with headers, and those that a range or `default` with headers does not stand for. */
function inTable(operation: Operation): Response[] {
  const hasRange = withHeaders(operation).some(({ status }) => typeof status !== 'number');
  return operation.responses.filter(({ headers, status }) => headers.length > 0 || (hasRange && status !== 'default'));
}

function reader(header: ResponseHeader, service: Service): Code {
  if (isCookies(header)) return call(support('response-headers', 'setCookies'), [code`wire`]);
  return indentRest(readParameter(asParameter(header), service, []), '    ');
}

function writer(header: ResponseHeader, service: Service): Code {
  return code`(value) => ${writeHeader(asParameter(header), code`value`, service)}`;
}

/** The one header that is sent once for each value. */
function isCookies({ name, shape }: ResponseHeader): boolean {
  return name.toLowerCase() === 'set-cookie' && shape.kind === 'list';
}

function statusKey({ status }: Response): string {
  return typeof status === 'number' ? String(status) : literalKey(status);
}

function readerName({ names }: NamedOperation, { status }: Response): string {
  return `read${names.type}${statusName(status)}Headers`;
}

function checkName({ names }: NamedOperation, { status }: Response): string {
  return `check${names.type}${statusName(status)}Headers`;
}
