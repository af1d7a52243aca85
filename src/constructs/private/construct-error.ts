import type { IConstruct } from 'constructs';

/** An error that names the construct at fault; the message is lowercase, without a full stop, and says what to do. */
export function constructError(scope: IConstruct, message: string): Error {
  const path = scope.node.path === '' ? 'the app' : scope.node.path;
  const error = new Error(`${message} [at ${path}]`);
  error.name = 'TypeSafeApiError';
  return error;
}
