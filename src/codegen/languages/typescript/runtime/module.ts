import type { Doc } from '../../../emit/doc-comment';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, type Printable } from '../../../emit/symbol';
import { printDoc, signature, typeScriptFile } from '../source';
import { generatedNotice } from './notice';

/** The folders of a runtime package: of declarations, and of scripts. */
export const moduleFolders = { types: 'types', script: 'esm' } as const;

/** A parameter of a function that is generated. */
export interface Parameter {
  readonly name: string;
  readonly type: Code;
  /** What it is where it is left out; `optional` for nothing. */
  readonly default?: 'optional' | '{}';
  readonly isRest?: boolean;
  /** How the script takes it apart, where it does. */
  readonly pattern?: string;
}

/** A function, and what is said of it. */
export interface Callable {
  readonly name: string;
  readonly doc?: Doc;
  readonly parameters: readonly Parameter[];
  readonly result: Printable;
}

/**
 * A module of the runtime: the declarations that compilers and editors read, and the script that runs. Written apart, since compilers take most of
 * their time for the bodies of functions, and generated ones need not be checked again by everybody who uses them. Bundles want a script for each
 * operation and schema, compilers few files.
 */
export class RuntimeModule {
  readonly script: SourceFile;

  constructor(
    /** Such as `operations/say-hello`. */
    path: string,
    /** Where its declarations go, with those of others. */
    readonly types: SourceFile,
  ) {
    this.script = typeScriptFile(path);
  }

  /** Reserves names that this module declares. */
  declare(...names: readonly string[]): void {
    this.types.declare(...names);
    this.script.declare(...names);
  }

  /** Prints a function that other modules may import. */
  function(callable: Callable, body: () => void, start = 'export function'): void {
    const { name, doc = {}, parameters, result } = callable;
    this.types.blank();
    printDoc(this.types, doc);
    this.types.print(signature(`export declare function ${name}`, declared(parameters), code`: ${result};`));
    this.script.blank();
    this.script.block(signature(`${start} ${name}`, inScript(parameters), code` {`), '}', body);
  }
}

/** The file of a module's declarations, or of several. */
export function typesFile(types: SourceFile): GeneratedFile {
  return toFile(`${moduleFolders.types}/${types.module}.d.ts`, types);
}

/** The file of a module's script. */
export function scriptFile({ script }: RuntimeModule): GeneratedFile {
  return toFile(`${moduleFolders.script}/${script.module}.js`, script);
}

/** Parameters as declarations have them. */
export function declared(parameters: readonly Parameter[]): Code[] {
  return parameters.map(({ name, type, isRest, default: value }) =>
    isRest === true ? code`...${name}: ${type}` : code`${name}${value === undefined ? '' : '?'}: ${type}`,
  );
}

/** Parameters as scripts have them. */
export function inScript(parameters: readonly Parameter[]): Code[] {
  return parameters.map(({ name, isRest, pattern, default: value }) => {
    if (isRest === true) return code`...${name}`;
    return code`${pattern ?? name}${value === '{}' ? ' = {}' : ''}`;
  });
}

function toFile(path: string, file: SourceFile): GeneratedFile {
  return { path, text: generatedNotice + file.text(), owner: 'generated' };
}
