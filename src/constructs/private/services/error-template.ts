import { STATUS_CODES } from 'node:http';
import type { IntegrationOperationProps } from '../../integrations/integration';
import { declaredResponse } from '../responses/declared';
import { nothingType } from '../responses/fixed-response';
import { isJson } from './request-template';

/** How a service names what went wrong, as regular expressions without groups that count. */
export interface ErrorCodes {
  /** A reference to the code, over `$root`, which is what the service answered. */
  readonly code: string;
  /** The request is not one that the service accepts. */
  readonly invalid: string;
  /** Something is not as the request expects it. */
  readonly conflict?: string;
  /** The statuses for a conflict, the first declared one counts; {@link usualConflicts} unless given. */
  readonly conflicts?: readonly number[];
}

/** What a response has unless its template decides otherwise. */
export interface UsualResponse {
  readonly status: number;
  /** In single quotes, as mappings and templates have it. */
  readonly contentType: string;
}

/** Statuses for what is not as the request expects it. */
export const usualConflicts: readonly number[] = [409, 412];

/** Codes of all services for too many requests. */
const throttled = 'Throttl|OverLimit|TooManyRequests|RequestLimitExceeded|ThroughputExceeded|ExecutionLimitExceeded';

/** The first of some statuses that an operation declares, otherwise 500. */
export function declaredStatus(operation: IntegrationOperationProps, statuses: readonly number[]): number {
  return statuses.find((status) => declaredResponse(operation, String(status)) !== undefined) ?? 500;
}

/**
 * Answers with an error: nothing of what the service said, which is for nobody outside.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html
 */
export function answerError(operation: IntegrationOperationProps, status: number, usual: UsualResponse): string {
  const contentType = errorType(operation, status);
  return [
    status === usual.status ? '' : `#set($context.responseOverride.status = ${status})`,
    contentType === usual.contentType ? '' : `#set($context.responseOverride.header.Content-Type = ${contentType})`,
    contentType === nothingType ? '' : JSON.stringify({ message: STATUS_CODES[status] ?? 'Error' }),
  ].join('');
}

/** The media type of an error: the JSON that the operation declares for it. */
export function errorType(operation: IntegrationOperationProps, status: number): string {
  const json = declaredResponse(operation, String(status))?.mediaTypes.find(isJson);
  return json === undefined ? nothingType : `'${json}'`;
}

/** Answers with the error that the code of the service stands for. */
export function answerErrorCode(operation: IntegrationOperationProps, codes: ErrorCodes, usual: UsualResponse): string {
  const { code, invalid, conflict, conflicts = usualConflicts } = codes;
  const cases: readonly (readonly [string | undefined, number])[] = [
    [throttled, declaredStatus(operation, [429, 503])],
    [conflict, declaredStatus(operation, conflicts)],
    [invalid, declaredStatus(operation, [400, 422])],
  ];
  const told = cases.filter(([pattern, status]) => pattern !== undefined && status !== 500);
  const otherwise = answerError(operation, 500, usual);
  if (told.length === 0) return otherwise;
  const branches = told.map(
    ([pattern, status], index) =>
      `#${index === 0 ? 'if' : 'elseif'}($code.matches('.*(${pattern}).*'))${answerError(operation, status, usual)}`,
  );
  return `#set($code = ${code})#set($code = "$!code")${branches.join('')}#{else}${otherwise}#{end}`;
}
