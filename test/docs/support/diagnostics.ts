import type { Diagnostic, DiagnosticKind } from '../../../src/shared/diagnostics';

/** A diagnostic of a kind, with the words of its message in which the parts that vary stand in ‹›. */
export function describeKind(kind: unknown): Diagnostic {
  return (kind as DiagnosticKind<unknown>)({ file: '', pointer: '' }, placeholders());
}

/** Arguments for any message: each is its own name, in ‹›, whether it is used as a text or as a list of one. */
function placeholders(): object {
  return new Proxy({}, { get: (_, name) => placeholder(String(name)) });
}

function placeholder(name: string): string {
  const text = `‹${name}›`;
  const methods = { join: () => text, map: (each: (item: string) => string) => ({ join: () => each(text) }) };
  return Object.assign(new String(text), methods) as unknown as string;
}
