import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';

/** A program that answers lines of JSON with lines of JSON, one by one. */
export class LineProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private readonly reader: Interface;
  private log = '';

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.child = spawn(command, args, { env });
    this.child.stderr.on('data', (chunk) => {
      this.log = `${this.log}${chunk}`.slice(-10_000);
    });
    // Of a program that ended, the end of its output tells.
    this.child.stdin.on('error', () => undefined);
    this.reader = createInterface({ input: this.child.stdout });
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  /** Asks, and waits for the answer. Only one question is asked at a time. */
  async ask<Answer>(question: object): Promise<Answer> {
    this.child.stdin.write(`${JSON.stringify(question)}\n`);
    const { done, value } = await this.lines.next();
    if (done === true) throw new Error(`the program ended:\n${this.log}`);
    return JSON.parse(value) as Answer;
  }

  close(): void {
    this.reader.close();
    this.child.kill();
  }
}
