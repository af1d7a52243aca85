import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostics } from '../shared/diagnostics';
import type { Json } from '../shared/json';
import { parseSource } from './parse-source';
import { problems } from './problems';

/** A file of a model, read and parsed. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** As the user would name it: relative to the working directory, with `/`. */
  readonly display: string;
  readonly root: Json;
  /** Of the text: tells whether the file changed. */
  readonly hash: string;
}

/** The files of one model. Each is read and parsed once, and what is wrong with it is reported once. */
export class SourceFiles {
  private readonly known = new Map<string, SourceFile | undefined>();

  constructor(
    private readonly cwd: string,
    private readonly diagnostics: Diagnostics,
  ) {}

  /** Those that could be read, in the order of their first use. */
  get all(): readonly SourceFile[] {
    return [...this.known.values()].filter((file) => file !== undefined);
  }

  /** Reads a file by its absolute path; `ifMissing` reports that there is none. */
  read(file: string, ifMissing: (display: string) => void): SourceFile | undefined {
    if (this.known.has(file)) return this.known.get(file);
    const display = path.relative(this.cwd, file).split(path.sep).join('/');
    const text = this.readText(file, display, ifMissing);
    const root = text === undefined ? undefined : parseSource(display, text, this.diagnostics);
    const source =
      text === undefined || root === undefined ? undefined : { path: file, display, root, hash: hashOf(text) };
    this.known.set(file, source);
    return source;
  }

  private readText(file: string, display: string, ifMissing: (display: string) => void): string | undefined {
    try {
      return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') ifMissing(display);
      else
        this.diagnostics.add(
          problems.unreadableFile({ file: display, pointer: '' }, { reason: code ?? String(error) }),
        );
      return undefined;
    }
  }
}

/** The hash by which a change of a model file is noticed. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
