import type { JsonObject } from '../../src/shared/json';
import { derive, documentOf } from '../openapi/gateway/derive';
import { models, outcomeOf, securitySchemes } from './security-outcomes';

/** What `check` says of the security of an operation, before there is an app. */
function checked(model: keyof typeof models) {
  const security = models[model];
  const operation: JsonObject = security === undefined ? {} : { security };
  const { diagnostics } = derive(documentOf('/op', 'get', operation, { components: { securitySchemes } }));
  const said = diagnostics.map(({ message }) => message).join('\n');
  return { choice: said.includes('has one authorizer'), optional: said.includes('cannot make'), said };
}

/** What an app that says nothing of its own gets. */
function synthesized(model: keyof typeof models) {
  try {
    const { open, warnings } = outcomeOf(models[model], undefined, 'nothing');
    return { choice: false, optional: open && warnings.includes('partly-secured') };
  } catch (error) {
    return { choice: /has one authorizer/.test(String(error)), optional: false };
  }
}

test.each(Object.keys(models) as (keyof typeof models)[])('of %s, check says what synth makes of it', (model) => {
  expect(checked(model)).toMatchObject(synthesized(model));
});

test('each outcome is among them', () => {
  const all = (Object.keys(models) as (keyof typeof models)[]).map(checked);
  expect(all.filter(({ choice }) => choice).length).toBeGreaterThan(3);
  expect(all.filter(({ optional }) => optional).length).toBeGreaterThan(1);
});
