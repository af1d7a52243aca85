import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { emitRuntime } from '../../../../../src/codegen/languages/java/runtime';
import { emitInput } from '../../../../support/emit-input';
import { writeFiles } from '../../../../support/generated-packages';
import { javaFiles, runJava } from '../../../../support/java-packages';
import { compileJava } from '../../../../support/javac';
import { readSpec } from '../../../../support/read-spec';
import { describeJava, type JavaToolchain, java } from '../../../../support/toolchains';

jest.setTimeout(300_000);

interface RunOptions {
  /** Whether logs are written as Powertools does. */
  readonly logging?: boolean;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

describeJava('a runtime in Java, used as users do', () => {
  let directory: string;
  let toolchain: JavaToolchain;
  const run = async (program: string, { logging = false, args = [], env = {} }: RunOptions = {}) => {
    const jars = logging ? [__dirname, toolchain.logging] : [];
    const classpath = [path.join(directory, 'classes'), ...jars, toolchain.classpath].join(path.delimiter);
    const printed = await runJava(toolchain.java, ['-cp', classpath, program, ...args], { cwd: directory, env });
    return printed.trimEnd().split('\n');
  };

  beforeAll(async () => {
    toolchain = await java();
    directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-safe-api-java-runtime-')));
    for (const [name, file] of [
      ['pets', 'support/pets.yaml'],
      ['pages', 'specs/pagination.yaml'],
    ] as const) {
      const spec = readSpec(path.join(__dirname, '../../../..', file));
      if (spec === undefined) throw new Error(`${file} has errors`);
      writeFiles(emitRuntime(emitInput(spec.service, { javaPackage: `com.example.${name}` })), directory);
    }
    const users = ['PetsHandlers.java', 'PetsClients.java', 'PetsPowertools.java', 'PagesClients.java'].map((file) =>
      path.join(__dirname, file),
    );
    const classes = path.join(directory, 'classes');
    expect(compileJava(toolchain, [...javaFiles(directory), ...users], classes)).toEqual([]);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const cors = '{Access-Control-Allow-Headers=[*], Access-Control-Allow-Origin=[*], content-type=[application/json]';
  const lambdaCors = '"headers":{"Access-Control-Allow-Headers":"*","Access-Control-Allow-Origin":"*","content-type":';

  test('handlers: interceptors, responses that are thrown, errors, violations, routers, priming', async () => {
    expect(await run('com.example.pets.handlers.PetsHandlers')).toEqual([
      `typed: 200 {"message":"Hello Ada!"} ${cors}, x-name=[Ada]}`,
      `refused: 400 {"message":"the request is not valid: /requestParameters/name must have at least 1 character","errors":[{"pointer":"/requestParameters/name","message":"must have at least 1 character"}]} ${cors}}`,
      `thrown: 400 {"message":"nobody is there"} ${cors}}`,
      `crashed: 500 {"message":"Internal Server Error"} ${cors}}`,
      'violation: the response of sayHello violates the model: /body/message is required required',
      `authorized: 200 {"message":"ada"} ${cors}}`,
      'counted: 404 {"message":"no p/1 ? in 1"} {content-type=[application/json], x-count=[1]}',
      'counted again: 404 {"message":"no p2 in 2"} {content-type=[application/json], x-count=[2]}',
      'equal headers: true',
      `violation on Lambda: {"statusCode":500,${lambdaCors}"application/json"},"body":"{\\"message\\":\\"Internal Server Error\\"}","isBase64Encoded":false}`,
      `broken escape: {"statusCode":200,${lambdaCors}"application/json","x-name":"100%"},"body":"{\\"message\\":\\"Hello 100%!\\"}","isBase64Encoded":false}`,
      `list: {"statusCode":200,${lambdaCors}"application/json","x-operation":"listPets","X-Total":"1"},"body":"[{\\"id\\":\\"1\\",\\"name\\":\\"Rex\\",\\"kind\\":\\"dog\\"}]","isBase64Encoded":false}`,
      `conflict: {"statusCode":409,${lambdaCors}"application/json","x-operation":"createPet"},"body":"{\\"message\\":\\"Rex is there already\\"}","isBase64Encoded":false}`,
      `no JSON: {"statusCode":400,${lambdaCors}"application/json","x-operation":"createPet"},"body":"{\\"message\\":\\"the request is not valid: /body is not valid JSON: see line 1, column 2\\",\\"errors\\":[{\\"pointer\\":\\"/body\\",\\"message\\":\\"is not valid JSON: see line 1, column 2\\"}]}","isBase64Encoded":false}`,
      `sibling: {"statusCode":400,${lambdaCors}"application/json","x-operation":"deletePet"},"body":"{\\"message\\":\\"the request is not valid: /requestParameters/petId is required\\",\\"errors\\":[{\\"pointer\\":\\"/requestParameters/petId\\",\\"message\\":\\"is required\\"}]}","isBase64Encoded":false}`,
      `empty text: {"statusCode":200,${lambdaCors}"text/plain","x-operation":"getMotd"},"body":"","isBase64Encoded":false}`,
      'no route: {"statusCode":500,"headers":{"content-type":"application/json"},"body":"{\\"message\\":\\"no handler for PATCH /pets\\"}","isBase64Encoded":false}',
      'makes sayHello',
      `after priming: 200 {"message":"Hello Ada!"} ${cors}, x-name=[Ada]}`,
    ]);
  });

  test('clients: headers, middleware, errors, retries, timeouts, without waiting', async () => {
    expect(await run('com.example.pets.clients.PetsClients')).toEqual([
      'pet: Pet[id=1, name=/prod/pets/a%2Fb%20c Bearer 0, kind=dog, additionalProperties={}]',
      'middleware: [outer before getPet, inner before getPet, inner after 200, outer after 200]',
      'own header: /prod/pets/p own',
      'error: getPet answered 404: not there 404 true',
      'raw: 404 true',
      'of a proxy: 502 <p> false',
      'retried: /prod/pets/flaky 0',
      'not retried: ResponseException createPet answered 503: later',
      'too slow: getPet timeout',
      'given up: getPet timeout',
      'requests until then: 1',
      'no server: listPets ConnectException',
      'no path: getPet IllegalArgumentException',
      'no JSON: UnreadableResponseException getPet answered 200 with what cannot be read: the body is not valid JSON: see line 1, column 2',
      'no header: listPets IllegalArgumentException',
      'async: /prod/pets/p',
      'async error: getPet answered 404: not there',
      'nothing: null',
    ]);
  });

  test('clients: pages and items, each page when it is wanted, without waiting', async () => {
    expect(await run('com.example.pages.clients.PagesClients')).toEqual([
      'pages: 4 [/pets?limit=2&kind=dog, /pets?page-token=1&limit=2&kind=dog, /pets?page-token=2&limit=2&kind=dog]',
      'items: [0, 1, 2, 3]',
      'from: [pet 2, pet 3]',
      'not before: []',
      'first: 01 [/pets]',
      'first again: [0] [/pets]',
      'no more: there are no more items',
      'in the body: [0, 1] [/pets/search{"text":"pet"}, /pets/search{"text":"pet","after":0}, /pets/search{"text":"pet","after":1}]',
      'in headers: [1, 2, 3] [[1, 2], [3]] [/orders, /orders b, /orders, /orders b]',
      'without items: [1, 2, null]',
      '429 of the model: listPets answered 429: slow down (7)',
      '429 of a proxy: listPets answered 429: {"message":"slow down"} (7)',
      '429 that says little: listPets answered 429: slow down (null)',
      '429 that says more: listPets answered 429: slow down (null)',
      'raw: ListPets429ResponseHeaders[xWait=7] false',
      'error: listPets answered 429: slow down (7)',
      'busy: listPets answered 429: slow down (null)',
      'asked again: 1 [/pets?page-token=busy, /pets?page-token=busy-2, /pets?page-token=busy-2]',
      "in circles: listPets answered the token 'again' of a page on that page again",
      'asked: [/pets?page-token=again, /pets?page-token=again]',
      'async items: [0, 1, 2, 3] [/pets, /pets?page-token=1, /pets?page-token=2]',
      'async while: [0, 1] [/pets]',
      'async pages: [2, 2, 0] [/pets?limit=2, /pets?page-token=1&limit=2, /pets?page-token=2&limit=2]',
      'async events: 3',
      'async error: ResponseException listPets answered 429: slow down',
      "async in circles: IllegalStateException listPets answered the token 'again' of a page on that page again",
      'async thrown: IllegalArgumentException enough',
    ]);
  });

  describe('Powertools', () => {
    const program = 'com.example.pets.powertools.PetsPowertools';
    const env = {
      AWS_LAMBDA_FUNCTION_NAME: 'hello',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
      POWERTOOLS_METRICS_NAMESPACE: 'Pets',
      POWERTOOLS_SERVICE_NAME: 'pets',
    };

    test('logs, metrics and traces of each request say of which operation they are', async () => {
      const lines = await run(program, { logging: true, env: { ...env, LAMBDA_TASK_ROOT: directory } });
      const objects = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
      const logs = objects.filter(({ message }) => /^(?:saying|as every)/.test(message));
      const common = { level: 'INFO', service: 'pets', function_request_id: 'test', function_memory_size: 512 };
      expect(logs).toMatchObject([
        { message: 'saying hello to Ada', operationId: 'sayHello', cold_start: true, ...common },
        { message: 'saying hello to crash', operationId: 'sayHello', cold_start: false, ...common },
        { message: 'as every day', operationId: 'getMotd', cold_start: false, ...common },
      ]);
      const metrics = objects.filter((each) => '_aws' in each);
      const described = { Namespace: 'Pets', Dimensions: [['Service', 'operationId']] };
      const metricOf = (Name: string) => ({
        CloudWatchMetrics: [{ ...described, Metrics: [{ Name, Unit: 'Count' }] }],
      });
      expect(metrics).toMatchObject([
        { _aws: metricOf('greetings'), Service: 'pets', operationId: 'sayHello', greetings: 1 },
        { _aws: metricOf('greetings'), Service: 'pets', operationId: 'sayHello', greetings: 1 },
        { _aws: metricOf('readings'), Service: 'pets', operationId: 'getMotd', readings: 2 },
      ]);
      const traces = lines.flatMap((line) => (line.startsWith('trace ') ? [JSON.parse(line.slice(6))] : []));
      const annotations = (ColdStart: boolean) => ({ annotations: { ColdStart, Service: 'pets' } });
      expect(traces).toMatchObject([
        { name: 'sayHello', parent_id: '53995c3f42cd8ad8', ...annotations(true) },
        { name: 'sayHello', fault: true, cause: { exceptions: [{ message: 'crashed' }] }, ...annotations(false) },
        { name: 'getMotd', type: 'subsegment', ...annotations(false) },
      ]);
      expect(lines.filter((line) => line.startsWith('answer'))).toEqual(['answer 200', 'answer 500', 'answer 200']);
    });

    test('handlers answer where nothing is traced, as in a test', async () => {
      const lines = await run(program, { args: ['untraced'], env });
      expect(lines.filter((line) => line.startsWith('answer'))).toEqual(['answer 200', 'answer 500', 'answer 200']);
    });
  });
});
