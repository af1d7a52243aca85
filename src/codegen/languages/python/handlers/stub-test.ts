import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, valueSymbol } from '../../../emit/symbol';
import { call, ownModule, packageModule, pythonFile, suite } from '../source';
import type { StubContext } from './stub';

/** The test of a stub: passes as it stands, and shows how to call a handler. */
export function emitStubTest(context: StubContext, given: readonly Code[] | undefined): SourceFile {
  const { names, module, runtime, example } = context;
  const file = pythonFile(`tests/test_${names.member}`);
  const handler = valueSymbol('handler', ownModule(`${module}.${names.member}`));
  file.print(code``);
  if (given === undefined || example === undefined) {
    file.declare('test_can_be_called');
    suite(file, code`def test_can_be_called() -> None:`, () => {
      file.line`assert callable(${handler})`;
    });
    return file;
  }
  const invoke = valueSymbol('invoke', packageModule(`${runtime}.testing`));
  const name = `test_answers_with_${example.status}`;
  file.declare(name, 'response');
  suite(file, code`def ${name}() -> None:`, () => {
    const head = '    response = '.length;
    file.print(code`response = ${call(code`${invoke}.${names.member}`, [code`${handler}`, ...given], head)}`);
    file.line`assert response.status == ${String(example.status)}`;
  });
  return file;
}
