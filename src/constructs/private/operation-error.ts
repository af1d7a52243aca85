import type { Construct } from 'constructs';
import { constructError } from './construct-error';

/** As much of an operation as an error names. */
export interface NamedOperation {
  readonly scope: Construct;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
}

/** An error about an operation; the message goes on after its name. */
export function operationError({ scope, operationId, method, path }: NamedOperation, message: string): Error {
  return constructError(scope, `operation '${operationId}' (${method.toUpperCase()} ${path}): ${message}`);
}
