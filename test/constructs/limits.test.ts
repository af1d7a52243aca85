import { statSync } from 'node:fs';
import path from 'node:path';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { EndpointType } from 'aws-cdk-lib/aws-apigateway';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, CfnResource, NestedStack, Stack, type StackProps } from 'aws-cdk-lib/core';
import {
  type ApiGatewayIntegration,
  Authorizers,
  Integration,
  Integrations,
  type TypeSafeRestApi,
  type TypeSafeRestApiProps,
} from '../../src/constructs';
import { checkImport } from '../../src/constructs/private/limits/check-document';
import type { JsonObject } from '../../src/shared/json';
import { apiOf, gatewayDocument, mock } from './support';

// The limits of templates are reached here, and what the CDK finds in such templates takes it long.
process.env.CDK_VALIDATION = 'false';

const hello = gatewayDocument({ sayHello: 'get /hello' });

function stackOf(props: StackProps = {}): Stack {
  return new Stack(new App({ analyticsReporting: false }), 'Stack', props);
}

function helloApi(
  integration: Integration,
  props: Partial<TypeSafeRestApiProps> = {},
  stack = stackOf(),
): TypeSafeRestApi {
  return apiOf(
    hello,
    { defaultAuthorizer: Authorizers.none(), integrations: { sayHello: { integration } }, ...props },
    stack,
  );
}

function warningsOf(api: TypeSafeRestApi, pattern: string): number {
  return Annotations.fromStack(Stack.of(api)).findWarning('*', Match.stringLikeRegexp(pattern)).length;
}

/** An integration with these members. */
class Raw extends Integration {
  constructor(private readonly members: Partial<ApiGatewayIntegration>) {
    super();
  }

  render(): ApiGatewayIntegration {
    return { type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'https://example.com', ...this.members };
  }
}

describe('the models of an API, 400 KB', () => {
  const apiWith = (bytes: number) => {
    const description = 'x'.repeat(bytes - JSON.stringify({ description: '' }).length);
    const document = { ...hello, components: { schemas: { Pet: { description } } } };
    return apiOf(document, { integrations: { sayHello: mock }, defaultAuthorizer: Authorizers.none() });
  };

  test.each([400 * 1024 - 1, 400 * 1024])('%d bytes are fine', (bytes) => {
    expect(() => apiWith(bytes)).not.toThrow();
  });

  test('one byte more is an error that names the largest', () => {
    expect(() => apiWith(400 * 1024 + 1)).toThrow(
      'the models of the API, the schemas of its request bodies, are 401 KB, and API Gateway takes 400 KB in all; make them smaller (the largest are Pet (401 KB)), or split the model into several APIs [at Stack/Api]',
    );
  });
});

describe('a mapping template, 300 KB', () => {
  const apiWith = (bytes: number) => helloApi(new Raw({ requestTemplates: { 'text/plain': 'x'.repeat(bytes) } }));

  test.each([300 * 1024 - 1, 300 * 1024])('%d bytes are fine', (bytes) => {
    expect(() => apiWith(bytes)).not.toThrow();
  });

  test('one byte more is an error that names the operation, for requests and for responses', () => {
    expect(() => apiWith(300 * 1024 + 1)).toThrow(
      "operation 'sayHello' (GET /hello): its mapping template 'requestTemplates.text/plain' is 301 KB and API Gateway takes 300 KB",
    );
    const body = 'x'.repeat(300 * 1024 + 1);
    expect(() => helloApi(Integrations.mock({ statusCode: 200, body }))).toThrow(
      "its mapping template 'responses.default.responseTemplates.application/json' is 301 KB",
    );
  });
});

test('a document that is imported has 6 MB at most', () => {
  const scope = stackOf();
  expect(() => checkImport(scope, 6 * 1024 * 1024 - 1)).not.toThrow();
  expect(() => checkImport(scope, 6 * 1024 * 1024)).not.toThrow();
  expect(() => checkImport(scope, 6 * 1024 * 1024 + 1)).toThrow(
    'the document of the API is 6,145 KB and API Gateway imports 6,144 KB; split the model into several APIs',
  );
});

