import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, usesValueOf } from '../../../emit/symbol';
import type { NamedShape } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { exactShapes, placesOf } from '../int64';
import type { ModelNames } from '../names';
import { printDoc, supportType, typeScriptFile } from '../source';
import { structureType, typeOf } from '../types';
import { type CheckContext, checkBody } from '../validators/checks';
import type { RuntimeContext } from './context';

/** The module of a named schema: its type, and the function that checks a value. */
export function emitModel(named: NamedShape, context: RuntimeContext): SourceFile {
  const names = context.names.models.get(named.name);
  if (names === undefined) throw new Error(`no schema is called '${named.name}'`);
  const file = typeScriptFile(names.module);
  file.declare(names.type, names.validator, names.requestType, names.requestValidator);
  printType(file, names.type, named.shape, context.response);
  printValidator(file, names.validator, named.shape, context.response, names.type);
  if (names.requestType !== names.type) {
    printType(file, names.requestType, named.shape, context.request, `{@link ${names.type}}, as requests have it.`);
    printValidator(file, names.requestValidator, named.shape, context.request, names.requestType);
  }
  if (exactShapes(context.service).has(named.name)) printInt64Places(file, names, named.shape, context);
  return file;
}

/** What reads JSON without a loss has to know of the schema. */
function printInt64Places(file: SourceFile, { int64, type }: ModelNames, shape: Shape, context: RuntimeContext): void {
  file.declare(int64);
  file.blank();
  printDoc(file, { text: `Where a ${type} has integers of 64 bits.` });
  const places = placesOf(shape, context) ?? code`{}`;
  file.print(code`export const ${int64}: ${supportType('exact-json', 'Int64Places')} = ${places};`);
}

/** Prints the declaration of a type. */
export function printType(file: SourceFile, name: string, shape: Shape, context: CheckContext, text?: string): void {
  file.blank();
  printDoc(file, { text: text ?? shape.description ?? shape.title, deprecated: shape.deprecated });
  if (shape.kind === 'structure') file.line`export interface ${name} ${structureType(shape, context)}`;
  else file.line`export type ${name} = ${typeOf(shape, context)};`;
}

function printValidator(file: SourceFile, name: string, shape: Shape, context: CheckContext, type: string): void {
  file.blank();
  printDoc(file, { text: `Reports every way in which a value is not a ${type}.` });
  printCheckFunction(file, `export function ${name}`, shape, context, 'members');
}

/** Prints a function that checks a shape. */
export function printCheckFunction(
  file: SourceFile,
  start: string,
  shape: Shape,
  context: CheckContext,
  local: string,
): void {
  const lines = checkBody(shape, context, local);
  const isUsed = lines.length > 0;
  const parameters = isUsed ? 'value: unknown, at: string, report:' : '_value: unknown, _at: string, _report:';
  const open = code`${start}(${parameters} ${supportType('validation', 'Report')}): void {`;
  if (!isUsed) file.print(code`${open}}`);
  else {
    file.block(open, '}', () => {
      // Without this, what is not there would be looked for through all schemas that refer to each other.
      if (lines.some(callsValidator)) file.line`if (value === undefined) return;`;
      file.print(...lines);
    });
  }
}

function callsValidator(code: Code): boolean {
  return usesValueOf(code, 'models/');
}
