import { inOrder } from '../../emit/names';
import { type Import, SourceFile, type SourceLanguage } from '../../emit/source-file';
import { type Code, type CodeSymbol, code, indentRest, isMultiline, join } from '../../emit/symbol';

/** How Python modules are written: as ruff formats them, with lines of 100 columns. */
export const pythonSource: SourceLanguage = {
  indent: '    ',
  imports: printImports,
  alias: (name, attempt) => `${name}${attempt}`,
  // No module declares what is a builtin: modules have classes and functions, whose names are others; operations are members of those.
  qualify: (name) => name,
};

/** How long a line may be. */
export const lineLength = 100;

/** The first line of every file that is overwritten. */
const generatedNotice = '# Generated from the API model. Changes made here are lost: change the model instead.\n';

/** A module of a package, such as `operation_config`; modules in folders are `models/pet`. */
export function pythonFile(module: string): SourceFile {
  return new SourceFile(module, pythonSource);
}

/** The text of a generated module: the notice, what the module is about, and its code. */
export function moduleText(about: string, text: string): string {
  return `${generatedNotice}"""${about}"""\n${text === '' ? '' : `\n${text}`}`;
}

/** The text of a module that is a file of this package. */
export function supportText(source: string): string {
  return generatedNotice + source;
}

/** A module of another distribution, for symbols: it is imported by its own name. */
export function packageModule(name: string): string {
  return `${packagePrefix}${name}`;
}

/** A module of the same distribution, where it is imported by its whole name, as tests do. */
export function ownModule(name: string): string {
  return `${ownPrefix}${name}`;
}

/** A module of Python's own. */
export function standardModule(name: string): string {
  return `${standardPrefix}${name}`;
}

/**
 * Prints what is below a line that ends with a colon. An empty line ends it: so there is one between methods, and where two end, as after
 * the last method of a class, there are the two that stand between classes.
 */
export function suite(file: SourceFile, head: Code, body: () => void): void {
  file.block(head, '', body);
}

/** A string literal, in the quotation marks of which there are fewer to escape. */
export function quote(text: string): string {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  const quoted = JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, escapeUnicode);
  if (!prefersSingle(text)) return quoted;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** True for a text that formatters put between single quotation marks. */
