import type { SourceFile } from '../../../../emit/source-file';
import { code } from '../../../../emit/symbol';
import type { NamedShape } from '../../../../model/service';
import { printDoc } from '../../javadoc';
import { javaFile } from '../../source';
import type { JavaModels } from '../models/java-models';
import { supportClass } from '../models/symbols';
import { anything, findCheck } from './checks';

/** The files of the checks of all named schemas, with their names. */
export function* emitChecks(models: JavaModels): Iterable<readonly [name: string, file: SourceFile]> {
  for (const named of models.service.shapes.values()) {
    const name = models.checks.get(named.name);
    if (name !== undefined) yield [name, emitCheck(named, name, models)];
  }
}

function emitCheck({ name: within, shape }: NamedShape, name: string, models: JavaModels): SourceFile {
  const file = javaFile(models.packages.checks, name);
  const type = supportClass('Check', models.packages);
  const checkIn = (direction: 'request' | 'response') =>
    findCheck(shape, { models, direction, within }) ?? anything({ models });
  const isDirected = models.directed.has(within);
  printDoc(file, { text: `What values of the schema ${within} have to be.` });
  file.block(code`public final class ${name} {`, '}', () => {
    printDoc(file, { text: 'In responses.' });
    file.line`public static final ${type} RESPONSE = ${checkIn('response')};`;
    file.blank();
    printDoc(file, { text: 'In requests.' });
    file.line`public static final ${type} REQUEST = ${isDirected ? checkIn('request') : 'RESPONSE'};`;
    file.blank();
    file.line`private ${name}() {}`;
  });
  return file;
}
