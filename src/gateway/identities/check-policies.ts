import { isJsonObject, type Json, member } from '../../shared/json';
import { below, type Checked, complain } from './checker';

/** Says what is wrong with policy documents, as far as it would be mistaken for a denial otherwise. */
export function checkPolicies(place: Checked, policies: readonly Json[]): void {
  for (const [index, policy] of policies.entries()) {
    const document = below(place, String(index), policy);
    const statements = isJsonObject(policy) ? member(policy, 'Statement') : undefined;
    if (statements === undefined) {
      complain(document, "must be a policy document, an object with a 'Statement'");
      continue;
    }
    const within = below(document, 'Statement', statements);
    const list = Array.isArray(statements) ? (statements as readonly Json[]) : [statements];
    for (const [at, statement] of list.entries())
      checkStatement(Array.isArray(statements) ? below(within, String(at), statement) : within);
  }
}

function checkStatement(place: Checked): void {
  const { value } = place;
  if (!isJsonObject(value)) {
    complain(place, 'must be a statement, an object');
    return;
  }
  const effect = member(value, 'Effect');
  if (effect !== 'Allow' && effect !== 'Deny') complain(below(place, 'Effect', null), "must be 'Allow' or 'Deny'");
  for (const name of ['Action', 'Resource']) {
    const isThere = member(value, name) !== undefined || member(value, `Not${name}`) !== undefined;
    if (!isThere) complain(place, `'${name}' is missing`);
  }
}