export function prefersSingle(text: string): boolean {
  if (!text.includes('"')) return false;
  return (text.match(/"/g)?.length ?? 0) > (text.match(/'/g)?.length ?? 0);
}

/** A piece of code, or a line without symbols. */
export type Text = Code | string;

/** Items between brackets: on one line where it fits after `indent` columns, else with a line for each item. */
export function brackets(open: Text, items: readonly Text[], close: Text, indent: number): Code {
  if (items.length === 0 || fits(open, items, close, indent)) return code`${open}${join(items, ', ')}${close}`;
  return code`${open}\n    ${join(items.map(deeper), ',\n    ')},\n${close}`;
}

function fits(open: Text, items: readonly Text[], close: Text, indent: number): boolean {
  let width = indent + open.length + close.length + 2 * (items.length - 1);
  for (const item of items) {
    width += item.length;
    if (width > lineLength || isBroken(item)) return false;
  }
  return width <= lineLength && !isBroken(open) && !isBroken(close);
}

function isBroken(piece: Text): boolean {
  return typeof piece !== 'string' && isMultiline(piece);
}

/** The same as a part of something that is indented. */
export function deeper(piece: Text): Text {
  return typeof piece === 'string' ? piece : indentRest(piece, '    ');
}

/** A call. */
export function call(callee: Code | CodeSymbol, args: readonly Text[], indent: number): Code {
  return brackets(code`${callee}(`, args, ')', indent);
}

const packagePrefix = 'package:';
const ownPrefix = 'own:';
const standardPrefix = 'standard:';

/** Python's own modules, then packages, then modules of this package, as isort sorts them; what only type checkers need comes last. */
function printImports(imports: readonly Import[], module: string): string[] {
  const types = new Map<string, Source>();
  const values = new Map<string, Source>();
  for (const { symbol, local } of imports) {
    const isForTypes = symbol.isType && !symbol.module.startsWith(standardPrefix);
    addImport(isForTypes ? types : values, symbol, local, module);
  }
  if (types.size > 0) addImport(values, typeChecking, typeChecking.name, module);
  const lines = ['from __future__ import annotations'];
  for (const section of printSections(values, '')) lines.push('', ...section);
  for (const [index, section] of printSections(types, '    ').entries()) {
    lines.push('', ...(index === 0 ? ['if TYPE_CHECKING:'] : []), ...section);
  }
  return lines;
}

const typeChecking = { name: 'TYPE_CHECKING', module: `${standardPrefix}typing` };

/** A module that names are imported from. */
interface Source {
  /** As the statement has it: `..models.pet`. */
  readonly from: string;
  readonly section: number;
  /** The names that are the same here. */
  readonly plain: string[];
  /** The other ones, with what they are called here. */
  readonly renamed: (readonly [name: string, as: string])[];
}

function addImport(
  sources: Map<string, Source>,
  { name, module }: Pick<Import['symbol'], 'name' | 'module'>,
  local: string,
  within: string,
): void {
  let source = sources.get(module);
  if (source === undefined) {
    source = sourceOf(module, within);
    sources.set(module, source);
  }
  if (name === local) source.plain.push(name);
  else source.renamed.push([name, local]);
}

function sourceOf(module: string, within: string): Source {
  for (const [section, prefix] of [standardPrefix, packagePrefix, ownPrefix].entries()) {
    if (module.startsWith(prefix)) return { from: module.slice(prefix.length), section, plain: [], renamed: [] };
  }
  return { from: relativeModule(within, module), section: ownSection, plain: [], renamed: [] };
}

/** Modules of this distribution, however they are named, are one section. */
const ownSection = 2;

/** The relative name of one module in another: `.api`, `..models.pet`. */
export function relativeModule(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared++;
  return '.'.repeat(folder.length - shared + 1) + target.slice(shared).join('.');
}

function printSections(sources: ReadonlyMap<string, Source>, indent: string): string[][] {
  const sections: Source[][] = [];
  for (const source of sources.values()) {
    const others = sections[source.section];
    if (others === undefined) sections[source.section] = [source];
    else others.push(source);
  }
  return sections
    .filter((section) => section !== undefined)
    .map((section) => inModuleOrder(section, ({ from }) => from).flatMap((source) => printImport(source, indent)));
}

function printImport({ from, plain, renamed }: Source, indent: string): string[] {
  if (renamed.length === 0) return importLines(from, plain, indent);
  const statements = [
    ...(plain.length === 0 ? [] : [{ first: sorted(plain)[0] ?? '', lines: importLines(from, plain, indent) }]),
    ...renamed.map(([name, as]) => ({ first: name, lines: [`${indent}from ${from} import ${name} as ${as}`] })),
  ];
  return inOrder(statements, ({ first }) => importKey(first)).flatMap(({ lines }) => lines);
}

/** The lines that import names. */
export function importLines(from: string, names: readonly string[], indent = ''): string[] {
  const all = sorted(names);
  const inline = `${indent}from ${from} import ${all.join(', ')}`;
  if (2 * inline.length <= lineLength || widthOf(inline) <= lineLength) return [inline];
  return [`${indent}from ${from} import (`, ...all.map((name) => `${indent}    ${name},`), `${indent})`];
}

/** Columns, of which characters of East Asia take two. */
function widthOf(line: string): number {
  return (
    line.length + (line.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}

/** As isort sorts names that are exported: constants, then classes, then all others. */
export function sortExports(names: readonly string[]): string[] {
  return inOrder(names, (name) => `${rank(name)}${naturalKey(name)}`);
}

/** Farther modules first, then by name, as isort sorts them. */
export function inModuleOrder<Item>(items: readonly Item[], moduleOf: (item: Item) => string): readonly Item[] {
  if (items.length < 2) return items;
  return inOrder(items, (item) => {
    const module = moduleOf(item);
    let dots = 0;
    while (module[dots] === '.') dots++;
    return `${99 - dots}${naturalKey(module)}`;
  });
}

/** Names that are imported, of which case does not count. */
function sorted(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : inOrder(names, importKey);
}

function importKey(name: string): string {
  return `${rank(name)}${naturalKey(name.toLowerCase())}`;
}

/** By which 2 comes before 10. */
function naturalKey(name: string): string {
  return !/\d/.test(name) ? name : name.replaceAll(/\d+/g, (number) => number.padStart(16, '0'));
}

function rank(name: string): number {
  if (/^[A-Z_\d]+$/.test(name)) return 0;
  return /^_?[A-Z]/.test(name) ? 1 : 2;
}

function escapeUnicode(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`;
}
