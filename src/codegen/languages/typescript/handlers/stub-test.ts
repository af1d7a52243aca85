import { isJsonObject, type Json } from '../../../../shared/json';
import type { SourceFile } from '../../../emit/source-file';
import { code, valueSymbol } from '../../../emit/symbol';
import type { MockRequest } from '../../../mocks/mock-requests';
import type { Operation } from '../../../model/service';
import { call, isIdentifier, packageModule, quote, typeScriptFile } from '../source';
import { jsonLiteral } from './json-literal';
import type { StubContext } from './stub';

/** The test of a stub: passes as it stands, and shows how to call a handler. */
export function emitStubTest(operation: Operation, context: StubContext, request: MockRequest | undefined): SourceFile {
  const { names, runtime, example } = context;
  const file = typeScriptFile(`test/${names.file}`);
  file.declare('test', 'expect', 'response');
  const handler = valueSymbol('handler', packageModule(`../src/${names.file}`));
  if (request === undefined) {
    file.block(code`test('handles ${operation.id}', () => {`, '});', () => {
      file.line`expect(${handler}.operationId).toBe(${quote(operation.id)});`;
    });
    return file;
  }
  const invoke = valueSymbol('invoke', packageModule(`${runtime}/testing`));
  const status = example?.status ?? 500;
  const title = example === undefined ? 'is not implemented yet' : `answers with ${status}`;
  file.block(code`test(${quote(title)}, async () => {`, '});', () => {
    const input = jsonLiteral(inputOf(operation, request));
    const member = isIdentifier(operation.id) ? `.${operation.id}` : `[${quote(operation.id)}]`;
    file.print(code`const response = await ${call(code`${invoke}${member}`, [code`${handler}`, input])};`);
    file.line`expect(response).toMatchObject({ status: ${status} });`;
  });
  return file;
}

function inputOf({ body }: Operation, request: MockRequest): Json {
  const parameters: Record<string, Json> = {};
  for (const [key, value] of Object.entries(request.parameters)) if (value !== undefined) parameters[key] = value;
  return body?.required === true && request.body !== undefined && isJsonObject(parameters)
    ? { ...parameters, body: request.body }
    : parameters;
}
