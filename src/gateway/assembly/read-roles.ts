import { type Json, type JsonObject, member } from '../../shared/json';
import { arrayAt, objectAt } from '../document/members';
import { includes } from '../policies/evaluate';
import { type PolicyStatement, readStatements } from '../policies/statement';
import type { LocalRole } from './local-app';
import { managedPolicies } from './managed-policies';
import { attributeOf, refOf } from './physical-names';
import { resolveIntrinsics } from './resolve-intrinsics';
import { objectOf, type Stack } from './stack';

/** The roles that an app creates, each with all that it may do. */
export function readRoles(stacks: readonly Stack[]): LocalRole[] {
  const resources = stacks.flatMap(resolvedResources);
  const attached = resources.filter(({ type }) => policyTypes.has(type)).map(toAttached);
  return resources
    .filter(({ type }) => type === 'AWS::IAM::Role')
    .map(({ name, arn, properties }) => {
      const inline = arrayAt(properties, 'Policies').map((policy) => objectAt(objectOf(policy), 'PolicyDocument'));
      const managed = arrayAt(properties, 'ManagedPolicyArns').map((policy) => {
        const own = attached.find(({ names }) => names.includes(policy));
        return own?.statements ?? managedPolicies.get(String(policy).replace(/^.*:policy\//, ''));
      });
      return {
        arn,
        trustsApiGateway: trusts(properties, 'apigateway.amazonaws.com'),
        isWhole: managed.every((statements) => statements !== undefined),
        statements: [
          ...inline.flatMap(readStatements),
          ...managed.flatMap((statements) => statements ?? []),
          ...attached.flatMap(({ roles, statements }) => (roles.includes(name) ? statements : [])),
        ],
      };
    });
}

const policyTypes = new Set(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']);

/** A policy that is a resource of its own: what it may be called by, and the roles it names. */
interface Attached {
  readonly names: readonly Json[];
  readonly roles: readonly Json[];
  readonly statements: readonly PolicyStatement[];
}

function toAttached({ name, arn, properties }: ReturnType<typeof resolvedResources>[number]): Attached {
  return {
    names: [name, arn],
    roles: [...arrayAt(properties, 'Roles'), member(properties, 'RoleName') ?? null],
    statements: readStatements(objectAt(properties, 'PolicyDocument')),
  };
}

function resolvedResources(stack: Stack) {
  const resolve = (value: Json): Json => resolveIntrinsics(value, stack);
  return [...stack.resources.values()]
    .filter(({ type }) => type.startsWith('AWS::IAM::'))
    .map((resource) => ({
      type: resource.type,
      name: refOf(stack, resource, resolve),
      arn: attributeOf(stack, resource, 'Arn', resolve),
      properties: objectOf(resolve(resource.properties)),
    }));
}

function trusts(role: JsonObject, service: string): boolean {
  const trust = readStatements(objectAt(role, 'AssumeRolePolicyDocument'));
  return trust.some(
    ({ effect, principals }) =>
      effect === 'allow' && principals !== undefined && includes(principals, `service:${service}`),
  );
}
