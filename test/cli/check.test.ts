import { withOperation, writeFiles } from '../support/model-files';
import { cli } from './cli';

const model = withOperation({});

/** A model with this many parameters that API Gateway does not check, all alike. */
function withInfos(count: number) {
  const parameters = Array.from({ length: count }, (_, index) => ({
    ...{ name: 'limit', in: 'query', schema: { type: 'integer' } },
    'x-number': index,
  }));
  const paths = Object.fromEntries(
    parameters.map((parameter, index) => [
      `/things${index}`,
      { get: { parameters: [parameter], responses: { 204: { description: 'Done' } } } },
    ]),
  );
  return { ...model, paths };
}

const broken = withOperation({ operationId: '--', responses: {} });
const warned = withOperation({ servers: [{ url: 'https://example.com' }] });

describe('for people', () => {
  test('it has nothing to say of a model that is right', async () => {
    const { code, out, err } = await cli(writeFiles({ 'api.yaml': model }), 'check', '--model', 'api.yaml');
    expect({ code, out, err }).toEqual({ code: 0, out: 'api.yaml: no problems', err: '' });
  });

  test('errors are on standard error, and the exit code is 1', async () => {
    const result = await cli(writeFiles({ 'api.yaml': broken }), 'check', '--model', 'api.yaml');
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toContain('api.yaml#/paths/~1things/get/responses\n  error missing-responses: ');
    expect(result.err).toMatch(/\n2 errors$/);
  });

  test('warnings and infos are no fault', async () => {
    const result = await cli(writeFiles({ 'api.yaml': warned }), 'check', '--model', 'api.yaml');
    expect(result).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/\n1 warning$/) });
  });

  test('places of the same message stand together, every one of them, and kinds are counted', async () => {
    const { code, err } = await cli(writeFiles({ 'api.yaml': withInfos(12) }), 'check', '--model', 'api.yaml');
    expect(code).toBe(0);
    expect(err.split('\n')).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `api.yaml#/paths/~1things${index}/get/parameters/0/schema/type`),
      "  info gateway-not-enforced: API Gateway does not check 'limit'; the handler checks type",
      '',
      '  12  info     gateway-not-enforced',
      '12 infos',
    ]);
  });

  test('what matters most is last', async () => {
    const document = { ...withInfos(1), servers: [{ url: '/v1' }], 'x-amazon-apigateway-policy': {} };
    const { err } = await cli(writeFiles({ 'api.yaml': document }), 'check', '--model', 'api.yaml');
    expect([...err.matchAll(/^ {2}(\w+) gateway/gm)].map(([, severity]) => severity)).toEqual([
      'info',
      'info',
      'warning',
    ]);
  });
});

describe('for programs', () => {
  test('standard output is one JSON object with every diagnostic, and standard error is empty', async () => {
    const directory = writeFiles({ 'api.yaml': broken });
    const json = await cli(directory, 'check', '--model', 'api.yaml', '--format', 'json');
    expect(json).toMatchObject({ code: 1, err: '' });
    const { summary, counts, diagnostics } = JSON.parse(json.out);
    expect({ summary, counts }).toEqual({ summary: '2 errors', counts: { error: 2, warning: 0, info: 0 } });
    expect(diagnostics).toHaveLength(2);
    expect(diagnostics).toContainEqual({
      ...{ code: 'missing-responses', severity: 'error' },
      place: { file: 'api.yaml', pointer: '/paths/~1things/get/responses' },
      message: "an operation needs at least one response; add one under 'responses'",
    });
  });

  test('a model that is right has an empty list', async () => {
    const { code, out } = await cli(writeFiles({ 'api.yaml': model }), 'check', '--model=api.yaml', '--format=json');
    const counts = { error: 0, warning: 0, info: 0 };
    expect({ code, ...JSON.parse(out) }).toEqual({ code: 0, summary: 'no problems', counts, diagnostics: [] });
  });

  test('a model that is not there is an error as well', async () => {
    const { code, out } = await cli(writeFiles({}), 'check', '--model', 'api.yaml', '--format', 'json');
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 1, diagnostics: [{ code: 'missing-file' }] });
  });
});

test('in a workspace, its model and the languages of its handlers are checked', async () => {
  const handled = withOperation({ 'x-handler': { language: 'typescript' } });
  const workspace = {
    ...{ model: { file: 'model/src/main.yaml' }, runtime: ['typescript'], handlers: ['python'] },
    infrastructure: 'typescript',
  };
  const directory = writeFiles({ '.projen/type-safe-api.json': workspace, 'model/src/main.yaml': handled });
  const { code, err } = await cli(directory, 'check');
  expect(code).toBe(1);
  expect(err).toContain('model/src/main.yaml#/paths/~1things/get/x-handler/language\n  error handler-not-generated: ');
  // With --model it is a model of no workspace.
  expect(await cli(directory, 'check', '--model', 'model/src/main.yaml')).toMatchObject({ code: 0 });
});

test.each([
  [[], 'there is no .projen/type-safe-api.json'],
  [['--format', 'jsn'], "did you mean 'json'?"],
  [['--modle', 'api.yaml'], "did you mean '--model'?"],
  [['api.yaml'], "unexpected argument 'api.yaml'"],
])('check with %j is wrong usage', async (args, message) => {
  const { code, out, err } = await cli(writeFiles({ 'api.yaml': model }), 'check', ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

describe('a build', () => {
  const generate = ['generate', '--model', 'api.yaml', '--output', 'out', '--documentation', 'html'];

  test('prints infos while they are few', async () => {
    const { code, err } = await cli(writeFiles({ 'api.yaml': withInfos(10) }), ...generate);
    expect(code).toBe(0);
    expect(err.match(/info gateway-not-enforced/g)).toHaveLength(10);
  });

  test('counts many', async () => {
    const { code, err } = await cli(writeFiles({ 'api.yaml': withInfos(11) }), ...generate);
    expect({ code, err }).toEqual({ code: 0, err: "11 infos; 'npx type-safe-api check' prints all" });
  });

  test('prints a few warnings of a kind', async () => {
    const names = Array.from({ length: 12 }, (_, index) => [`x-amazon-apigateway-${index}`, {}]);
    const { err } = await cli(writeFiles({ 'api.yaml': { ...model, ...Object.fromEntries(names) } }), ...generate);
    expect(err.match(/warning gateway-ignored/g)).toHaveLength(10);
    expect(err).toMatch(/\nand 2 warnings more; 'npx type-safe-api check' prints all$/);
  });
});
