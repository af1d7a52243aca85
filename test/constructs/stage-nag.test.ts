import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { HandlerFunction, Integrations } from '../../src/constructs';
import { temporaryWorkspace, writePackages } from '../support/generated-packages';
import { loadApp } from '../support/load-app';
import { readSpec } from '../support/read-spec';
import { apiOf, gatewayDocument } from './support';

const workspace = path.join(__dirname, '../../assets/workspace');

let directory: string;
let app: App;

beforeAll(() => {
  const spec = readSpec(path.join(workspace, 'model/src/main.yaml'));
  if (spec === undefined) throw new Error('the sample model has errors');
  directory = temporaryWorkspace();
  writePackages(spec, 'workspace-name', directory);
  const bundle = path.join(directory, 'handlers/typescript/dist/lambda/say-hello');
  mkdirSync(bundle, { recursive: true });
  writeFileSync(path.join(bundle, 'index.js'), 'exports.handler = async () => ({ statusCode: 200 });');
  app = loadApp(path.join(workspace, 'app/src/main.ts'), directory, 'workspace-name-typescript-infra');
  app.synth();
});

afterAll(() => rmSync(directory, { recursive: true }));

/** What cdk-nag finds, as lines such as `AwsSolutions-L1 WorkspaceName/SayHello/Resource`. */
function findings(checks: AwsSolutionsChecks, scope: IConstruct = app): string[] {
  const { violations } = checks.validateScope(scope);
  return violations
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    )
    .sort();
}

test('cdk-nag finds nothing in the sample app', () => {
  expect(findings(new AwsSolutionsChecks())).toEqual([]);
});

test('all that is acknowledged would be found, and nothing else', () => {
  class Deaf extends AwsSolutionsChecks {}
  Object.assign(Deaf.prototype, { isAcknowledged: () => false });
  const acknowledged = app.node.findAll().flatMap((construct) => acknowledgedBy(construct));
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(findings(new Deaf())).toEqual(acknowledged.sort());
});

function acknowledgedBy({ node }: IConstruct): string[] {
  return node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data as object).map((id) => `${id} ${node.path}`));
}

test('version 2 of cdk-nag reads the same from the template', () => {
  const acknowledged = app.node.findAll().flatMap((construct) => acknowledgedBy(construct));
  const inTemplate = app.node.findAll().filter(CfnResource.isCfnResource).flatMap(suppressedBy);
  expect(inTemplate.sort()).toEqual(acknowledged.sort());
});

test.each(['cn-north-1', 'eu-west-1'])(
  'in %s, whose partition the stack knows, cdk-nag finds nothing either',
  (region) => {
    const env = { region, account: '123456789012' };
    const known = new Stack(new App({ context: { '@aws-cdk/core:enablePartitionLiterals': true } }), 'Stack', { env });
    const origin = { operation: 'sayHello', language: 'typescript', directory: '', source: '', bundle: '' };
    const sayHello = new HandlerFunction(known, 'Fn', { ...origin, code: Code.fromInline('exports.handler = 1') });
    const integrations = { sayHello: { integration: Integrations.lambda(sayHello) } };
    apiOf(gatewayDocument({ sayHello: 'get /hello' }), { integrations }, known);
    expect(findings(new AwsSolutionsChecks(), known)).toEqual([]);
  },
);

function suppressedBy(resource: CfnResource): string[] {
  const { rules_to_suppress: rules = [] } = (resource.getMetadata('cdk_nag') ?? {}) as {
    readonly rules_to_suppress?: readonly { readonly id: string; readonly appliesTo?: readonly string[] }[];
  };
  const ids = rules.flatMap(({ id, appliesTo }) => appliesTo?.map((finding) => `${id}[${finding}]`) ?? [id]);
  return ids.map((id) => `${id} ${resource.node.path}`);
}
