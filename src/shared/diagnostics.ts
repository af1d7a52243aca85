export type Severity = 'error' | 'warning' | 'info';

/** A place in a file of the user's: the file as the user would name it, and a JSON pointer into it. */
export interface Place {
  readonly file: string;
  readonly pointer: string;
}

/** Something to tell the author of a model, with a place and a remedy in the message. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
}

/** Makes a diagnostic of one kind. */
export type DiagnosticKind<Args> = (place: Place, args: Args) => Diagnostic;

/** Declares a kind of diagnostic. The message is lowercase, without a full stop, and says what to do. */
export function define<Args>(code: string, severity: Severity, message: (args: Args) => string): DiagnosticKind<Args> {
  return (place, args) => ({ code, severity, place, message: message(args) });
}

/** Collects the diagnostics of one run, so that all of a document are reported before it stops. */
export class Diagnostics {
  private readonly found: Diagnostic[] = [];

  add(diagnostic: Diagnostic): void {
    this.found.push(diagnostic);
  }

  get all(): readonly Diagnostic[] {
    return this.found;
  }

  get hasErrors(): boolean {
    return this.found.some(({ severity }) => severity === 'error');
  }

  /** @throws SpecError when there is an error among the diagnostics. */
  throwIfErrors(): void {
    if (this.hasErrors) throw new SpecError(this.found);
  }
}

/** The model is at fault: printed with places and remedies, without a stack; exit code 1. */
export class SpecError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(printDiagnostic).join('\n'));
    this.name = 'SpecError';
  }
}

/** An option or a file of the user's is at fault: the message is all that is printed; exit code 1, or 2 for wrong usage. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

/** One diagnostic as two lines: the place, then what is wrong and what to do. */
export function printDiagnostic({ place, severity, code, message }: Diagnostic): string {
  const where = place.pointer === '' ? place.file : `${place.file}#${place.pointer}`;
  return `${where}\n  ${severity} ${code}: ${message}`;
}
