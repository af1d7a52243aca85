import type { BodyIntegration, Outcome, Template } from './outcome';
import { bodyOf, operationOf, resourcesOf, templateOf, textOf } from './template';

/** What the role of an API may invoke. */
function invokable(template: Template): unknown {
  const policies = resourcesOf(template, 'AWS::IAM::Role').flatMap(
    ({ Properties }): unknown => Properties.Policies ?? [],
  );
  const [policy] = policies as readonly InlinePolicy[];
  return policy?.PolicyDocument.Statement[0]?.Resource;
}

interface InlinePolicy {
  readonly PolicyDocument: { readonly Statement: readonly { readonly Resource: unknown }[] };
}

/** What the specification says of its snippets, as tests of what became of them in one language. */
export function testSentences(outcome: () => Outcome): void {
  const integrationOf = (name: string, operationId: string, api?: string): BodyIntegration =>
    operationOf(outcome(), name, operationId, api)['x-amazon-apigateway-integration'];

  test('every snippet synthesizes', () => {
    const failed = Object.entries(outcome().results).filter(([, { template }]) => template === undefined);
    expect(failed.map(([name]) => name)).toEqual(['MissingOperation']);
  });

  test.each(['EveryOperation say', 'Lambda get'])('a function handles the operation: %s', (both) => {
    const [name = '', verb] = both.split(' ');
    const { type, httpMethod, uri } = integrationOf(name, verb === 'say' ? 'sayHello' : 'getPet');
    expect({ type, httpMethod }).toEqual({ type: 'AWS_PROXY', httpMethod: 'POST' });
    expect(textOf(uri)).toMatch(/:lambda:path\/2015-03-31\/functions\/<Function\w+\.Arn>\/invocations$/);
    expect(textOf(invokable(templateOf(outcome(), name)))).toMatch(/^<Function\w+\.Arn>$/);
  });

  describe('S3', () => {
    test('the object has the method and path of the operation, with the parameter that the user supplied', () => {
      const { type, httpMethod, uri, requestParameters } = integrationOf('S3Default', 'getPet');
      expect({ type, httpMethod }).toEqual({ type: 'AWS', httpMethod: 'GET' });
      expect(textOf(uri)).toMatch(/:s3:path\/<Bucket\w+>\/pets\/\{petId\}$/);
      expect(requestParameters).toMatchObject({ 'integration.request.path.petId': 'method.request.path.petId' });
    });

    test('method, key and status can be others, with path parameters in the key', () => {
      expect(bodyOf(templateOf(outcome(), 'S3Customised')).paths['/pets/{petId}/delete']).toHaveProperty('post');
      const { httpMethod, uri, requestParameters, responses } = integrationOf('S3Customised', 'deletePet');
      expect(httpMethod).toBe('DELETE');
      expect(textOf(uri)).toMatch(/:s3:path\/<Bucket\w+>\/my-pets\/\{petId\}\/details\.json$/);
      expect(requestParameters).toMatchObject({ 'integration.request.path.petId': 'method.request.path.petId' });
      expect(answerTo(responses, '204')).toMatchObject({ statusCode: '204' });
    });

    test.each(['S3Default', 'ErrorsCatchAll'])('any error is an empty 500: %s', (name) => {
      const { responses } = integrationOf(name, 'getPet');
      expect(answerTo(responses, '200')).toMatchObject({ statusCode: '200' });
      for (const status of ['400', '403', '404', '409', '412', '500', '503']) {
        const answer = answerTo(responses, status);
        expect(answer?.statusCode).toBe('500');
        expect(Object.values(answer?.responseTemplates ?? {})).toEqual([expect.stringMatching(/^#set\([^)]*\)$/)]);
      }
    });

    test('without a behaviour for errors, they are answered as successes are', () => {
      const { responses } = integrationOf('ErrorsNone', 'getPet');
      const success = answerTo(responses, '200');
      expect(success).toMatchObject({ statusCode: '200' });
      for (const status of ['403', '404', '503']) expect(answerTo(responses, status)).toEqual(success);
    });

    test('responses of your own, by a pattern of the status', () => {
      const { responses } = integrationOf('ErrorsCustom', 'getPet');
      expect(answerTo(responses, '200')).toMatchObject({ statusCode: '200' });
      expect(answerTo(responses, '404')).toMatchObject({
        statusCode: '404',
        responseTemplates: { 'application/json': '{"message": "No such pet"}' },
      });
      expect(answerTo(responses, '500')).toMatchObject({ statusCode: '503' });
      expect(answerTo(responses, '503')).toMatchObject({ statusCode: '503' });
    });
  });

  describe('mocks', () => {
    const mock = (operationId: string, api: string) => integrationOf('MocksOfTheModel', operationId, api);

    test.each([
      ['Successes', { listPets: '200', createPet: '201', getPet: '200', deletePet: '204' }],
      ['Failures', { listPets: '500', createPet: '409', getPet: '404', deletePet: '204' }],
      ['Bodies', { listPets: '200', createPet: '201', getPet: '503', deletePet: '204' }],
    ])('there is one for every response of an operation: %s', (api, statuses) => {
      for (const [operationId, statusCode] of Object.entries(statuses)) {
        const { type, responses } = mock(operationId, api);
        expect({ type, statusCode: responses.default?.statusCode }).toEqual({ type: 'MOCK', statusCode });
      }
    });

    test('a body is the one given, or an example', () => {
      const bodyOf = (operationId: string, api: string) =>
        mock(operationId, api).responses.default?.responseTemplates?.['application/json'];
      expect(bodyOf('getPet', 'Failures')).toBe('{"message":"No such pet"}');
      expect(JSON.parse(bodyOf('listPets', 'Bodies') ?? '')).toEqual([{ name: 'Tom', kind: 'cat' }]);
      expect(JSON.parse(bodyOf('createPet', 'Bodies') ?? '')).toEqual({ name: 'Tom' });
      expect(JSON.parse(bodyOf('getPet', 'Bodies') ?? '')).toEqual({ message: 'Out for a walk' });
    });

    test('a response that is not in the model', () => {
      const { type, responses } = integrationOf('MocksOfOthers', 'getPet');
      expect(type).toBe('MOCK');
      expect(responses.default).toMatchObject({
        statusCode: '418',
        responseTemplates: { 'text/plain': 'short and stout' },
      });
    });
  });

  describe('an integration of your own', () => {
    test('what it renders is the extension of the operation', () => {
      expect(integrationOf('CustomIntegration', 'getPet')).toEqual({
        type: 'HTTP_PROXY',
        connectionType: 'VPC_LINK',
        connectionId: 'link-id',
        httpMethod: 'GET',
        uri: 'http://pets.internal/pets/{petId}',
        requestParameters: {
          'integration.request.header.x-operation': "'getPet'",
          'integration.request.path.petId': 'method.request.path.petId',
        },
      });
    });

    test('it can grant permissions', () => {
      const [granted] = resourcesOf(templateOf(outcome(), 'CustomIntegration'), 'AWS::Lambda::Function');
      const environment = granted?.Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> };
      expect(textOf(environment.Variables.getPet)).toMatch(/^arn:.*:execute-api:.*:<Api\w+>\/\*\/GET\/\*$/);
    });
  });
}

/** What is answered to a status of the backend. */
function answerTo(responses: BodyIntegration['responses'], status: string) {
  const pattern = Object.keys(responses).find((key) => new RegExp(`^(?:${key})$`).test(status));
  return responses[pattern ?? 'default'];
}
