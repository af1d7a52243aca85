import { STATUS_CODES } from 'node:http';
import type { IntegrationOperationProps } from '../../integrations/integration';
import { declaredResponse } from '../responses/declared';
import { isJson } from './request-template';

/** How a service names what went wrong, as regular expressions without groups that count. */
export interface ErrorCodes {
  /** A reference to the code, over `$root`, which is what the service answered. */
  readonly code: string;
  /** The request is not one that the service accepts. */
  readonly invalid: string;
  /** Something is not as the request expects it. */
  readonly conflict?: string;
}

/** Codes of all services for too many requests. */
const throttled = 'Throttl|OverLimit|TooManyRequests|RequestLimitExceeded|ThroughputExceeded|ExecutionLimitExceeded';

/** The first of some statuses that an operation declares, otherwise 500. */
export function declaredStatus(operation: IntegrationOperationProps, statuses: readonly number[]): number {
  return statuses.find((status) => declaredResponse(operation, String(status)) !== undefined) ?? 500;
}

/**
 * Answers with an error: nothing of what the service said, which is for nobody outside.
 * @param usual the status that the response has by itself
 */
export function answerError(operation: IntegrationOperationProps, status: number, usual: number): string {
  const override = status === usual ? '' : `#set($context.responseOverride.status = ${status})`;
  return `${override}${hasMessage(operation, status) ? JSON.stringify({ message: STATUS_CODES[status] ?? 'Error' }) : ''}`;
}

/** Whether an operation declares JSON for an error. */
export function hasMessage(operation: IntegrationOperationProps, status: number): boolean {
  return declaredResponse(operation, String(status))?.mediaTypes.some(isJson) ?? false;
}

/**
 * Answers with the error that the code of the service stands for.
 * @param usual the status that the response has by itself
 * @param conflicts the statuses for a conflict, the one that the operation declares first counts
 */
export function answerErrorCode(
  operation: IntegrationOperationProps,
  { code, invalid, conflict }: ErrorCodes,
  usual: number,
  conflicts: readonly number[] = [409, 412],
): string {
  const cases: readonly (readonly [string | undefined, number])[] = [
    [throttled, declaredStatus(operation, [429, 503])],
    [conflict, declaredStatus(operation, conflicts)],
    [invalid, declaredStatus(operation, [400, 422])],
  ];
  const told = cases.filter(([codes, status]) => codes !== undefined && status !== 500);
  const otherwise = answerError(operation, 500, usual);
  if (told.length === 0) return otherwise;
  const branches = told.map(
    ([codes, status], index) =>
      `#${index === 0 ? 'if' : 'elseif'}($code.matches('.*(${codes}).*'))${answerError(operation, status, usual)}`,
  );
  return `#set($code = ${code})#set($code = "$!code")${branches.join('')}#{else}${otherwise}#{end}`;
}

/** The statuses that may be answered. */
export function errorStatuses(operation: IntegrationOperationProps, conflicts: readonly number[]): number[] {
  return [
    500,
    declaredStatus(operation, [429, 503]),
    declaredStatus(operation, conflicts),
    declaredStatus(operation, [400, 422]),
  ];
}
