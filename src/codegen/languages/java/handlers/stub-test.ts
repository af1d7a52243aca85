import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, indentRest } from '../../../emit/symbol';
import { hasInput } from '../runtime/operation-types';
import { javaFile, javaStatic, javaType, method } from '../source';
import type { StubContext } from './stub';

const assertions = ['org.junit.jupiter.api', 'Assertions'] as const;

/** The test of a stub: passes as it stands, and shows how to call a handler. */
export function emitStubTest(context: StubContext, input: readonly Code[] | undefined): SourceFile {
  const { operation, names, className, javaPackage, packages, example } = context;
  const file = javaFile(javaPackage, `${className}Test`);
  const test = javaType('Test', 'org.junit.jupiter.api');
  file.block(code`class ${className}Test {`, '}', () => {
    file.line`@${test}`;
    if (input === undefined || example === undefined) {
      const assertThat = javaStatic('assertNotNull', ...assertions);
      method(file, code`void canBeMade()`, [code`${assertThat}(new ${className}());`]);
      return;
    }
    const invoke = javaType('Invoke', packages.testing);
    const given = argumentOf(input, hasInput(operation));
    const equals = javaStatic('assertEquals', ...assertions);
    method(file, code`void answersWith${String(example.status)}()`, [
      code`var response = ${invoke}.${names.member}(new ${className}()${given});`,
      code`${equals}(${String(example.status)}, response.statusCode());`,
    ]);
  });
  return file;
}

function argumentOf(calls: readonly Code[], takesInput: boolean): Code {
  if (!takesInput || calls.length === 0) return code``;
  return code`, input -> input${calls.map((each) => indentRest(each, '        '))}`;
}
