import { problems } from '../../openapi';
import type { HttpMethod } from '../model/service';
import type { ReadContext } from './context';
import { collisionKey, deriveIdentifier, toIdentifier } from './operation-id';
import { field, type SpecNode, textField } from './spec-node';

/** An operation that needs an identifier. */
export interface Unnamed {
  readonly node: SpecNode;
  readonly method: HttpMethod;
  readonly path: string;
}

interface Candidate {
  readonly operation: Unnamed;
  /** As in the model; absent for a derived one. */
  readonly id?: string;
  readonly identifier: string;
}

/**
 * Gives every operation of a document an identifier of its own. Where two would have the same, or differ in nothing but case, one keeps it:
 * one that is the operationId to the letter, then one that is made of an operationId, then by the order of their texts and paths. So no name
 * depends on where an operation stands in the document, nor on operations that it does not collide with.
 */
export function assignIds(context: ReadContext, operations: readonly Unnamed[]): ReadonlyMap<Unnamed, string> {
  const candidates = operations.map((operation) => candidateOf(context, operation));
  const taken = new Map<string, Candidate>();
  const losers: Candidate[] = [];
  for (const candidate of candidates.toSorted(byPrecedence)) {
    const key = collisionKey(candidate.identifier);
    const holder = taken.get(key);
    if (holder === undefined) taken.set(key, candidate);
    else if (candidate.id !== undefined && candidate.id === holder.id) reportDuplicate(context, candidate, holder);
    else losers.push(candidate);
  }
  const ids = new Map(candidates.map(({ operation, identifier }) => [operation, identifier]));
  for (const loser of losers) {
    const instead = otherName(loser, taken);
    reportCollision(context, loser, taken.get(collisionKey(loser.identifier)) ?? loser, instead);
    taken.set(collisionKey(instead), loser);
    ids.set(loser.operation, instead);
  }
  return ids;
}

function candidateOf(context: ReadContext, operation: Unnamed): Candidate {
  const { node, method, path } = operation;
  const id = textField(context, node, 'operationId');
  if (id === undefined) return { operation, identifier: deriveIdentifier(method, path) };
  const identifier = toIdentifier(id);
  if (identifier === undefined) context.report(problems.unusableOperationId, idPointer(operation), { id });
  return { operation, id, identifier: identifier ?? deriveIdentifier(method, path) };
}

function byPrecedence(a: Candidate, b: Candidate): number {
  return rank(a) - rank(b) || order(a.id ?? '', b.id ?? '') || byPlace(a.operation, b.operation);
}

function byPlace(a: Unnamed, b: Unnamed): number {
  return order(a.path, b.path) || order(a.method, b.method);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rank({ id, identifier }: Candidate): number {
  if (id === undefined) return 2;
  return id === identifier ? 0 : 1;
}

/** A name that is free: of method and path, then with a number. */
function otherName({ operation }: Candidate, taken: ReadonlyMap<string, Candidate>): string {
  const derived = deriveIdentifier(operation.method, operation.path);
  let name = derived;
  for (let count = 2; taken.has(collisionKey(name)); count += 1) name = `${derived}${count}`;
  return name;
}

function reportDuplicate(context: ReadContext, candidate: Candidate, holder: Candidate): void {
  const at = idPointer(candidate.operation);
  context.report(problems.duplicateOperationId, at, { id: candidate.id ?? '', other: labelOf(holder) });
}

function reportCollision(context: ReadContext, loser: Candidate, holder: Candidate, instead: string): void {
  const { identifier } = loser;
  context.report(problems.collidingOperationIds, idPointer(loser.operation), {
    identifier,
    other: labelOf(holder),
    instead,
  });
}

function idPointer({ node }: Unnamed): string {
  return field(node, 'operationId')?.pointer ?? node.pointer;
}

function labelOf({ operation: { method, path } }: Candidate): string {
  return `${method.toUpperCase()} ${path}`;
}
