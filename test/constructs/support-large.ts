import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Code, type FunctionOptions, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  type ApiGatewayIntegration,
  Authorizers,
  Integration,
  type IntegrationRenderProps,
  TypeSafeRestApi,
  type TypeSafeRestApiProps,
} from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { account, region, resolve, type Template } from './resolved-bodies';
import { gatewayDocument, specFile } from './support';

// What the CDK finds in a template of megabytes takes it half a minute.
process.env.CDK_VALIDATION = 'false';

export interface Synthesized {
  readonly template: Template;
  readonly directory: string;
  readonly stack: Stack;
}

export type Build = (stack: Stack) => Partial<TypeSafeRestApiProps> & Pick<TypeSafeRestApiProps, 'integrations'>;

export function synthesize(document: JsonObject, build: Build, env: object = { account, region }): Synthesized {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Stack', { env });
  const specPath = specFile(document);
  new TypeSafeRestApi(stack, 'Api', { specPath, defaultAuthorizer: Authorizers.none(), ...build(stack) });
  const { directory } = app.synth();
  return { template: app.synth().getStackArtifact(stack.artifactId).template as Template, directory, stack };
}

export function propertiesOf({ Resources }: Template, type: string): Readonly<Record<string, unknown>> {
  return Object.values(Resources).find(({ Type }) => Type === type)?.Properties ?? {};
}

/** The text of the document in the assembly, before and after the variables of the stage have their values. */
export function externalDocument({ template, directory }: Synthesized): {
  readonly raw: string;
  readonly document: unknown;
} {
  const api = propertiesOf(template, 'AWS::ApiGateway::RestApi');
  const { Key } = api.BodyS3Location as { Key: string };
  const manifest = JSON.parse(readFileSync(path.join(directory, 'Stack.assets.json'), 'utf8'));
  const raw = readFileSync(path.join(directory, manifest.files[Key.replace('.json', '')].source.path), 'utf8');
  const variables = resolve(variablesOf(template), template) as Record<string, string>;
  const text = raw
    .replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => variables[name] ?? '')
    .replace(/"stageVariables\.(\w+)"/g, (_, name: string) => JSON.stringify(`'${variables[name]}'`));
  return { raw, document: JSON.parse(text) };
}

export function variablesOf(template: Template): Readonly<Record<string, unknown>> {
  return (propertiesOf(template, 'AWS::ApiGateway::Stage').Variables ?? {}) as Readonly<Record<string, unknown>>;
}

export function inlineDocument({ template }: Synthesized): unknown {
  return resolve(propertiesOf(template, 'AWS::ApiGateway::RestApi').Body, template);
}

export function functionIn(stack: Stack, id: string, options: FunctionOptions = {}): LambdaFunction {
  const code = Code.fromInline('exports.handler = 1');
  return new LambdaFunction(stack, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code, ...options });
}

/** A call of a service with its name in a header and in the body. */
export class Notify extends Integration {
  constructor(private readonly name: string) {
    super();
  }

  render(_props: IntegrationRenderProps): ApiGatewayIntegration {
    return {
      type: 'HTTP',
      httpMethod: 'POST',
      uri: `https://${this.name}.example.com/notify`,
      requestParameters: { 'integration.request.header.X-Target': `'topic/${this.name}'` },
      requestTemplates: { 'application/json': `{"target": "${this.name}", "price": "$util.escapeJavaScript('$5')"}` },
      responses: { default: { statusCode: '200', responseParameters: { 'method.response.header.X': "'y'" } } },
    };
  }
}

/** A document of so many operations, four a path. */
export function operations(
  count: number,
  document: (index: number) => JsonObject = () => ({}),
): [JsonObject, string[]] {
  const ids = Array.from({ length: count }, (_, index) => `op${index}`);
  const methods = ['get', 'put', 'post', 'delete'];
  const routes = ids.map((id, index) => [id, `${methods[index % 4]} /t${Math.floor(index / 4)}/{id}`]);
  const more = Object.fromEntries(ids.map((id, index) => [id, document(index)]));
  return [gatewayDocument(Object.fromEntries(routes), more), ids];
}
