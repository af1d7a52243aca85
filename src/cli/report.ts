import { type Diagnostic, printDiagnostic, type Severity } from '../shared/diagnostics';

/** More than this of one kind are counted, not printed, while there is something else to do; and so are more infos in all. */
const most = 10;

/** The least important first: what is printed last is seen first. */
const severities: readonly Severity[] = ['info', 'warning', 'error'];

/** Prints diagnostics and how many there are on standard error; `outcome` ends the last line. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], outcome?: string): void {
  if (diagnostics.length === 0) return;
  const lines = diagnostics.map(printDiagnostic);
  console.error([...lines, [countDiagnostics(diagnostics), outcome].filter(Boolean).join(', ')].join('\n'));
}

/** Prints all diagnostics, the most important last: places with the same message together, and at the end how many there are of each kind. */
export function reportGrouped(diagnostics: readonly Diagnostic[]): void {
  const groups = groupBy(diagnostics, ({ severity, code, message }) => `${severity} ${code} ${message}`);
  const lines = severities.flatMap((severity) =>
    [...groups.values()].filter(([first]) => first?.severity === severity).flatMap(printGroup),
  );
  const kinds = diagnostics.length > most ? ['', ...countKinds(diagnostics)] : [];
  console.error([...lines, ...kinds, countDiagnostics(diagnostics)].join('\n'));
}

/** The places, then what is said of all of them. */
function printGroup(group: readonly Diagnostic[]): string[] {
  return group.map((diagnostic, index) => {
    const printed = printDiagnostic(diagnostic);
    return index === group.length - 1 ? printed : (printed.split('\n', 1)[0] ?? '');
  });
}

/** `  12  info     gateway-response`, the most important last. */
function countKinds(diagnostics: readonly Diagnostic[]): string[] {
  const kinds = groupBy(diagnostics, ({ severity, code }) => `${severity.padEnd(7)}  ${code}`);
  const width = String(diagnostics.length).length;
  return severities.flatMap((severity) =>
    [...kinds]
      .filter(([, found]) => found[0]?.severity === severity)
      .sort(([, one], [, other]) => one.length - other.length)
      .map(([kind, found]) => `  ${String(found.length).padStart(width)}  ${kind}`),
  );
}

function groupBy(
  diagnostics: readonly Diagnostic[],
  keyOf: (diagnostic: Diagnostic) => string,
): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(keyOf(diagnostic));
    if (group === undefined) groups.set(keyOf(diagnostic), [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}

/** Prints what matters while a model is built: errors, a few warnings of each kind, and infos if they are few; the rest is counted. */
export function reportBriefly(diagnostics: readonly Diagnostic[]): void {
  const infos = diagnostics.filter(({ severity }) => severity === 'info');
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ severity, code }) => {
    if (severity === 'info') return infos.length <= most;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return severity === 'error' || count <= most;
  });
  const lines = shown.map(printDiagnostic);
  const isShown = new Set(shown);
  const hidden = diagnostics.filter((diagnostic) => !isShown.has(diagnostic));
  if (hidden.length > 0) {
    const more = lines.length > 0 ? `and ${countDiagnostics(hidden)} more` : countDiagnostics(hidden);
    lines.push(`${more}; 'npx type-safe-api check' prints all`);
  }
  if (lines.length > 0) console.error(lines.join('\n'));
}

/** `2 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = severityCounts(diagnostics);
  const words = severities
    .toReversed()
    .flatMap((severity) => (counts[severity] === 0 ? [] : plural(counts[severity], severity)));
  return words.length === 0 ? 'no problems' : words.join(', ');
}

/** How many there are of each severity. */
export function severityCounts(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
