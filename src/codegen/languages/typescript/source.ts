import { type Doc, docComment } from '../../emit/doc-comment';
import { type Import, SourceFile, type SourceLanguage } from '../../emit/source-file';
import {
  type Code,
  type CodeSymbol,
  code,
  indentRest,
  isCode,
  isMultiline,
  join,
  lengthOf,
  type Printable,
  typeSymbol,
  valueSymbol,
} from '../../emit/symbol';

/** How TypeScript modules are written: imports by module, types marked as such, paths relative and with `.js`. */
export const typeScriptSource: SourceLanguage = {
  indent: '  ',
  imports: printImports,
  alias: (name, attempt) => `${name}${attempt}`,
  qualify: (name) => `globalThis.${name}`,
};

/** A TypeScript module of a package, such as `models/pet`; `fileOf` says which file a module is part of. */
export function typeScriptFile(module: string, fileOf?: SourceLanguage['fileOf']): SourceFile {
  return new SourceFile(module, fileOf === undefined ? typeScriptSource : { ...typeScriptSource, fileOf });
}

/** A function or value of the runtime support, such as `isString` of `support/validation`. */
export function support(module: string, name: string): CodeSymbol {
  return valueSymbol(name, supportModule(module));
}

/** A type of the runtime support. */
export function supportType(module: string, name: string): CodeSymbol {
  return typeSymbol(name, supportModule(module));
}

/** One text for each module, which is found by its hash a hundred thousand times. */
function supportModule(name: string): string {
  const known = supportModules.get(name);
  if (known !== undefined) return known;
  const module = `support/${name}`;
  supportModules.set(name, module);
  return module;
}

const supportModules = new Map<string, string>();

/** Prints a doc comment, if there is something to say. */
export function printDoc(file: SourceFile, doc: Doc): void {
  file.printText(...docComment(doc));
}

/** A string literal in single quotes. */
export function quote(text: string): string {
  if (/^[ -&(-[\]-~]*$/.test(text)) return `'${text}'`;
  const json = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${json.replaceAll(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, escapeUnicode)}'`;
}

/** What stands in a template literal for a text. */
export function templateText(text: string): string {
  if (/^[\w-]*$/.test(text)) return text;
  return quote(text).slice(1, -1).replaceAll("\\'", "'").replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** A name as a property: quoted only where it has to be. */
export function propertyName(name: string): string {
  return isIdentifier(name) ? name : quote(name);
}

/** A name as a key of an object literal, where `__proto__` would set the prototype. */
export function literalKey(name: string): string {
  return name === '__proto__' ? "['__proto__']" : propertyName(name);
}

/** True for a name that can stand after a dot. */
export function isIdentifier(name: string): boolean {
  if (/^[a-z_$][\w$]*$/i.test(name)) return true;
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
}

/** Items between brackets: on one line where they fit, else on a line each. */
export function list(open: string, items: readonly Printable[], close: string, pad = ''): Code {
  if (items.length === 0) return code`${open}${close}`;
  const inline = items.length > 48 ? undefined : code`${open}${pad}${join(items, ', ')}${pad}${close}`;
  const fits = inline !== undefined && lengthOf(inline) <= 96 && !isMultiline(inline);
  return fits ? inline : broken(open, items, close);
}

/** Items between brackets, on a line each. */
export function broken(open: string, items: readonly Printable[], close: string, last = ','): Code {
  return code`${open}\n  ${join(items.map(indented), ',\n  ')}${last}\n${close}`;
}

function indented(piece: Printable): Printable {
  return isCode(piece) ? indentRest(piece, '  ') : piece;
}

/** An object literal. */
export function objectLiteral(members: readonly Code[]): Code {
  return list('{', members, '}', ' ');
}

/** A call, and what stands behind it. */
export function call(callee: Code | CodeSymbol, args: readonly Printable[], end = ''): Code {
  const inline = code`${callee}(${join(args, ', ')})${end}`;
  if (lengthOf(inline) <= 110 + end.length && !isMultiline(inline)) return inline;
  // A call whose last argument alone has several lines hugs it, as formatters do.
  const long = args.findIndex((arg) => isCode(arg) && isMultiline(arg));
  if (long !== -1 && long === args.length - 1) return inline;
  return code`${callee}${broken('(', args, ')')}${end}`;
}

/** A module of another package, for symbols: it is imported by the name of the package, and not by a path. */
export function packageModule(name: string): string {
  return `${packagePrefix}${name}`;
}

const packagePrefix = 'package:';

/** All types of another package under one name, which a file imports in a line. */
export function namespaceOf(name: string, packageName: string): CodeSymbol {
  return typeSymbol(name, `${namespacePrefix}${packageName}`);
}

const namespacePrefix = 'namespace:';

/** The first line of a function, or its lines: a parameter on each where they do not fit. */
export function signature(start: string, parameters: readonly Code[], end: Code): Code {
  const inline = code`${start}(${join(parameters, ', ')})${end}`;
  if (lengthOf(inline) <= 116) return inline;
  // Nothing may follow a rest parameter, not even a comma.
  const last = isRest(parameters.at(-1)) ? '' : ',';
  return code`${start}${broken('(', parameters, ')', last)}${end}`;
}

function isRest(parameter: Code | undefined): boolean {
  return parameter?.text.startsWith('...') ?? false;
}

/** The relative path from one module to another, as an import names it; other packages by their name. */
export function relativeModule(from: string, to: string): string {
  if (to.startsWith(packagePrefix)) return to.slice(packagePrefix.length);
  if (to.startsWith(namespacePrefix)) return to.slice(namespacePrefix.length);
  let shared = 0;
  for (let at = 0; at < from.length && from[at] === to[at]; at++) if (from[at] === '/') shared = at + 1;
  const up = from.slice(shared).split('/').length - 1;
  return `${up === 0 ? './' : '../'.repeat(up)}${to.slice(shared)}.js`;
}

function printImports(imports: readonly Import[], module: string): string[] {
  const byModule = new Map<string, Import[]>();
  for (const each of imports) {
    const group = byModule.get(each.from);
    if (group === undefined) byModule.set(each.from, [each]);
    else group.push(each);
  }
  return [...byModule]
    .map(([other, group]) => {
      const path = relativeModule(module, other);
      return { path, distance: distance(path), group };
    })
    .sort((a, b) => b.distance - a.distance || (a.path < b.path ? -1 : 1))
    .map(({ path, group }) => printImport(path, group));
}

function printImport(path: string, group: readonly Import[]): string {
  const [first] = group;
  if (first?.symbol.module.startsWith(namespacePrefix)) return `import type * as ${first.local} from '${path}';`;
  const areTypes = group.every(({ symbol }) => symbol.isType);
  const names = [...group]
    .sort((a, b) => (a.symbol.name < b.symbol.name ? -1 : 1))
    .map(({ symbol, local }) => {
      const name = symbol.name === local ? local : `${symbol.name} as ${local}`;
      return symbol.isType && !areTypes ? `type ${name}` : name;
    });
  const start = areTypes ? 'import type' : 'import';
  const inline = `${start} { ${names.join(', ')} } from '${path}';`;
  return inline.length <= 120 ? inline : `${start} {\n${names.map((name) => `  ${name},\n`).join('')}} from '${path}';`;
}

/** Packages come first, then farther modules. */
function distance(path: string): number {
  if (path.startsWith('./')) return 0;
  return path.startsWith('../') ? 1 : 2;
}

function escapeUnicode(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, '0')}`;
}
