import { isJsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import { type FoundOperation, responsesOf } from './operations';
import { functionsOf } from './rules';
import { follow, type Source } from './source';

const documentRules = functionsOf('document');
const operationRules = functionsOf('operation');
const responseRules = functionsOf('response');

/** Reports what rules have to say of the model itself. */
export function applyRules(source: Source, operations: readonly FoundOperation[]): void {
  for (const rule of documentRules) rule(source);
  for (const operation of operations) {
    for (const rule of operationRules) rule(operation, source);
    applyToResponses(source, operation);
  }
}

function applyToResponses(source: Source, operation: FoundOperation): void {
  const { pointer, value } = responsesOf(operation);
  for (const [status, declared] of Object.entries(isJsonObject(value) ? value : {})) {
    if (status.startsWith('x-')) continue;
    const at = `${pointer}/${escapeToken(status)}`;
    const response = follow(source, { pointer: at, value: declared });
    if (response !== undefined) for (const rule of responseRules) rule({ status, pointer: at, response }, source);
  }
}
