import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, valueSymbol } from '../../../emit/symbol';
import type { Operation } from '../../../model/service';
import { call, isIdentifier, packageModule, quote, typeScriptFile } from '../source';
import type { StubContext } from './stub';

/** The test of a stub: passes as it stands, and shows how to call a handler. */
export function emitStubTest(operation: Operation, context: StubContext, input: Code | undefined): SourceFile {
  const { names, runtime, example } = context;
  const file = typeScriptFile(`test/${names.file}`);
  file.declare('test', 'expect', 'response');
  const handler = valueSymbol('handler', packageModule(`../src/${names.file}`));
  if (input === undefined) {
    file.block(code`test('handles ${operation.id}', () => {`, '});', () => {
      file.line`expect(${handler}.operationId).toBe(${quote(operation.id)});`;
    });
    return file;
  }
  const invoke = valueSymbol('invoke', packageModule(`${runtime}/testing`));
  const status = example?.status ?? 500;
  const title = example === undefined ? 'is not implemented yet' : `answers with ${status}`;
  file.block(code`test(${quote(title)}, async () => {`, '});', () => {
    const member = isIdentifier(operation.id) ? `.${operation.id}` : `[${quote(operation.id)}]`;
    file.print(code`const response = await ${call(code`${invoke}${member}`, [code`${handler}`, input])};`);
    file.line`expect(response).toMatchObject({ status: ${status} });`;
  });
  return file;
}
