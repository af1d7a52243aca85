import { nameOf, type Reporter } from './reporter';

/** Reports one JSON object a line, for programs: `{"event":"ready","apis":[…]}` says that requests are answered from now on. */
export function createJsonReporter(write: (line: string) => void): Reporter {
  const tell = (event: string, details: object): void => write(JSON.stringify({ event, ...details }));
  return {
    ready: (apis) => tell('ready', { apis }),
    exchange: ({ method, target }, { status, note, coldMilliseconds }, milliseconds) =>
      tell('exchange', { method, target, status, milliseconds, coldMilliseconds, note }),
    output: (lambda, line) => tell('output', { function: nameOf(lambda), line }),
    changed: (files, what) => tell('changed', { files, what }),
    busy: (what) => tell('busy', { what }),
    failed: (message) => tell('failed', { message }),
  };
}
