import { type Json, type JsonObject, member } from '../../shared/json';
import { arrayAt, objectAt, textAt } from '../document/members';
import type { Resource } from './local-app';
import { resolveIntrinsics } from './resolve-intrinsics';
import { objectOf, type Stack } from './stack';

/** What is known of an API where its restrictions are looked for. */
export interface RestrictedApi {
  /** What `Ref` gives. */
  readonly id: string;
  readonly properties: JsonObject;
  readonly document: JsonObject;
  /** The properties of its stage. */
  readonly stage: JsonObject;
}

/** What an app puts before an API that is not enforced here, in the words of the terminal. */
export function readLimits({ id, properties, document, stage }: RestrictedApi, stacks: readonly Stack[]): string[] {
  const ofType = (type: RegExp) => stacks.flatMap((stack) => resolvedOf(stack, type));
  const named = (resource: JsonObject, name: string) => textAt(resource, name) === id;
  const firewalls = ofType(/^AWS::WAF(v2|Regional)::WebACLAssociation$/);
  const plans = ofType(/^AWS::ApiGateway::UsagePlan$/).filter((plan) =>
    arrayAt(plan, 'ApiStages').some((entry) => named(objectOf(entry), 'ApiId')),
  );
  const mappings = ofType(/^AWS::ApiGateway::BasePathMapping$/).filter((mapping) => named(mapping, 'RestApiId'));
  const domains = ofType(/^AWS::ApiGateway::DomainName$/).filter((domain) =>
    mappings.some((mapping) => textAt(mapping, 'DomainName') === textAt(domain, 'DomainName')),
  );
  const settings = [stage, ...arrayAt(stage, 'MethodSettings').map((entry) => objectOf(entry))];
  const has = (among: readonly JsonObject[], ...names: readonly string[]) =>
    among.some((each) => names.some((name) => isSet(member(each, name))));
  const endpoints = arrayAt(objectAt(properties, 'EndpointConfiguration'), 'Types');
  const found: readonly (readonly [string, boolean])[] = [
    ['WAF', firewalls.some((each) => textAt(each, 'ResourceArn')?.includes(`/restapis/${id}/`) === true)],
    ['throttling', has(settings, 'ThrottlingRateLimit', 'ThrottlingBurstLimit') || has(plans, 'Throttle')],
    ['quotas of usage plans', has(plans, 'Quota')],
    ['resource policy', has([properties], 'Policy') || has([document], 'x-amazon-apigateway-policy')],
    ['private endpoint', endpoints.includes('PRIVATE')],
    ['mutual TLS', has(domains, 'MutualTlsAuthentication')],
    ['client certificate', has([stage], 'ClientCertificateId')],
    ['caches of responses', has(settings, 'CacheClusterEnabled', 'CachingEnabled')],
    [
      'compression',
      has([properties], 'MinimumCompressionSize') || has([document], 'x-amazon-apigateway-minimum-compression-size'),
    ],
  ];
  return found.filter(([, isThere]) => isThere).map(([words]) => words);
}

/** False and nothing set nothing; zero does, as a size or a rate. */
function isSet(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 'false';
}

function resolvedOf(stack: Stack, type: RegExp): JsonObject[] {
  return [...stack.resources.values()]
    .filter((resource: Resource) => type.test(resource.type))
    .map(({ properties }) => objectOf(resolveIntrinsics(properties, stack)));
}
