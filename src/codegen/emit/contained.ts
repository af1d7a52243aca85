import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Keeps every access inside one folder: no path leads out of it, neither by its words nor by a symbolic link on its way. */
export class Contained {
  private readonly real: string;
  private readonly checked = new Map<string, boolean>();

  /** The folder must exist. */
  constructor(readonly directory: string) {
    this.real = realpathSync(directory);
  }

  /** The absolute path of a file in the folder; nothing if it is not in there. */
  resolve(relative: string): string | undefined {
    if (relative === '' || relative.includes('\0') || relative.includes('\\') || path.isAbsolute(relative))
      return undefined;
    if (path.posix.normalize(relative) !== relative || relative.split('/').includes('..')) return undefined;
    return this.isInside(path.posix.dirname(relative)) ? path.join(this.directory, relative) : undefined;
  }

  /** True if the folder, as far as it exists, is really inside. */
  private isInside(folder: string): boolean {
    if (folder === '.') return true;
    const known = this.checked.get(folder);
    if (known !== undefined) return known;
    const inside = this.isInside(path.posix.dirname(folder)) && this.isRealFolder(path.join(this.directory, folder));
    this.checked.set(folder, inside);
    return inside;
  }

  private isRealFolder(folder: string): boolean {
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats === undefined) return true;
    if (!stats.isSymbolicLink()) return stats.isDirectory();
    try {
      return `${realpathSync(folder)}${path.sep}`.startsWith(`${this.real}${path.sep}`);
    } catch {
      return false;
    }
  }
}
