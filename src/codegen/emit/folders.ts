import { existsSync, mkdirSync } from 'node:fs';

/** The folders that a run writes into, each made when it is first needed. */
export class Folders {
  private readonly known = new Map<string, boolean>();

  /** Makes a folder unless there is one. True if this run made it, so that whatever is in it is of this run. */
  make(folder: string): boolean {
    const known = this.known.get(folder);
    if (known !== undefined) return known;
    const isNew = !existsSync(folder);
    if (isNew) mkdirSync(folder, { recursive: true });
    this.known.set(folder, isNew);
    return isNew;
  }
}
