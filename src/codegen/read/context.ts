import { findTarget, type Located, type ModelDocument, problems } from '../../openapi';
import type { DiagnosticKind, Diagnostics } from '../../shared/diagnostics';
import { isJsonObject } from '../../shared/json';
import type { NamedShapes } from './named-shapes';

/** What every reading function is given: the document, and where to say what is wrong with it. */
export interface ReadContext {
  readonly document: ModelDocument;
  readonly shapes: NamedShapes;
  /** Reports something at a pointer of the bundled document, once however often it is read. */
  readonly report: <Args>(kind: DiagnosticKind<Args>, pointer: string, args: Args) => void;
}

/** Makes the reporting function of a context. */
export function reporter(document: ModelDocument, diagnostics: Diagnostics): ReadContext['report'] {
  const said = new Set<string>();
  return (kind, pointer, args) => {
    const diagnostic = kind(document.place(pointer), args);
    const key = `${diagnostic.code}\n${diagnostic.place.file}#${diagnostic.place.pointer}\n${diagnostic.message}`;
    if (!said.has(key)) diagnostics.add(diagnostic);
    said.add(key);
  };
}

/** What a value is after all references. Nothing for one that leads nowhere, which the bundler reported, or round in a circle. */
export function dereference(context: ReadContext, at: Located): Located | undefined {
  const passed: string[] = [];
  let target: Located | undefined = at;
  while (target !== undefined && isJsonObject(target.value) && typeof target.value.$ref === 'string') {
    if (passed.includes(target.pointer)) {
      const chain = [...passed.slice(passed.indexOf(target.pointer)), target.pointer].map((pointer) => `#${pointer}`);
      context.report(problems.circularReference, target.pointer, { chain });
      return undefined;
    }
    passed.push(target.pointer);
    target = findTarget(context.document.root, target.value.$ref);
  }
  return target;
}
