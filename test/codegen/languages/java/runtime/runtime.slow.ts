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

describeJava('a runtime in Java, used as users do', () => {
  let directory: string;
  let toolchain: JavaToolchain;
  const run = async (program: string) => {
    const classpath = [path.join(directory, 'classes'), toolchain.classpath].join(path.delimiter);
    const printed = await runJava(toolchain.java, ['-cp', classpath, program], { cwd: directory });
    return printed.trimEnd().split('\n');
  };

  beforeAll(async () => {
    toolchain = await java();
    directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-safe-api-java-runtime-')));
    const spec = readSpec(path.join(__dirname, '../../../../support/pets.yaml'));
    if (spec === undefined) throw new Error('pets.yaml has errors');
    writeFiles(emitRuntime(emitInput(spec.service, { javaPackage: 'com.example.pets' })), directory);
    const users = ['PetsHandlers.java', 'PetsClients.java'].map((file) => path.join(__dirname, file));
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
});
