import type { GeneratedFile } from '../../../../emit/generated-file';
import { type Code, code } from '../../../../emit/symbol';
import type { Shape } from '../../../../model/shape';
import { toClassFile } from '../../source';
import { emitChecks } from '../checks/emit-checks';
import { emitModelClasses } from './emit-models';
import type { JavaModels } from './java-models';
import { imported, supportClass } from './symbols';
import { isGeneric, typeOf } from './types';

export { checkOf } from '../checks/checks';
export { type JavaModels, javaModels, type NamedModels, nameModels } from './java-models';
export { typeOf } from './types';

/** The classes of all schemas, and their checks. */
export function* emitModels(models: JavaModels): Iterable<GeneratedFile> {
  for (const [name, file] of emitModelClasses(models)) yield toClassFile(file, name);
  for (const [name, file] of emitChecks(models)) yield toClassFile(file, name);
}

/** An expression that turns a tree into a value of the type of a shape. */
export function readOf(shape: Shape, value: Code, models: JavaModels): Code {
  const type = typeOf(shape, models);
  const target = isGeneric(models.forms.of(shape))
    ? code`new ${imported.typeReference}<${type}>() {}`
    : code`${type}.class`;
  return code`${supportClass('Json', models.packages)}.read(${value}, ${target})`;
}
