import { findTarget, type Located, type ModelDocument, problems } from '../../openapi';
import type { DiagnosticKind, Diagnostics } from '../../shared/diagnostics';
import { isJsonObject } from '../../shared/json';
import type { NamedShape } from '../model/service';
import type { NamedShapes } from './named-shapes';

/** What every reading function is given: the document, and where to say what is wrong with it. */
export interface ReadContext {
  readonly document: ModelDocument;
  readonly shapes: NamedShapes;
  /** What a reference points at. */
  readonly target: (ref: string) => Located | undefined;
  /** Does something once for each key. */
  readonly once: <T>(what: string, key: string, make: () => T) => T;
  /** Reads what stands at a pointer once, however many references lead there. */
  readonly shared: <T>(what: string, from: Located, pointer: string, read: () => T) => T;
  /** Reports something at a pointer of the bundled document, once however often it is read. */
  readonly report: <Args>(kind: DiagnosticKind<Args>, pointer: string, args: Args) => void;
  /** What can be looked at only when every named shape is read. */
  readonly afterwards: ((shapes: ReadonlyMap<string, NamedShape>) => void)[];
}

/** Makes the context of one run. */
export function createContext(document: ModelDocument, shapes: NamedShapes, diagnostics: Diagnostics): ReadContext {
  const targets = new Map<string, Located | undefined>();
  const results = new Map<string, unknown>();
  const once = <T>(what: string, key: string, make: () => T) =>
    remember(results as Map<string, T>, `${what} ${key}`, make);
  return {
    document,
    shapes,
    report: reporter(document, diagnostics),
    afterwards: [],
    target: (ref) => remember(targets, ref, () => findTarget(document.root, ref)),
    once,
    // What stands where it is used is read once anyway, and keys of long pointers are not for free.
    shared: (what, from, pointer, read) => (from.pointer === pointer ? read() : once(what, pointer, read)),
  };
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

function reporter(document: ModelDocument, diagnostics: Diagnostics): ReadContext['report'] {
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
    target = context.target(target.value.$ref);
  }
  return target;
}
