import type { AuthorizerKind } from '../../../openapi/gateway';
import { type NamedOperation, operationError } from '../operation-error';
import { type ClosedAuthorizer, describe, isClosed, kindOf, type NamedAuthorizer } from './app-security';
import type { Alternative, NativeScheme } from './model-security';
import { differenceOf, renderScheme } from './render-scheme';

/** How messages call what API Gateway checks callers by. */
const kinds: Readonly<Record<AuthorizerKind, string>> = { iam: 'IAM', cognito: 'Cognito', lambda: 'Lambda' };

/**
 * The alternatives of the model that an authorizer of the app implements: those whose scheme it is, else those that API Gateway does not
 * know and so any authorizer may implement, else those that ask for an API key alone, which it does not replace. A Lambda function
 * may do what several authorizers would.
 * @throws Error when there are alternatives, and it implements none
 */
export function alternativesFor(
  operation: NamedOperation,
  alternatives: readonly Alternative[],
  authorizer: NamedAuthorizer,
): readonly Alternative[] {
  if (alternatives.length === 0) return [];
  const own = alternatives.filter(
    ({ native }) => native.length === 1 && native.every((each) => isSame(each, authorizer)),
  );
  const native = alternatives.filter((each) => each.native.length > 0);
  const unknown = alternatives.filter((each) => each.native.length === 0 && each.others.length > 0);
  const keyed = alternatives.filter((each) => each.native.length === 0 && each.others.length === 0);
  for (const scheme of own.flatMap((each) => each.native)) checkSame(operation, scheme, authorizer);
  if (own.length > 0) return own;
  // Nobody is let in by Authorizers.none() who would otherwise have to pass an authorizer of the model.
  const open = native.length === 0 ? alternatives : keyed;
  const closed = unknown.length > 0 ? unknown : keyed;
  const implemented = isClosed(authorizer) ? closed : open;
  if (implemented.length > 0) return implemented;
  if (checksAll(alternatives, authorizer)) return alternatives;
  throw conflict(operation, alternatives, authorizer);
}

/** Where the model asks for more than one authorizer, one function can do what they do; it has to be named for the operation. */
function checksAll(alternatives: readonly Alternative[], authorizer: NamedAuthorizer): boolean {
  const several = alternatives.length > 1 || alternatives.some(({ native }) => native.length > 1);
  return several && !authorizer.isDefault && isClosed(authorizer) && kindOf(authorizer) === 'lambda';
}

/** The model and the app, or the model with itself, ask for more than the one authorizer that a method can have. */
export function conflict(
  operation: NamedOperation,
  alternatives: readonly Alternative[],
  authorizer: NamedAuthorizer | undefined,
): Error {
  const native = alternatives.flatMap((each) => each.native);
  const names = [...new Set(native.map(({ name, kind }) => `'${name}' (${kinds[kind]})`))];
  const together = alternatives.find((each) => each.native.length > 1);
  if (together !== undefined) {
    return operationError(
      operation,
      `the model asks for ${names.join(' and ')} at once, and a method of API Gateway has one authorizer; leave one of them in its security, or give the operation a custom authorizer that checks all`,
    );
  }
  if (authorizer === undefined) {
    const all = alternatives.flatMap((each) => [
      ...each.native,
      ...each.others,
      ...each.keys.map((name) => ({ name })),
    ]);
    return operationError(
      operation,
      `the model lets callers choose between ${[...new Set(all.map(({ name }) => `'${name}'`))].join(', ')}, and a method of API Gateway has one authorizer; give the operation the one that it shall have, or a custom authorizer that checks all`,
    );
  }
  const kind = isClosed(authorizer) ? kindOf(authorizer) : undefined;
  const what = `${describe(authorizer)} (${kind === undefined ? 'nobody is asked' : kinds[kind]})`;
  const [first] = native;
  const remedy =
    first?.kind === 'iam'
      ? "use 'Authorizers.iam()' for the operation"
      : `give the operation a ${first === undefined ? '' : kinds[first.kind]} authorizer with the authorizerId '${first?.name}'`;
  return operationError(
    operation,
    `the model secures it by ${names.join(' or ')} and the app by ${what}; ${remedy}, or remove the scheme from its security in the model`,
  );
}

/** An authorizer is that of the model if it is called so; there is one IAM. */
function isSame({ name, kind }: NativeScheme, authorizer: NamedAuthorizer): boolean {
  if (!isClosed(authorizer) || kindOf(authorizer) !== kind) return false;
  return kind === 'iam' || authorizer.authorizer.authorizerId === name;
}

function checkSame(operation: NamedOperation, { name, scheme }: NativeScheme, authorizer: NamedAuthorizer): void {
  const rendered = renderScheme((authorizer as ClosedAuthorizer).definition.scheme);
  const difference = differenceOf(scheme, rendered);
  if (difference === undefined) return;
  throw operationError(
    operation,
    `the model and ${describe(authorizer)} do not have the same '${difference}' for '${name}'; make them the same, or remove it from the scheme in the model`,
  );
}
