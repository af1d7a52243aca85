import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import type { Operation, Service } from '../../../model/service';
import { operationDoc } from '../../infrastructure/documentation';
import { printDoc } from '../javadoc';
import type { OperationNames } from '../names';
import { call, javaFile, method, quote } from '../source';
import { chunks } from './chunks';
import { jsiiBuilder, linkedHashMap, list, map, stream } from './symbols';

type Names = ReadonlyMap<string, OperationNames>;

/** `OperationConfig`: something for every operation, made by a builder that refuses to leave one out. */
export function emitOperationConfig({ operations }: Service, javaPackage: string, names: Names): SourceFile {
  const file = javaFile(javaPackage, 'OperationConfig');
  printDoc(file, {
    text: 'Something for every operation of the API. Its builder takes them in any order, and refuses to leave one out.',
    tags: ['@param <T> what every operation has, such as a TypeSafeApiIntegration'],
  });
  file.block(code`public final class OperationConfig<T> {`, '}', () => {
    emitIds(file, operations);
    file.blank();
    file.line`private final ${map}<String, T> values;`;
    file.blank();
    method(file, code`private OperationConfig(${map}<String, T> values)`, [code`this.values = values;`]);
    file.blank();
    printDoc(file, {
      text: 'Starts with nothing for any operation.',
      tags: ['@param <T> what every operation has', '@return a builder'],
    });
    method(file, code`public static <T> Builder<T> builder()`, [code`return new Builder<>();`]);
    file.blank();
    printDoc(file, { text: 'The same for every operation.' });
    method(file, code`static <T> OperationConfig<T> all(T value)`, [
      code`Builder<T> builder = new Builder<>();`,
      code`for (String operation : OPERATIONS) builder.with(operation, value);`,
      code`return builder.build();`,
    ]);
    for (const operation of operations) emitGetter(file, operation, names);
    file.blank();
    printDoc(file, { text: 'All of it by the ids of the operations, in the order of the model.' });
    method(file, code`public ${map}<String, T> toMap()`, [code`return values;`]);
    file.blank();
    emitBuilder(file, operations, names);
  });
  return file;
}

function emitGetter(file: SourceFile, operation: Operation, names: Names): void {
  file.blank();
  printDoc(file, operationDoc(operation));
  const getter = names.get(operation.id)?.getter ?? operation.id;
  method(file, code`public T ${getter}()`, [code`return values.get(${quote(operation.id)});`]);
}

function emitBuilder(file: SourceFile, operations: readonly Operation[], names: Names): void {
  printDoc(file, { text: 'Collects something for every operation.', tags: ['@param <T> what every operation has'] });
  const open = code`public static final class Builder<T> implements ${jsiiBuilder}<OperationConfig<T>> {`;
  file.block(open, '}', () => {
    file.line`private final ${map}<String, T> values = new ${linkedHashMap}<>();`;
    file.blank();
    file.line`private Builder() {}`;
    for (const operation of operations) {
      file.blank();
      printDoc(file, operationDoc(operation));
      const member = names.get(operation.id)?.member ?? operation.id;
      method(file, code`public Builder<T> ${member}(T value)`, [code`return with(${quote(operation.id)}, value);`]);
    }
    file.blank();
    printDoc(file, {
      text: 'All that was collected.',
      tags: ['@throws IllegalStateException when there is nothing, or null, for an operation: it names all such'],
    });
    file.line`@Override`;
    method(file, code`public OperationConfig<T> build()`, [
      code`return new OperationConfig<>(OperationValues.complete(OPERATIONS, values));`,
    ]);
    file.blank();
    method(file, code`private Builder<T> with(String operation, T value)`, [
      code`values.put(operation, value);`,
      code`return this;`,
    ]);
  });
}

/** A string costs eight bytes of code in a list. */
const idsOfOneMethod = 4000;

function emitIds(file: SourceFile, operations: readonly Operation[]): void {
  const type = code`${list}<String>`;
  const parts = chunks(operations, idsOfOneMethod).map((part) => part.map(({ id }) => code`${quote(id)}`));
  const [only = []] = parts;
  printDoc(file, { text: 'The ids of the operations, in the order of the model.' });
  if (parts.length <= 1) {
    file.print(call(code`private static final ${type} OPERATIONS = ${list}.of`, only, code`;`, 2));
    return;
  }
  const calls = parts.map((_, index): Code => code`operations${index + 1}()`);
  const flat = code`.flatMap(${list}::stream).toList();`;
  file.print(call(code`private static final ${type} OPERATIONS = ${stream}.of`, calls, flat, 2));
  for (const [index, ids] of parts.entries()) {
    file.blank();
    method(file, code`private static ${type} operations${index + 1}()`, [
      call(code`return ${list}.of`, ids, code`;`, 4),
    ]);
  }
}

/** `Operations`: makes an OperationConfig. */
export function emitOperations(javaPackage: string): SourceFile {
  const file = javaFile(javaPackage, 'Operations');
  printDoc(file, { text: 'Makes an `OperationConfig`.' });
  file.block(code`public final class Operations {`, '}', () => {
    file.line`private Operations() {}`;
    file.blank();
    printDoc(file, {
      text: 'The same for every operation.',
      tags: ['@param <T> what every operation has', '@param value what all of them get', '@return a config'],
    });
    method(file, code`public static <T> OperationConfig<T> all(T value)`, [code`return OperationConfig.all(value);`]);
  });
  return file;
}
