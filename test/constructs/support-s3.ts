import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  Integrations,
  type S3IntegrationProps,
  type TypeSafeRestApi,
  type TypeSafeRestApiProps,
} from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { apiOf, type BodyIntegration, gatewayDocument, integrationOf } from './support';

export type S3Options = Omit<S3IntegrationProps, 'bucket'>;

/** An API with the operation `op`, such as `get /pets/{petId}`, over a bucket; `more` is what else its document has. */
export function s3Api(
  route: string,
  options: S3Options = {},
  more: JsonObject = {},
  props: Partial<TypeSafeRestApiProps> = {},
): TypeSafeRestApi {
  const stack = new Stack(new App(), 'Stack');
  const integration = Integrations.s3({ bucket: new Bucket(stack, 'Bucket'), ...options });
  return apiOf(
    gatewayDocument({ op: route }, { op: more }),
    { integrations: { op: { integration } }, ...props },
    stack,
  );
}

/** The integration of such an operation. */
export function s3Integration(
  route: string,
  options: S3Options = {},
  more: JsonObject = {},
  props: Partial<TypeSafeRestApiProps> = {},
): BodyIntegration {
  const [method = '', path = ''] = route.split(' ');
  return integrationOf(s3Api(route, options, more, props), path, method);
}

/** The URI of an integration, from the bucket on. */
export function keyOf({ uri }: BodyIntegration): string {
  const text = JSON.stringify(uri);
  return JSON.parse(/"(\/[^"]*)"\]\]\}$/.exec(text)?.[0].slice(0, -3) ?? '""') as string;
}

/** Responses without content, by their statuses. */
export function responses(...statuses: readonly (string | number)[]): JsonObject {
  return Object.fromEntries(statuses.map((status) => [status, { description: `${status} response` }]));
}

/** What is answered to each status, of which no two patterns may be for the same. */
export function answers({
  responses: all,
}: BodyIntegration): ReadonlyMap<number, BodyIntegration['responses'][string]> {
  const statuses = Array.from({ length: 400 }, (_, index) => 200 + index);
  return new Map(
    statuses.flatMap((status) => {
      const matching = Object.keys(all).filter((pattern) => new RegExp(`^(?:${pattern})$`).test(String(status)));
      if (matching.length > 1) throw new Error(`${matching.join(' and ')} are both for ${status}`);
      const response = all[matching[0] ?? 'default'];
      return response === undefined ? [] : [[status, response] as const];
    }),
  );
}

/** The statements of the policies in the stack of an API: `s3:GetObject pets/*`, the keys after the ARN of the bucket. */
export function allowed(api: TypeSafeRestApi): string[] {
  return statementsIn(Template.fromStack(Stack.of(api))).flatMap(({ Action, Resource, Condition }) =>
    listOf(Action).flatMap((action) =>
      listOf(Resource).map((resource) => {
        const prefixes = Condition === undefined ? '' : ` for ${listOf(Condition.StringLike['s3:prefix']).join(', ')}`;
        return `${action} ${keyIn(resource)}${prefixes}`;
      }),
    ),
  );
}

export interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly StringLike: Readonly<Record<string, string | readonly string[]>> };
}

/** The statements of all policies of roles in a template. */
export function statementsIn(template: Template): Statement[] {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  return policies.flatMap(
    (policy) => (policy.Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
  );
}

function keyIn(resource: unknown): string {
  const parts = (resource as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join']?.[1];
  return parts === undefined ? 'the bucket' : String(parts.at(-1)).replace(/^\//, '');
}

function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}
