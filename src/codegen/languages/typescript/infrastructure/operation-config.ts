import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import type { Service } from '../../../model/service';
import { operationDoc } from '../../infrastructure/documentation';
import { printDoc, propertyName, typeScriptFile } from '../source';

/** `operation-config.ts`: one required member an operation, so that a missing one is an error at its name. */
export function emitOperationConfig(service: Service): SourceFile {
  const file = typeScriptFile('operation-config');
  file.declare('OperationConfig', 'Operations');
  printDoc(file, { text: 'Something for every operation: where one is left out, the compiler says which.' });
  file.block(code`export interface OperationConfig<T> {`, '}', () => {
    for (const operation of service.operations) {
      printDoc(file, operationDoc(operation));
      file.line`readonly ${propertyName(operation.id)}: T;`;
    }
  });
  file.blank();
  printDoc(file, { text: 'Makes an OperationConfig.' });
  file.block(code`export class Operations {`, '}', () => {
    printDoc(file, { text: 'The same for every operation.' });
    file.block(code`static all<T>(value: T): OperationConfig<T> {`, '}', () => {
      file.block(code`return {`, '};', () => {
        for (const { id } of service.operations) file.line`${propertyName(id)}: value,`;
      });
    });
  });
  return file;
}
