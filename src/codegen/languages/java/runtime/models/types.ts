import { type Code, code } from '../../../../emit/symbol';
import type { Shape } from '../../../../model/shape';
import { javaType } from '../../source';
import type { Form } from './forms';
import type { JavaModels, ModelClass } from './java-models';
import { imported } from './symbols';

/**
 * The type of a shape: a class, so that it can be a parameter of another, and null where there is nothing.
 *
 * @param file the class whose file it is printed into, where that is one of the models
 */
export function typeOf(shape: Shape, models: JavaModels, file?: string): Code {
  return typeOfForm(models.forms.of(shape), models, file);
}

export function typeOfForm(form: Form, models: JavaModels, file?: string): Code {
  switch (form.kind) {
    case 'json':
      return code`${imported.jsonNode}`;
    case 'scalar':
      return code`${form.type}`;
    case 'list':
      return code`${imported.list}<${commonType(form.items, models, file)}>`;
    case 'map':
      return code`${imported.map}<String, ${commonType(form.values, models, file)}>`;
    default: {
      const found = models.classes.get(form.key);
      if (found === undefined) throw new Error('the shape is none of the service, and has no class');
      return nameOf(found, models, file);
    }
  }
}

/** The type of what is of one of some shapes. */
export function commonType(shapes: readonly Shape[], models: JavaModels, file?: string): Code {
  const [first] = shapes;
  if (first === undefined || !models.forms.areAlike(shapes)) return code`${imported.jsonNode}`;
  return typeOf(first, models, file);
}

/** How a class is named in a file: one within another by both names, unless it is within this very file. */
export function nameOf(found: ModelClass, models: JavaModels, file?: string): Code {
  const { models: javaPackage } = models.packages;
  if (found.file === file) return code`${found.name}`;
  if (found.file !== found.name) return qualifiedNameOf(found, models, file);
  const isHidden = file !== undefined && models.within.get(file)?.some(({ name }) => name === found.name);
  return isHidden ? code`${javaPackage}.${found.name}` : code`${javaType(found.name, javaPackage)}`;
}

/** As {@link nameOf}, where the classes within the file are not known by their own names: in what a class says of its parents and children. */
export function qualifiedNameOf(found: ModelClass, models: JavaModels, file?: string): Code {
  if (found.file === found.name) return nameOf(found, models, file);
  return code`${nameOf({ ...found, name: found.file }, models, file)}.${found.name}`;
}

/** Whether a type has parameters, so that it has no class of its own. */
export function isGeneric(form: Form): boolean {
  return form.kind === 'list' || form.kind === 'map';
}
