import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import { type NamedOperation, operationError } from '../operation-error';
import { patternFor, statusesOf } from './status-pattern';

/** Responses by a regular expression of the backend's status, or `default`. */
export type Responses = Readonly<Record<string, ApiGatewayIntegrationResponse>>;

interface Entry {
  readonly pattern: string;
  readonly response: ApiGatewayIntegrationResponse;
  /** What the pattern is for. */
  readonly matched: ReadonlySet<number>;
  /** What is left to it. */
  readonly statuses: Set<number>;
}

/**
 * Makes responses say what is meant whichever way API Gateway goes through them, about which it says nothing. Of the patterns for a status
 * the one for the fewest statuses gets it, and of patterns for the same statuses the last. What is answered alike becomes one entry, since
 * API Gateway has one for each status that it answers with.
 * @throws Error for a pattern that is for no status, for patterns neither of which is the narrower one, and for different responses with
 * the same status
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html
 */
export function resolveResponses(operation: NamedOperation, responses: Responses): Responses {
  const { default: otherwise, ...byPattern } = responses;
  const entries = entriesOf(operation, byPattern);
  share(operation, entries);
  const kept = entries.filter(({ statuses }) => statuses.size > 0);
  const resolved: Record<string, ApiGatewayIntegrationResponse> = otherwise === undefined ? {} : { default: otherwise };
  for (const same of groupByStatus(kept).values()) {
    const [first, ...others] = same;
    if (first === undefined) continue;
    const alike = [...others.map(({ pattern, response }) => ({ pattern, response }))];
    if (otherwise?.statusCode === first.response.statusCode) alike.push({ pattern: 'default', response: otherwise });
    const different = alike.find(({ response }) => !isSame(response, first.response));
    if (different !== undefined)
      throw sameStatus(operation, first.pattern, different.pattern, first.response.statusCode);
    if (otherwise?.statusCode === first.response.statusCode) continue;
    resolved[patternOf(same)] = first.response;
  }
  return resolved;
}

function entriesOf(operation: NamedOperation, responses: Responses): Entry[] {
  const byStatuses = new Map<string, Entry>();
  for (const [pattern, response] of Object.entries(responses)) {
    const matched = statusesOf(pattern);
    if (matched === undefined) {
      throw operationError(operation, `'${pattern}' is no regular expression; use one such as '404' or '5\\d{2}'`);
    }
    if (matched.size === 0) {
      throw operationError(
        operation,
        `'${pattern}' matches no status from 100 to 599, all three digits of which are compared; use a pattern such as '404' or '4\\d{2}'`,
      );
    }
    byStatuses.set([...matched].join(), { pattern, response, matched, statuses: new Set(matched) });
  }
  return [...byStatuses.values()];
}

/** Takes from each entry the statuses that narrower ones are for. */
function share(operation: NamedOperation, entries: readonly Entry[]): void {
  for (const entry of entries) {
    for (const other of entries) {
      if (other === entry || other.matched.size > entry.matched.size) continue;
      const both = [...entry.matched].filter((status) => other.matched.has(status));
      if (both.length > 0 && other.matched.size === entry.matched.size) {
        throw operationError(
          operation,
          `'${entry.pattern}' and '${other.pattern}' both match ${both[0]}, and neither is the narrower pattern; write them so that they do not`,
        );
      }
      for (const status of both) entry.statuses.delete(status);
    }
  }
}

function groupByStatus(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { statusCode } = entry.response;
    groups.set(statusCode, [...(groups.get(statusCode) ?? []), entry]);
  }
  return groups;
}

/** The pattern as it was written if it still says what is meant. */
function patternOf(entries: readonly Entry[]): string {
  const [only, ...others] = entries;
  if (only !== undefined && others.length === 0 && only.statuses.size === only.matched.size) return only.pattern;
  return patternFor(new Set(entries.flatMap(({ statuses }) => [...statuses])));
}

function sameStatus(operation: NamedOperation, one: string, other: string, statusCode: string): Error {
  return operationError(
    operation,
    `the responses for '${one}' and '${other}' differ but both have the status ${statusCode}, and API Gateway has one response for each status; give one of them another status, or make them alike`,
  );
}

function isSame(one: ApiGatewayIntegrationResponse, other: ApiGatewayIntegrationResponse): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** With members in the order of their names. */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return entries.sort(([one], [other]) => one.localeCompare(other)).map(([name, member]) => [name, canonical(member)]);
}
