import type { ApiSummary, OperationSummary } from '../gateway/summary';
import { nameOf, type Reporter } from './reporter';

/** Writes to a terminal, or to a file without colours. */
export interface Output {
  readonly colours: boolean;
  write(line: string): void;
}

type Paint = (text: string) => string;
type Palette = Readonly<Record<'dim' | 'bold' | 'green' | 'yellow' | 'red', Paint>>;

/** Reports in lines for people. */
export function createTerminalReporter({ colours, write }: Output): Reporter {
  const paint = palette(colours);
  let printed = '';
  return {
    ready: (apis) => {
      const page = apis.map((api) => describeApi(api, paint)).join('\n');
      if (page !== printed) write(page);
      printed = page;
    },
    exchange: (request, { status, note, coldMilliseconds }, milliseconds) => {
      const call = `${request.method} ${request.target}`.padEnd(30);
      const spent = Math.max(0, milliseconds - (coldMilliseconds ?? 0));
      const cold = coldMilliseconds === undefined ? '' : paint.dim(`  (cold ${Math.round(coldMilliseconds)} ms)`);
      const why = note === undefined ? '' : `  ${note}`;
      write(
        `${clock(paint)}  ${call} ${statusOf(status, paint)} ${String(Math.round(spent)).padStart(3)} ms${cold}${why}`,
      );
    },
    output: (lambda, line) => write(`          ${paint.dim(`${nameOf(lambda)} |`)} ${line}`),
    changed: (files, what) => write(`${clock(paint)}  ${describeFiles(files)} changed: ${what}`),
    busy: (what) => write(`${clock(paint)}  ${paint.dim(what)}`),
    failed: (message) => write(`${clock(paint)}  ${paint.red(message)}`),
  };
}

/** The table of one API. */
export function describeApi(
  { name, url = '', operations, caveats }: ApiSummary,
  paint: Palette = palette(false),
): string {
  const title = `${name} on ${url}`;
  const head = `${paint.bold(title)}${' '.repeat(Math.max(2, 52 - title.length))}docs: ${url}/_docs`;
  const rows = operations.map((operation) => describeOperation(operation, operations));
  const below = [...describeCaveats(operations), ...caveats].map((caveat) => paint.dim(`  ${caveat}`));
  return [head, ...rows, ...below].join('\n');
}

/** As many operations are named after a caveat. */
const namedOperations = 4;

/** Each caveat of operations once, with those that it is about. */
function describeCaveats(operations: readonly OperationSummary[]): string[] {
  const all = new Set(operations.flatMap(({ caveats }) => caveats ?? []));
  return [...all].map((caveat) => {
    const about = operations.filter(({ caveats }) => caveats?.includes(caveat));
    const names = about.slice(0, namedOperations).map(({ method, path }) => `${method} ${path}`);
    const others = about.length - names.length;
    const scope =
      about.length === operations.length
        ? 'all operations'
        : `${names.join(', ')}${others === 0 ? '' : ` and ${others} more`}`;
    return `${caveat} (${scope})`;
  });
}

/** One row: the details are aligned among operations of the same kind. */
function describeOperation(operation: OperationSummary, all: readonly OperationSummary[]): string {
  const width = (column: (each: OperationSummary) => string, among = all) =>
    Math.max(...among.map((each) => column(each).length));
  const alike = all.filter(({ kind }) => kind === operation.kind);
  const details = operation.details.map((detail, index) =>
    detail.padEnd(width(({ details: other }) => other[index] ?? '', alike)),
  );
  const columns = [
    operation.method.padEnd(width(({ method }) => method)),
    operation.path.padEnd(width(({ path }) => path)),
    operation.kind.padEnd(width(({ kind }) => kind)),
    ...details,
    ...(operation.unavailable === undefined ? [] : [`501: ${operation.unavailable}`]),
  ];
  return `  ${columns.join('  ')}`.trimEnd();
}

function describeFiles(files: readonly string[]): string {
  const [first = 'something', ...others] = files;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function statusOf(status: number, paint: Palette): string {
  if (status >= 500) return paint.red(String(status));
  return status >= 400 ? paint.yellow(String(status)) : paint.green(String(status));
}

function clock(paint: Palette): string {
  return paint.dim(new Date().toTimeString().slice(0, 8));
}

function palette(colours: boolean): Palette {
  const code =
    (open: number, close: number): Paint =>
    (text) =>
      colours ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { dim: code(2, 22), bold: code(1, 22), green: code(32, 39), yellow: code(33, 39), red: code(31, 39) };
}
