import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnAlias, CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnResource, Stack, Token } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { InvocationRole } from '../invocation/invocation-role';
import type { Place } from './places';
import { type DocumentReference, markReferences, marks } from './references';

/** The type of a resource, such as `AWS::Lambda::Function`; nothing for other constructs. */
export function resourceType(target: IConstruct): string | undefined {
  return CfnResource.isCfnResource(target) ? target.cfnResourceType : undefined;
}

/** The ARN of a function or an alias to which the app gives a name. */
export function literalFunctionArn({ target, attribute }: DocumentReference, place: Place): string | undefined {
  if (target === undefined) return undefined;
  const type = resourceType(target);
  if (type === 'AWS::Lambda::Function' && attribute === 'Arn') {
    const name = literalName((target as CfnFunction).functionName);
    const { region, account } = Stack.of(target);
    return name === undefined ? undefined : `arn:${place.partition}:lambda:${region}:${account}:function:${name}`;
  }
  if (type !== 'AWS::Lambda::Alias' || attribute !== 'Ref') return undefined;
  const { name, functionName } = target as CfnAlias;
  const { document, references } = markReferences(place.scope, functionName);
  const [, index] = typeof document === 'string' ? (new RegExp(`^${marks.source}$`, 'u').exec(document) ?? []) : [];
  const aliased = index === undefined ? undefined : references[Number(index)];
  // The alias names its function by `Ref`, which is the name.
  const arn = aliased && literalFunctionArn({ ...aliased, attribute: 'Arn' }, place);
  const alias = literalName(name);
  return arn === undefined || alias === undefined ? undefined : `${arn}:${alias}`;
}

/** The ARN of a role to which the app gives a name, or of the one by which functions are invoked. */
export function literalRoleArn({ target, attribute }: DocumentReference, place: Place): string | undefined {
  if (target === undefined || resourceType(target) !== 'AWS::IAM::Role' || attribute !== 'Arn') return undefined;
  const own = InvocationRole.find(place.scope);
  if (own !== undefined && own.node.defaultChild === target) own.giveName();
  const { roleName, path = '/' } = target as CfnRole;
  const [name, folder] = [literalName(roleName), literalName(path)];
  if (name === undefined || folder === undefined) return undefined;
  return `arn:${place.partition}:iam::${Stack.of(target).account}:role${folder}${name}`;
}

/** The name of an alias that the app gives it. */
export function literalAlias(target: IConstruct): string | undefined {
  return resourceType(target) === 'AWS::Lambda::Alias' ? literalName((target as CfnAlias).name) : undefined;
}

function literalName(name: string | undefined): string | undefined {
  return name === undefined || name === '' || Token.isUnresolved(name) ? undefined : name;
}