describe('resources, of which 300 are the quota', () => {
  const apiWith = (count: number) => {
    // The root is one.
    const ids = Array.from({ length: count - 1 }, (_, index) => `op${index}`);
    const document = gatewayDocument(Object.fromEntries(ids.map((id) => [id, `get /${id}`])));
    const integrations = Object.fromEntries(ids.map((id) => [id, mock]));
    return apiOf(document, { integrations, defaultAuthorizer: Authorizers.none() });
  };

  test.each([
    [299, 0],
    [300, 0],
    [301, 1],
  ])('%d of them give %d warnings', (count, warnings) => {
    const message = `the API has ${count} resources \\(nodes of the tree of its paths\\) and the quota is 300; have 'Resources per API' raised`;
    expect(warningsOf(apiWith(count), message)).toBe(warnings);
  });
});

describe('the timeout of an integration', () => {
  const edge = { endpointConfiguration: { types: [EndpointType.EDGE] } };
  const quota = 'API Gateway waits 29,000 ms unless';

  test.each([50, 51, 28_999, 29_000])('of %d ms is fine, wherever the API is', (timeoutInMillis) => {
    expect(warningsOf(helloApi(new Raw({ timeoutInMillis })), quota)).toBe(0);
    expect(() => helloApi(new Raw({ timeoutInMillis }), edge)).not.toThrow();
  });

  test('of 49 ms is an error', () => {
    expect(() => helloApi(new Raw({ timeoutInMillis: 49 }))).toThrow(
      "operation 'sayHello' (GET /hello): its timeout is 49 ms, and API Gateway waits at least 50 ms; choose another",
    );
  });

  test('of more than 29 s is a warning for a regional API, and an error for one that is edge-optimized', () => {
    const integration = new Raw({ timeoutInMillis: 29_001 });
    expect(warningsOf(helloApi(integration), `its timeout is 29001 ms, and ${quota}`)).toBe(1);
    expect(() => helloApi(integration, edge)).toThrow(
      'its timeout is 29001 ms, and API Gateway waits 29,000 ms for edge-optimized APIs; shorten it, or make the API regional',
    );
  });

  test('of a response that is streamed is 15 minutes at most', () => {
    const streamed = (timeoutInMillis: number) => new Raw({ timeoutInMillis, responseTransferMode: 'STREAM' });
    expect(warningsOf(helloApi(streamed(900_000)), quota)).toBe(0);
    expect(() => helloApi(streamed(900_001))).toThrow(
      'its timeout is 900001 ms, and API Gateway waits between 50 and 900,000 ms; choose another',
    );
  });
});

describe('variables of a stage', () => {
  const apiWith = (variables: { [name: string]: string }) =>
    helloApi(Integrations.mock({ statusCode: 200 }), { deployOptions: { variables } });
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`name${index}`, 'value']));

  test.each([
    ['99 of them', many(99)],
    ['100 of them', many(100)],
    ['a name of 64 characters', { ['n'.repeat(64)]: 'v' }],
    ['a value of 512 characters', { name: 'v'.repeat(512) }],
    ['every character that there may be', { a_1: 'https://example.com/a-b_c~d?e=f#g&h,i' }],
  ])('%s are fine', (_, variables) => {
    expect(() => apiWith(variables)).not.toThrow();
  });

  test.each([
    ['101 of them', many(101), "'deployOptions' has 101 variables and a stage has 100; use fewer"],
    ['a longer name', { ['n'.repeat(65)]: 'v' }, 'has a name of 65 characters and API Gateway takes 64'],
    ['another name', { 'a-b': 'v' }, "the variable 'a-b' of 'deployOptions' has a name with other characters"],
    ['a longer value', { name: 'v'.repeat(513) }, 'has a value of 513 characters and API Gateway takes 512'],
    ['another value', { name: 'a b' }, "the variable 'name' of 'deployOptions' has a value with other characters"],
  ])('%s are an error', (_, variables, message) => {
    expect(() => apiWith(variables)).toThrow(message);
  });
});

describe('resources of a stack, 500', () => {
  const synthesize = (count: number) => {
    const stack = stackOf();
    helloApi(Integrations.mock({ statusCode: 200 }), {}, stack);
    const own = stack.node.findAll().filter((node) => CfnResource.isCfnResource(node)).length;
    for (let index = own; index < count; index++) new CfnResource(stack, `R${index}`, { type: 'AWS::SNS::Topic' });
    return () => (stack.node.root as App).synth();
  };

  test.each([499, 500])('%d are fine', (count) => {
    expect(synthesize(count)).not.toThrow();
  });

  test('one more is an error that says how to split', () => {
    expect(synthesize(501)).toThrow(
      /the stack 'Stack' has 501 resources \(4\d\d of AWS::SNS::Topic, .*\) and CloudFormation takes 500; make the functions in nested stacks of at most 200 functions each, such as new HandlerFunction\(new NestedStack\(stack, 'Functions1'\), …\), and leave the API in this one, or let one function handle many operations \[at Stack\/Api\]/,
    );
  });

  test('those of nested stacks are not among them', () => {
    const stack = stackOf();
    helloApi(Integrations.mock({ statusCode: 200 }), {}, stack);
    const nested = new NestedStack(stack, 'More');
    for (let index = 0; index < 495; index++) new CfnResource(nested, `R${index}`, { type: 'AWS::SNS::Topic' });
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });
});

