import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '../../shared/json';

/** Where messages go that nobody here receives: a file for each queue, topic and event bus, one line of JSON a message. */
export class MessageFiles {
  /**
   * @param base The folder that paths are shown relative to.
   * @param directory Holds the files.
   */
  constructor(
    private readonly base: string,
    private readonly directory: string,
  ) {}

  /** The file of a queue, a topic or an event bus, for people. */
  shown(name: string): string {
    return `./${path.relative(this.base, this.fileOf(name)).split(path.sep).join('/')}`;
  }

  /** Adds a line. */
  append(name: string, message: Json): void {
    mkdirSync(this.directory, { recursive: true });
    appendFileSync(this.fileOf(name), `${JSON.stringify(message)}\n`);
  }

  /** Names of these services have no other characters, but templates may name anything. */
  private fileOf(name: string): string {
    return path.join(this.directory, `${name.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_') || '_'}.jsonl`);
  }
}
