import { capitalize, NameScope, pascalCase } from '../../../../emit/names';
import type { SourceFile } from '../../../../emit/source-file';
import { type Code, code, join, lengthOf } from '../../../../emit/symbol';
import type { Shape } from '../../../../model/shape';
import { printDoc } from '../../javadoc';
import { lineLength, method, quote } from '../../source';
import { checksOf } from '../checks/checks';
import type { ClassForm, Form } from './forms';
import type { JavaModels, ModelClass } from './java-models';
import { imported, supportClass } from './symbols';
import { nameOf, qualifiedNameOf, typeOf } from './types';

/** What a value of a union may be: a class of its own, or a record around what has none. */
export interface Variant {
  readonly shape: Shape;
  /** The key of the class; absent for a record around a value. */
  readonly key: Shape | undefined;
  /** The name of the record around a value, which is within the union. */
  readonly wrapper: string | undefined;
}

type UnionForm = Extract<ClassForm, { readonly kind: 'union' }>;

/** The forms of a union by their positions: those of one type are one, and null is none. */
export function variantsOf(form: UnionForm, models: JavaModels): ReadonlyMap<number, Variant> {
  const { forms } = models;
  const variants = new Map<number, Variant>();
  const bySignature = new Map<string, Variant>();
  const scope = new NameScope(new Set(siblingNames(form, models)));
  for (const [index, shape] of form.union.members.entries()) {
    if (shape.kind === 'null') continue;
    const signature = forms.signature(shape);
    const variant = bySignature.get(signature) ?? variantOf(shape, forms.of(shape), scope);
    bySignature.set(signature, variant);
    variants.set(index, variant);
  }
  return variants;
}

/** The unions that a class is a form of, by the keys of both. */
export function implementedBy(models: JavaModels): ReadonlyMap<Shape, readonly ModelClass[]> {
  const unions = new Map<Shape, ModelClass[]>();
  for (const each of models.classes.values()) {
    if (each.form.kind !== 'union') continue;
    for (const key of new Set([...variantsOf(each.form, models).values()].map((variant) => variant.key))) {
      if (key !== undefined) unions.set(key, [...(unions.get(key) ?? []), each]);
    }
  }
  return unions;
}

/** Prints the interface of a union, and the records around values that have no class of their own. */
export function printUnion(
  file: SourceFile,
  found: ModelClass & { readonly form: UnionForm },
  implementing: Code,
  models: JavaModels,
  nested: () => void,
): void {
  const { form, name, file: fileName } = found;
  const variants = [...new Set(variantsOf(form, models).values())];
  const permitted = variants.map((variant) => variantName(variant, found, models));
  const own = nameOf(found, models, fileName);
  printDoc(file, { text: found.description });
  const start = code`public sealed interface ${name}${implementing}`;
  const permits = code`permits ${join(permitted, ', ')} {`;
  const fits = lengthOf(start) + lengthOf(permits) + 3 <= lineLength;
  file.block(fits ? code`${start} ${permits}` : code`${start}\n    ${permits}`, '}', () => {
    printDoc(file, { text: 'Reads a value, whichever form it has.' });
    file.line`@${imported.creator}(mode = ${imported.creator}.Mode.DELEGATING)`;
    file.block(code`static ${own} fromJson(${imported.jsonNode} json) {`, '}', () => {
      file.line`return ${found.formsClass}.FORMS.read(json);`;
    });
    for (const { wrapper, shape } of variants) {
      if (wrapper === undefined) continue;
      file.blank();
      const implemented = code` implements ${own}`;
      printWrapper(file, wrapper, typeOf(shape, models, fileName), implemented, undefined, () => {});
    }
    nested();
  });
}

/** Prints what tells the forms of a union apart, behind the class of a file. */
export function printForms(
  file: SourceFile,
  found: ModelClass & { readonly form: UnionForm },
  models: JavaModels,
): void {
  const { form, name, formsClass } = found;
  const own = qualifiedNameOf(found, models, found.file);
  const variants = variantsOf(form, models);
  const distinct = [...new Set(variants.values())];
  const lines = distinct.map((variant) => {
    const shapes = form.union.members.filter((_, index) => variants.get(index) === variant);
    const checks = shapes.flatMap((shape) => checksOf(shape, models));
    return code`.form(${join([code`${variantName(variant, found, models)}.class`, ...checks], ', ')})`;
  });
  const { discriminator } = form.union;
  if (discriminator !== undefined) {
    lines.push(code`.discriminator(${quote(discriminator.property)})`);
    for (const [value, index] of discriminator.mapping) {
      const variant = variants.get(index);
      if (variant !== undefined) lines.push(code`.named(${quote(value)}, ${distinct.indexOf(variant)})`);
    }
  }
  const forms = code`${supportClass('Forms', models.packages)}<${own}>`;
  file.blank();
  printDoc(file, { text: `Tells the forms of ${name} apart.` });
  file.block(code`final class ${formsClass} {`, '}', () => {
    file.line`static final ${forms} FORMS = new ${forms}()\n    ${join(lines, '\n    ')};`;
    file.blank();
    file.line`private ${formsClass}() {}`;
  });
}

/** Prints a record around a value, which is nothing else on the wire. */
export function printWrapper(
  file: SourceFile,
  name: string,
  type: Code,
  implementing: Code,
  description: string | undefined,
  nested: () => void,
): void {
  printDoc(file, { text: description, tags: ['@param value the value'] });
  file.block(code`public record ${name}(@${imported.value} ${type} value)${implementing} {`, '}', () => {
    printDoc(file, { text: 'Is the value on the wire.' });
    file.line`@${imported.creator}(mode = ${imported.creator}.Mode.DELEGATING)`;
    method(file, code`public ${name}`, []);
    nested();
  });
}

function variantName({ key, wrapper }: Variant, union: ModelClass, models: JavaModels): Code {
  if (wrapper !== undefined) return code`${qualifiedNameOf(union, models, union.file)}.${wrapper}`;
  const found = key === undefined ? undefined : models.classes.get(key);
  if (found === undefined) throw new Error('a form of a union has no class');
  return qualifiedNameOf(found, models, union.file);
}

function variantOf(shape: Shape, form: Form, scope: NameScope): Variant {
  if ('key' in form) return { shape, key: form.key, wrapper: undefined };
  const named = shape.kind === 'reference' ? pascalCase(shape.target) : '';
  return { shape, key: undefined, wrapper: scope.claim(`${named === '' ? wrapperName(form) : named}Value`) };
}

function wrapperName(form: Form): string {
  if (form.kind === 'scalar') return form.type === 'byte[]' ? 'Bytes' : form.type;
  return capitalize(form.kind);
}

/** The names of the classes in the same file, none of which a record around a value may have. */
function siblingNames(form: UnionForm, models: JavaModels): string[] {
  const found = models.classes.get(form.key);
  if (found === undefined) return [];
  return [found.file, ...(models.within.get(found.file) ?? []).map(({ name }) => name)];
}
