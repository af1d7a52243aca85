import { type Diagnostic, printDiagnostic, type Severity } from '../shared/diagnostics';

/** More hints than this of one kind are counted, not printed. */
const mostInfos = 10;

/** Prints diagnostics and how many there are on standard error; `outcome` ends the last line. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], outcome?: string): void {
  if (diagnostics.length === 0) return;
  const lines = diagnostics.map(printDiagnostic);
  console.error([...lines, [countDiagnostics(diagnostics), outcome].filter(Boolean).join(', ')].join('\n'));
}

/** As above, with at most a few infos of one kind: a large API has thousands. */
export function reportBriefly(diagnostics: readonly Diagnostic[]): void {
  const counts = new Map<string, number>();
  const lines = diagnostics.flatMap((diagnostic) => {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    return diagnostic.severity === 'info' && count > mostInfos ? [] : [printDiagnostic(diagnostic)];
  });
  const hidden = diagnostics.length - lines.length;
  if (hidden > 0) lines.push(`and ${hidden} more like these; 'type-safe-api check' prints all`);
  if (lines.length > 0) console.error(lines.join('\n'));
}

/** `2 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const names: readonly [Severity, string][] = [
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'info'],
  ];
  const counts = names.flatMap(([severity, name]) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [plural(count, name)];
  });
  return counts.length === 0 ? 'no problems' : counts.join(', ');
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
