import { type Json, member } from '../../shared/json';
import { arrayAt, textAt } from '../document/members';
import type { LocalApiKey } from './local-app';
import { refOf } from './physical-names';
import { resolveIntrinsics } from './resolve-intrinsics';
import { objectOf, type Stack } from './stack';

const types = ['AWS::ApiGateway::ApiKey', 'AWS::ApiGateway::UsagePlan', 'AWS::ApiGateway::UsagePlanKey'] as const;

/**
 * The API keys that an app creates, or puts into its usage plans, each with the stages that it opens: those of its plans.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export function readApiKeys(stacks: readonly Stack[]): LocalApiKey[] {
  const resources = stacks.flatMap(resolvedResources);
  const ofType = (type: (typeof types)[number]) => resources.filter((resource) => resource.type === type);
  const plans = ofType('AWS::ApiGateway::UsagePlan');
  const members = ofType('AWS::ApiGateway::UsagePlanKey').map(({ properties }) => ({
    key: textAt(properties, 'KeyId') ?? '',
    stages: plans.filter(({ id }) => id === textAt(properties, 'UsagePlanId')).flatMap(stagesOf),
  }));
  const stagesOfKey = (id: string) => members.filter(({ key }) => key === id).flatMap(({ stages }) => stages);
  const own = ofType('AWS::ApiGateway::ApiKey').map(({ id, properties }) => {
    const value = textAt(properties, 'Value');
    return {
      id,
      name: textAt(properties, 'Name') ?? id,
      ...(value === undefined ? {} : { value }),
      enabled: member(properties, 'Enabled') !== false && textAt(properties, 'Enabled') !== 'false',
      stages: stagesOfKey(id),
    };
  });
  const others = new Set(members.map(({ key }) => key).filter((key) => own.every(({ id }) => id !== key)));
  return [...own, ...[...others].map((id) => ({ id, name: id, enabled: true, stages: stagesOfKey(id) }))];
}

function stagesOf({ properties }: ReturnType<typeof resolvedResources>[number]): LocalApiKey['stages'] {
  return arrayAt(properties, 'ApiStages')
    .map(objectOf)
    .map((entry) => ({ api: textAt(entry, 'ApiId') ?? '', stage: textAt(entry, 'Stage') ?? '' }));
}

function resolvedResources(stack: Stack) {
  const resolve = (value: Json): Json => resolveIntrinsics(value, stack);
  return [...stack.resources.values()]
    .filter(({ type }) => (types as readonly string[]).includes(type))
    .map((resource) => ({
      type: resource.type,
      id: refOf(stack, resource, resolve),
      properties: objectOf(resolve(resource.properties)),
    }));
}