describe('the template of a stack, 1 MB', () => {
  /** A stack whose other resources take so many bytes. */
  const synthesize = (bytes: number, props: StackProps = {}) => {
    const stack = stackOf(props);
    helloApi(Integrations.mock({ statusCode: 200, body: 'x'.repeat(300_000) }), {}, stack);
    for (let index = 0; index < 300; index++) {
      const properties = { Text: 'x'.repeat(Math.floor(bytes / 300)) };
      new CfnResource(stack, `R${index}`, { type: 'AWS::SNS::Topic', properties });
    }
    return () => (stack.node.root as App).synth();
  };

  test('below it is fine', () => {
    expect(synthesize(600_000)).not.toThrow();
  });

  test('above it, the template is written without indentation', () => {
    const stack = stackOf({ env: { account: '111111111111', region: 'eu-west-1' } });
    const queues = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`name${index}`, [['x', 'y', 'z', 0, 1]]]),
    );
    helloApi(Integrations.mock({ statusCode: 200 }), {}, stack);
    for (let index = 0; index < 160; index++) {
      new CfnResource(stack, `R${index}`, { type: 'AWS::SNS::Topic', properties: queues });
    }
    const text = JSON.stringify((stack.node.root as App).synth().getStackArtifact(stack.artifactId).template);
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    const file = path.join((stack.node.root as App).outdir, stack.templateFile);
    expect(statSync(file).size).toBe(Buffer.byteLength(text));
  });

  test('above it without indentation is an error with advice', () => {
    const message =
      /the template of the stack 'Stack' is 1,\d\d\d kB and CloudFormation takes 1,000 kB; make the functions in nested stacks \[at Stack\/Api\]/;
    expect(synthesize(750_000)).toThrow(message);
    expect(synthesize(750_000, { suppressTemplateIndentation: true })).toThrow(message);
  });
});

describe('the policy of the role that invokes functions', () => {
  const document = (count: number): [JsonObject, string[]] => {
    const ids = Array.from({ length: count }, (_, index) => `op${index}`);
    return [
      gatewayDocument(Object.fromEntries(ids.map((id) => [id, `get /a${Number(id.slice(2)) % 290}/${id}`]))),
      ids,
    ];
  };
  const apiOver = (count: number, perStack: number, stack = stackOf()) => {
    const [model, ids] = document(count);
    const integrations = ids.map((id, index) => {
      const name = `Functions${Math.floor(index / perStack)}`;
      const scope = (stack.node.tryFindChild(name) as NestedStack | undefined) ?? new NestedStack(stack, name);
      const code = Code.fromInline('exports.handler = 1');
      const fn = new LambdaFunction(scope, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });
      return [id, { integration: Integrations.lambda(fn) }];
    });
    return apiOf(
      model,
      { integrations: Object.fromEntries(integrations), defaultAuthorizer: Authorizers.none() },
      stack,
    );
  };
  const managedIn = (api: TypeSafeRestApi) =>
    api.node
      .findAll()
      .filter((node) => CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::IAM::ManagedPolicy');

  test('has 10 managed ones at most; up to 20 with a higher quota', () => {
    expect(managedIn(apiOver(560, 200))).toHaveLength(10);
    const many = apiOver(620, 200);
    expect(managedIn(many).length).toBeGreaterThan(10);
    const warnings = many.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => String(data)));
    expect(warnings).toContainEqual(
      expect.stringMatching(/need 1\d managed policies of the role .*, and the quota is 10/),
    );
    expect(() => apiOver(1100, 200)).toThrow(/need 2\d managed policies of the role .*, and a role has 20 at most/);
  });

  test('takes at most 200 functions from one other stack, whose outputs they are', () => {
    expect(() => apiOver(200, 200)).not.toThrow();
    expect(() => apiOver(201, 201)).toThrow(
      "the API uses 201 functions of the stack 'Stack/Functions0', and what it asks another stack for is an output of its template, which has 200 at most; use more nested stacks, with fewer functions each",
    );
  });
});
