import { problems } from '../../openapi';
import type { ReadContext } from './context';
import { collisionKey, deriveIdentifier, toIdentifier } from './operation-id';
import { field, type SpecNode, textField } from './spec-node';

interface Given {
  /** As in the model; absent for a derived one. */
  readonly id?: string;
  readonly label: string;
}

/** Gives every operation of a document an identifier of its own. */
export class OperationIds {
  private readonly taken = new Map<string, Given>();

  constructor(private readonly context: ReadContext) {}

  /** The identifier of an operation. One that cannot have its own is reported. */
  assign(operation: SpecNode, method: string, path: string): string {
    const id = textField(this.context, operation, 'operationId');
    const derived = deriveIdentifier(method, path);
    const identifier = id === undefined ? derived : toIdentifier(id);
    const at = field(operation, 'operationId')?.pointer ?? operation.pointer;
    if (identifier === undefined) {
      this.context.report(problems.unusableOperationId, at, { id: id ?? '' });
      return derived;
    }
    const label = `${method.toUpperCase()} ${path}`;
    const other = this.taken.get(collisionKey(identifier));
    if (other === undefined) this.taken.set(collisionKey(identifier), id === undefined ? { label } : { id, label });
    else this.reportCollision(at, identifier, id, other);
    return identifier;
  }

  private reportCollision(at: string, identifier: string, id: string | undefined, other: Given): void {
    const { report } = this.context;
    if (id === undefined) report(problems.collidingDerivedIds, at, { identifier, other: other.label });
    else if (id === other.id) report(problems.duplicateOperationId, at, { id, other: other.label });
    else {
      const otherId = other.id ?? 'none';
      report(problems.collidingOperationIds, at, { id, identifier, otherId, other: other.label });
    }
  }
}
