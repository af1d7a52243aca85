import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Alias } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Authorizers, Integrations, type TypeSafeApiIntegration } from '../../src/constructs';
import { account, region } from './resolved-bodies';
import {
  type Build,
  externalDocument,
  functionIn,
  inlineDocument,
  Notify,
  operations,
  propertiesOf,
  synthesize,
  variablesOf,
} from './support-large';
import { allow, allowAnySize, allowNoSize } from './support-sizes';

jest.mock(
  '../../src/constructs/private/limits/template-size',
  () => jest.requireActual('./support-sizes').templateSize,
);

describe('1,000 operations over one function, a bucket, mocks with large bodies and a user pool', () => {
  const large = JSON.stringify({ text: 'x'.repeat(20_000), price: '$5 #1' });
  const [document, ids] = operations(1000);
  const build: Build = (stack) => {
    const bucket = new Bucket(stack, 'Bucket');
    const router = functionIn(stack, 'Router');
    const alias = new Alias(stack, 'Live', { aliasName: 'live', version: functionIn(stack, 'Other').currentVersion });
    const users = Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, 'Users')] });
    const special: Record<string, TypeSafeApiIntegration> = {
      op0: { integration: Integrations.s3({ bucket }) },
      op1: { integration: Integrations.lambda(alias) },
      op2: { integration: Integrations.lambda(functionIn(stack, 'Versioned').currentVersion) },
      op3: { integration: Integrations.mock({ statusCode: 200, body: large }), authorizer: users },
      op4: { integration: Integrations.mock({ statusCode: 200, body: large }) },
      op5: { integration: new Notify(bucket.bucketName) },
      op6: { integration: Integrations.lambda(functionIn(stack, 'Named', { functionName: 'named' })) },
    };
    const routed = { integration: Integrations.lambda(router) };
    return { integrations: { ...Object.fromEntries(ids.map((id) => [id, routed])), ...special } };
  };

  test('are deployed from S3, and the document is the same', () => {
    const external = synthesize(document, build);
    const api = propertiesOf(external.template, 'AWS::ApiGateway::RestApi');
    expect(api.Body).toBeUndefined();
    expect(Buffer.byteLength(JSON.stringify(external.template, undefined, 1))).toBeLessThan(60_000);
    const { raw, document: substituted } = externalDocument(external);
    expect(raw.length).toBeGreaterThan(600_000);
    expect(raw).not.toContain('Token[');
    expect(raw).not.toContain('Fn::');

    allowAnySize();
    const inline = inlineDocument(synthesize(document, build));
    expect(substituted).toEqual(inline);
  });

  test('have a variable for each thing that only CloudFormation knows, in the forms that API Gateway documents', () => {
    const external = synthesize(document, build);
    const { raw } = externalDocument(external);
    const names = Object.keys(variablesOf(external.template)).map((name) => name.replace(/_[0-9a-f]{12}$/, ''));
    expect(names).toEqual([
      'function_CurrentVersion',
      'function_Live',
      'function_Router',
      'role_InvocationRole',
      'role_S3IntegrationsExecutionRole',
      'text_Bucket',
      'userPool_Users',
      'value_Bucket',
      'version_CurrentVersion',
    ]);
    const lambda = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/arn:aws:lambda:${region}:${account}:function:`;
    expect(raw).toContain(`${lambda}\${stageVariables.function_Router_`);
    expect(raw).toMatch(/:function:\$\{stageVariables\.function_Live_\w+\}:live\/invocations/);
    expect(raw).toMatch(
      /:function:\$\{stageVariables\.function_CurrentVersion_\w+\}:\$\{stageVariables\.version_CurrentVersion_\w+\}\/invocations/,
    );
    expect(raw).toContain(`${lambda}named/invocations`);
    expect(raw).toContain(`arn:aws:iam::${account}:\${stageVariables.role_InvocationRole_`);
    expect(raw).toContain(`arn:aws:cognito-idp:${region}:${account}:userpool/\${stageVariables.userPool_Users_`);
    expect(raw).toContain(`arn:aws:apigateway:${region}:s3:path/\${stageVariables.value_Bucket_`);
    expect(raw).toContain('https://${stageVariables.value_Bucket_');
    expect(raw).toMatch(/"integration\.request\.header\.X-Target":"stageVariables\.text_Bucket_\w+"/);
  });

  test('keep the variables that the user gives to the stage', () => {
    const external = synthesize(document, (stack) => ({
      ...build(stack),
      deployOptions: { variables: { colour: 'blue' } },
    }));
    expect(variablesOf(external.template)).toMatchObject({ colour: 'blue' });
    expect(Object.keys(variablesOf(external.template))).toHaveLength(10);
  });
});

describe('a document that is too large for a template', () => {
  const body = 'x'.repeat(110_000);
  const [document, ids] = operations(10);
  const mocks = Object.fromEntries(
    ids.map((id) => [id, { integration: Integrations.mock({ statusCode: 200, body }) }]),
  );

  test('without a known account and region is an error that asks for them', () => {
    expect(() => synthesize(document, () => ({ integrations: mocks }), {})).toThrow(
      /the document of the API is 1,1\d\d kB, more than the 1,000 kB of a CloudFormation template, and it cannot be deployed from S3: the account and the region of the stack 'Stack' must be known for that; give it 'env: { account, region }' \[at Stack\/Api\]/,
    );
  });

  test('is deployed from S3 where they are known', () => {
    const external = synthesize(document, () => ({ integrations: mocks }));
    expect(externalDocument(external).raw.length).toBeGreaterThan(1_100_000);
    expect(variablesOf(external.template)).toEqual({});
  });

  test('is an error beyond what API Gateway imports', () => {
    const [huge, many] = operations(60);
    const integrations = Object.fromEntries(
      many.map((id) => [id, { integration: Integrations.mock({ statusCode: 200, body }) }]),
    );
    expect(() => synthesize(huge, () => ({ integrations }))).toThrow(
      /the document of the API is 6,4\d\d KB and API Gateway imports 6,144 KB; split the model into several APIs/,
    );
  });

  test('that has more functions than variables is an error with advice', () => {
    const [wide, many] = operations(101);
    const build: Build = (stack) => ({
      integrations: {
        ...Object.fromEntries(many.map((id) => [id, { integration: Integrations.lambda(functionIn(stack, id)) }])),
        ...mocks,
      },
    });
    const named: Build = (stack) => ({
      integrations: {
        ...Object.fromEntries(
          many.map((id) => [id, { integration: Integrations.lambda(functionIn(stack, id, { functionName: id })) }]),
        ),
        ...mocks,
      },
    });
    expect(() =>
      synthesize(wide, (stack) => ({
        ...build(stack),
        deployOptions: { variables: { a: 'b', c: 'd', e: 'f', g: 'h', i: 'j', k: 'l', m: 'n', o: 'p', q: 'r' } },
      })),
    ).toThrow(
      /its functions, roles and other resources take 92 variables of the stage, with those of 'deployOptions' 101, and a stage has 100; let one function handle many operations, give functions a 'functionName', or split the model/,
    );
    expect(Object.keys(variablesOf(synthesize(wide, named).template))).toEqual([
      expect.stringMatching(/^role_InvocationRole/),
    ]);
  });
});

describe('an authorizer of a document in S3', () => {
  const [document, ids] = operations(1);
  const build =
    (functionName: string | undefined): Build =>
    (stack) => ({
      defaultAuthorizer: Authorizers.custom({
        authorizerId: 'mine',
        function: functionIn(stack, 'Guard', { functionName }),
      }),
      integrations: Object.fromEntries(ids.map((id) => [id, { integration: Integrations.mock({ statusCode: 200 }) }])),
    });

  test('has no variables, so its function needs a name and the role gets one', () => {
    allowNoSize();
    const external = synthesize(document, build('guard'));
    const { raw } = externalDocument(external);
    expect(variablesOf(external.template)).toEqual({});
    expect(raw).toContain(`:function:guard/invocations`);
    const [, name] = /"authorizerCredentials":"arn:aws:iam::\d+:role\/([\w-]+)"/.exec(raw) ?? [];
    expect(name).toMatch(/^[\w-]{13,64}$/);
    const roles = Object.values(external.template.Resources).filter(({ Type }) => Type === 'AWS::IAM::Role');
    expect(roles.map(({ Properties }) => Properties?.RoleName)).toContain(name);
  });

  test('without a name, where the document does not fit into the template, is an error with advice', () => {
    allow({ inlineBytes: 1, templateBytes: 500 });
    expect(() => synthesize(document, build(undefined))).toThrow(
      /the document of the API is \d kB, more than the \d kB of a CloudFormation template, and it cannot be deployed from S3: 'securitySchemes\.mine\..+\.authorizerUri': the function of an authorizer needs a name that is known; give it a 'functionName' \[at Stack\/Api\]/,
    );
  });

  test('without a name keeps the document in the template, as long as it fits', () => {
    allowNoSize();
    const inline = synthesize(document, build(undefined));
    expect(inlineDocument(inline)).toMatchObject({ openapi: '3.0.3' });
    const body = 'x'.repeat(900_000 / 4);
    const [many, four] = operations(4);
    const large: Build = (stack) => ({
      ...build(undefined)(stack),
      integrations: Object.fromEntries(
        four.map((id) => [id, { integration: Integrations.mock({ statusCode: 200, body }) }]),
      ),
    });
    Annotations.fromStack(synthesize(many, large).stack).hasWarning(
      '*',
      Match.stringLikeRegexp(
        "takes 9\\d\\d kB of the 1,000 kB of a CloudFormation template; .*It cannot be deployed from S3, which would help: .*the function of an authorizer needs a name that is known; give it a 'functionName'",
      ),
    );
  });
});
