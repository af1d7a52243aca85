import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, usesValueOf } from '../../../emit/symbol';
import type { NamedShape } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { exactShapes, placesOf } from '../int64';
import type { ModelNames } from '../names';
import { printDoc, supportType } from '../source';
import { structureType, typeOf } from '../types';
import { type CheckContext, checkBody } from '../validators/checks';
import type { RuntimeContext } from './context';
import { type Parameter, RuntimeModule } from './module';

/** The module of a named schema: its type, and the function that checks a value. */
export function emitModel(named: NamedShape, types: SourceFile, context: RuntimeContext): RuntimeModule {
  const names = context.names.models.get(named.name);
  if (names === undefined) throw new Error(`no schema is called '${named.name}'`);
  const module = new RuntimeModule(names.module, types);
  module.declare(names.type, names.validator, names.requestType, names.requestValidator);
  printType(module.types, names.type, named.shape, context.response);
  printValidator(module, names.validator, named.shape, context.response, names.type);
  if (names.requestType !== names.type) {
    printType(
      module.types,
      names.requestType,
      named.shape,
      context.request,
      `{@link ${names.type}}, as requests have it.`,
    );
    printValidator(module, names.requestValidator, named.shape, context.request, names.requestType);
  }
  if (exactShapes(context.service).has(named.name)) printInt64Places(module, names, named.shape, context);
  return module;
}

/** What reads JSON without a loss has to know of the schema. */
function printInt64Places(
  { types, script }: RuntimeModule,
  { int64, type }: ModelNames,
  shape: Shape,
  context: RuntimeContext,
): void {
  types.blank();
  printDoc(types, { text: `Where a ${type} has integers of 64 bits.` });
  types.line`export declare const ${int64}: ${supportType('exact-json', 'Int64Places')};`;
  script.blank();
  script.line`export const ${int64} = ${placesOf(shape, context) ?? code`{}`};`;
}

/** Prints the declaration of a type. */
export function printType(file: SourceFile, name: string, shape: Shape, context: CheckContext, text?: string): void {
  file.blank();
  printDoc(file, { text: text ?? shape.description ?? shape.title, deprecated: shape.deprecated });
  if (shape.kind === 'structure') file.line`export interface ${name} ${structureType(shape, context)}`;
  else file.line`export type ${name} = ${typeOf(shape, context)};`;
}

function printValidator(module: RuntimeModule, name: string, shape: Shape, context: CheckContext, type: string): void {
  const doc = { text: `Reports every way in which a value is not a ${type}.` };
  const body = checkLines(shape, context, 'members');
  module.function({ name, doc, parameters: checked, result: 'void' }, () => module.script.print(...body));
}

const checked: readonly Parameter[] = [
  { name: 'value', type: code`unknown` },
  { name: 'at', type: code`string` },
  { name: 'report', type: code`${supportType('validation', 'Report')}` },
];

/** Prints a function of this script alone that checks a shape. */
export function printCheckFunction(
  script: SourceFile,
  name: string,
  shape: Shape,
  context: CheckContext,
  local: string,
): void {
  script.block(code`function ${name}(value, at, report) {`, '}', () =>
    script.print(...checkLines(shape, context, local)),
  );
}

function checkLines(shape: Shape, context: CheckContext, local: string): Code[] {
  const lines = checkBody(shape, context, local);
  // Without this, what is not there would be looked for through all schemas that refer to each other.
  return lines.some(callsValidator) ? [code`if (value === undefined) return;`, ...lines] : lines;
}

function callsValidator(code: Code): boolean {
  return usesValueOf(code, 'models/');
}
