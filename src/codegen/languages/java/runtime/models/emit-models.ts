import { SourceFile } from '../../../../emit/source-file';
import { type Code, code, join } from '../../../../emit/symbol';
import type { Shape } from '../../../../model/shape';
import { printDoc } from '../../javadoc';
import { javaSource } from '../../source';
import { printEnum } from './enum-class';
import type { JavaModels, ModelClass } from './java-models';
import { printRecord } from './record-class';
import { qualifiedNameOf, typeOfForm } from './types';
import { implementedBy, printForms, printUnion, printWrapper } from './union-class';

/** The files of the classes of all schemas, with their names. */
export function* emitModelClasses(models: JavaModels): Iterable<readonly [name: string, file: SourceFile]> {
  const unions = implementedBy(models);
  for (const found of models.classes.values()) {
    if (found.file === found.name) yield [found.name, emitFile(found, models, unions)];
  }
}

type Unions = ReadonlyMap<Shape, readonly ModelClass[]>;

function emitFile(found: ModelClass, models: JavaModels, unions: Unions): SourceFile {
  const file = new SourceFile(models.packages.models, javaSource);
  const within = models.within.get(found.file) ?? [];
  file.declare(found.name, ...within.map(({ name }) => name));
  const print = (each: ModelClass, nested: () => void) =>
    printClass(file, each, implementing(each, models, unions), models, nested);
  print(found, () => {
    for (const each of within) {
      file.blank();
      print(each, () => {});
    }
  });
  for (const each of [found, ...within]) if (isUnion(each)) printForms(file, each, models);
  return file;
}

function printClass(
  file: SourceFile,
  found: ModelClass,
  implemented: Code,
  models: JavaModels,
  nested: () => void,
): void {
  const { form, name, description } = found;
  switch (form.kind) {
    case 'record':
      printRecord(file, form, { name, implementing: implemented, description, file: found.file, models }, nested);
      break;
    case 'enum':
      printDoc(file, { text: description });
      printEnum(file, name, form.values, implemented);
      break;
    case 'union':
      if (isUnion(found)) printUnion(file, found, implemented, models, nested);
      break;
    case 'wrapper':
      printWrapper(file, name, typeOfForm(form.of, models, found.file), implemented, description, nested);
  }
}

function implementing(found: ModelClass, models: JavaModels, unions: Unions): Code {
  const names = (unions.get(found.form.key) ?? []).map((union) => qualifiedNameOf(union, models, found.file));
  if (names.length === 0) return code``;
  return code` ${found.form.kind === 'union' ? 'extends' : 'implements'} ${join(names, ', ')}`;
}

function isUnion(
  found: ModelClass,
): found is ModelClass & { readonly form: Extract<ModelClass['form'], { readonly kind: 'union' }> } {
  return found.form.kind === 'union';
}
