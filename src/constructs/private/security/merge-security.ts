import { type NamedOperation, operationError } from '../operation-error';
import { type AppSecurity, type ClosedAuthorizer, describe, isClosed, kindOf, refusesAnonymous } from './app-security';
import { alternativesFor, conflict } from './choose-alternatives';
import { mergeScopes } from './merge-scopes';
import type { Alternative, ModelSecurity, NativeScheme } from './model-security';

/** Who may call an operation, and what nobody checks. */
export interface Access {
  /** The authorizer of the app that it has. */
  readonly authorizer?: ClosedAuthorizer;
  /** The scheme of the model that it has, where no authorizer of the app implements it. */
  readonly native?: NativeScheme;
  readonly scopes: readonly string[];
  /** The alternatives of the model that a caller can choose from. */
  readonly alternatives: readonly Alternative[];
  /** Why anybody may call it: the app or the model says so, nobody says anything, or the model asks for what API Gateway does not know. */
  readonly open?: 'said' | 'unsaid' | 'unknown';
  /** What the model asks for and API Gateway does not check, although it checks something. */
  readonly notEnforced: readonly string[];
}

/**
 * Merges what the model and the app say about who may call an operation. Neither is dropped in silence: what contradicts each other is an
 * error that names both.
 */
export function mergeSecurity(operation: NamedOperation, model: ModelSecurity, app: AppSecurity): Access {
  const { authorizer } = app;
  if (model.anonymous) return anonymousAccess(operation, model, app);
  if (isClosed(authorizer)) return authorizedAccess(operation, model.alternatives, authorizer);
  if (authorizer !== undefined && !authorizer.isDefault) {
    const alternatives = alternativesFor(operation, model.alternatives, authorizer);
    return { scopes: [], alternatives, open: 'said', notEnforced: [] };
  }
  return modelAccess(operation, model.alternatives, authorizer !== undefined);
}

/** The model lets callers without credentials in. */
function anonymousAccess(operation: NamedOperation, { alternatives }: ModelSecurity, app: AppSecurity): Access {
  const { authorizer } = app;
  const open = { scopes: [], alternatives: [], open: 'said' } as const;
  if (!isClosed(authorizer)) {
    const unchecked = alternatives.length > 0 && authorizer === undefined;
    return { ...open, notEnforced: unchecked ? ['credentials are optional'] : [] };
  }
  const mayBeAnonymous = alternatives.length > 0 && !refusesAnonymous(authorizer);
  if (mayBeAnonymous) return authorizedAccess(operation, alternatives, authorizer);
  if (authorizer.isDefault) {
    return { ...open, notEnforced: alternatives.length > 0 ? ['credentials are optional'] : [] };
  }
  const said = alternatives.length === 0 ? "'security: []'" : "'{}' among its security";
  const remedy = alternatives.length === 0 ? '' : ', or use a request authorizer without identitySource';
  throw operationError(
    operation,
    `the model lets anybody call it, by ${said}, and ${describe(authorizer)} does not; remove one of them${remedy}`,
  );
}

function authorizedAccess(
  operation: NamedOperation,
  declared: readonly Alternative[],
  authorizer: ClosedAuthorizer,
): Access {
  const alternatives = alternativesFor(operation, declared, authorizer);
  const { scopes, notEnforced } = mergeScopes(operation, alternatives, authorizer, kindOf(authorizer));
  const left = declared.filter((each) => !alternatives.includes(each));
  const dropped = authorizer.isDefault && left.length > 0;
  return {
    authorizer,
    scopes,
    alternatives,
    notEnforced: [
      ...notEnforced,
      ...(dropped ? [`callers with ${left.map(namesOf).join(' or ')} are refused by ${describe(authorizer)}`] : []),
      ...besides(alternatives),
    ],
  };
}

/** The app says nothing of its own about the operation. */
function modelAccess(operation: NamedOperation, alternatives: readonly Alternative[], openByDefault: boolean): Access {
  const native = alternatives.flatMap((each) => each.native);
  const [first] = native;
  if (first === undefined) {
    const unknown = alternatives.some(({ others }) => others.length > 0);
    const keyed = alternatives.length > 0 && !unknown;
    const unsaid = unknown ? 'unknown' : 'unsaid';
    return { scopes: [], alternatives, notEnforced: [], ...(keyed ? {} : { open: openByDefault ? 'said' : unsaid }) };
  }
  const oneOfAll = alternatives.every((each) => each.native.length === 1 && each.native[0]?.name === first.name);
  if (!oneOfAll) throw conflict(operation, alternatives, undefined);
  const scopes = native.every((each) => each.scopes.length > 0) ? native.flatMap((each) => each.scopes) : [];
  return { native: first, scopes: [...new Set(scopes)], alternatives, notEnforced: besides(alternatives) };
}

/** What is asked for together with an authorizer, which takes the one place that a method has. */
function besides(alternatives: readonly Alternative[]): string[] {
  const names = alternatives.flatMap(({ native, others }) => (native.length > 0 ? others : []));
  return names.map(({ name }) => `'${name}' is asked for besides an authorizer`);
}

function namesOf({ keys, native, others }: Alternative): string {
  return [...native, ...others, ...keys.map((name) => ({ name }))].map(({ name }) => `'${name}'`).join(' and ');
}
