import type { GeneratedFile } from '../../emit/generated-file';
import { type Import, SourceFile, type SourceLanguage } from '../../emit/source-file';
import { type Code, type CodeSymbol, code, join, typeSymbol, valueSymbol } from '../../emit/symbol';

/** How Java is written. Modules are Java packages: classes of one package need no import, and what cannot be imported is named in full. */
export const javaSource: SourceLanguage = {
  indent: '  ',
  imports: printImports,
  alias: (name, _attempt, module) => `${module}.${name}`,
  qualify: (name) => `java.lang.${name}`,
};

/** How long a line may be. */
export const lineLength = 120;

/** The first lines of every file that is overwritten. */
const generatedNotice = '// Generated from the API model. Changes made here are lost: change the model instead.\n\n';

/** The file of a class. */
export function javaFile(javaPackage: string, name: string): SourceFile {
  const file = new SourceFile(javaPackage, javaSource);
  file.declare(name);
  return file;
}

/** The file of a class, to write. */
export function toClassFile(file: SourceFile, name: string): GeneratedFile {
  return classFile(file.module, name, `package ${file.module};\n\n${file.text()}`);
}

/** A class that is a file of this package, to write: it is moved to another Java package. */
export function toSupportFile(javaPackage: string, name: string, source: string): GeneratedFile {
  return classFile(javaPackage, name, source.replace(/^package .*;$/m, `package ${javaPackage};`));
}

/** Where the files of a Java package are, below the sources or the resources. */
export function packageFolder(javaPackage: string): string {
  return javaPackage.replaceAll('.', '/');
}

/** A class or interface of a Java package. */
export function javaType(name: string, javaPackage: string): CodeSymbol {
  return typeSymbol(name, javaPackage);
}

/** A static method or field of a class, which is imported by its name. */
export function javaStatic(name: string, javaPackage: string, className: string): CodeSymbol {
  return valueSymbol(name, `${javaPackage}.${className}`);
}

/** A string literal. Unicode escapes are read before anything else of Java, so none may stand for a line break or a quote. */
export function quote(text: string): string {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  const json = JSON.stringify(text).replaceAll(/\\\\|\\u00[01][0-9a-f]/g, toOctal);
  return json.replaceAll(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, escapeUnicode);
}

/** A piece of code, or a text without symbols. */
export type Text = Code | string;

/** Prints a method or a constructor. */
export function method(file: SourceFile, signature: Text, body: readonly Text[]): void {
  const open = typeof signature === 'string' ? `${signature} {` : code`${signature} {`;
  file.block(open, '}', () => file.print(...body));
}

/** Items in a bracket, after so many columns: on one line where they fit, else on as few as possible, deeper by four. */
export function call(callee: Text, args: readonly Text[], close: Text, indent: number): Code {
  if (args.length === 0 || indent + callee.length + widthOf(args) + 2 + close.length <= lineLength) {
    return code`${callee}(${join(args, ', ')})${close}`;
  }
  const lines: Text[][] = [[]];
  let width = 0;
  for (const arg of args) {
    const line = lines.at(-1) ?? [];
    const wider = line.length === 0 ? arg.length : width + 2 + arg.length;
    if (line.length > 0 && indent + 4 + wider + 1 + close.length > lineLength) {
      lines.push([arg]);
      width = arg.length;
    } else {
      line.push(arg);
      width = wider;
    }
  }
  const joined = lines.map((line) => join(line, ', '));
  return code`${callee}(\n    ${join(joined, ',\n    ')})${close}`;
}

/** How many characters items take on one line, with commas. */
export function widthOf(items: readonly Text[]): number {
  let width = 2 * Math.max(items.length - 1, 0);
  for (const { length } of items) width += length;
  return width;
}

/** What describes a Java package, to write. */
export function toPackageFile(javaPackage: string, doc: readonly string[]): GeneratedFile {
  return classFile(javaPackage, 'package-info', [...doc, `package ${javaPackage};\n`].join('\n'));
}

function classFile(javaPackage: string, name: string, source: string): GeneratedFile {
  const path = `src/main/java/${packageFolder(javaPackage)}/${name}.java`;
  return { path, owner: 'generated', text: generatedNotice + source };
}

function printImports(imports: readonly Import[]): string[] {
  return imports
    .filter(({ local }) => !local.includes('.'))
    .map(({ symbol }) => `import ${symbol.isType ? '' : 'static '}${symbol.module}.${symbol.name};`)
    .sort();
}

function toOctal(escaped: string): string {
  if (escaped === '\\\\') return escaped;
  return `\\${Number.parseInt(escaped.slice(2), 16).toString(8).padStart(3, '0')}`;
}

function escapeUnicode(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
