import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import type { Service } from '../../../model/service';
import { operationDoc } from '../../infrastructure/documentation';
import { printDocstring } from '../docstring';
import type { OperationNames } from '../names';
import { brackets, call, pythonFile, quote, suite } from '../source';
import { dataclass, generic, namesOperations, typeVariable } from './symbols';

/** `operation_config.py`: one required keyword for each operation, so that a missing one is an error that names it. */
export function emitOperationConfig(service: Service, names: ReadonlyMap<string, OperationNames>): SourceFile {
  const file = pythonFile('operation_config');
  const members = service.operations.map((operation) => ({
    operation,
    member: names.get(operation.id)?.member ?? operation.id,
  }));
  file.line`_T = ${typeVariable}("_T")`;
  file.line`_T_co = ${typeVariable}("_T_co", covariant=True)`;
  file.print(code``, code``);
  file.line`@${namesOperations}`;
  file.line`@${dataclass}(frozen=True, kw_only=True)`;
  suite(file, code`class OperationConfig(${generic}[_T_co]):`, () => {
    printDocstring(file, { text: configDoc }, 4);
    for (const { operation, member } of members) {
      file.blank();
      file.line`${member}: _T_co`;
      printDocstring(file, operationDoc(operation), 4);
    }
  });
  file.print(code``);
  suite(file, code`class Operations:`, () => {
    printDocstring(file, { text: 'Makes an OperationConfig.' }, 4);
    file.blank();
    file.line`@staticmethod`;
    suite(file, code`def all(value: _T) -> OperationConfig[_T]:`, () => {
      printDocstring(file, { text: 'The same for every operation.' }, 8);
      const values = members.map(({ member }) => code`${member}=value`);
      file.print(call(code`return OperationConfig`, values, 8));
    });
  });
  suite(file, code`def by_operation_id(config: OperationConfig[_T]) -> dict[str, _T]:`, () => {
    printDocstring(file, { text: 'What is configured, by the ids that the operations have in the model.' }, 4);
    suite(file, code`if not isinstance(config, OperationConfig):`, () => {
      file.line`raise TypeError(f"an OperationConfig(...) is needed, got a {type(config).__name__}")`;
    });
    const entries = members.map(({ operation, member }) => code`${quote(operation.id)}: config.${member}`);
    file.print(code`return ${brackets('{', entries, '}', '    return '.length)}`);
  });
  return file;
}

const configDoc =
  'Something for every operation.\n\nWhere one is left out, type checkers and the constructor say which.';
