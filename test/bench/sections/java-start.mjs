import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { javaClasspath, lambdaClient, mavenArguments, missingJava } from '../../../scripts/toolchains/java.mjs';
import { freshFolder } from '../folders.mjs';
import { middle, root } from '../measure.mjs';
import { figure, heading, inKilobytes, inMilliseconds } from '../report.mjs';

const times = 11;
const require = createRequire(import.meta.url);
const powertools = {
  'software.amazon.lambda:powertools-logging': '2.9.0',
  'software.amazon.lambda:powertools-logging-log4j': '2.9.0',
};

/**
 * The archive of the sample's handler in Java, and what AWS's runtime interface client takes to start it and to have its first request answered; beside
 * the same handler written by hand with Powertools, which has a logger and no validation of requests, and ours with that logger.
 */
export async function javaStart() {
  heading(`The sample's handler in Java, median of ${times} processes`);
  const missing = await missingJava();
  if (missing !== undefined) return console.log(`  left out: ${missing} is missing`);
  const variants = buildArchives(freshFolder('java-start'));
  const classPath = await clientClassPath();
  const runs = variants.map(() => []);
  for (let turn = 0; turn <= times; turn += 1) {
    for (const [index, variant] of variants.entries()) {
      const started = await start(variant, classPath, 'on-demand');
      const restored = await start(variant, classPath, 'snap-start');
      // The first turn warms the caches of the machine.
      if (turn > 0) runs[index].push({ ...started, restored: restored.request });
    }
  }
  for (const [index, { what, archive }] of variants.entries()) {
    const medianOf = (name) => inMilliseconds(middle(runs[index].map((run) => run[name])));
    figure(what, inKilobytes(statSync(archive).size));
    figure('  start of the process until it asks for a request', medianOf('init'));
    figure('  its first request', medianOf('request'));
    figure('  its first request after priming, as from a snapshot', medianOf('restored'));
  }
}

/** Packs all variants as workspaces pack handlers, with Maven. */
function buildArchives(folder) {
  const model = path.join(root, 'samples/java/model/src/main.yaml');
  const all = ['--model', model, '--output', folder, '--name', 'pets', '--runtime', 'java', '--handlers', 'java'];
  execFileSync(process.execPath, [path.join(root, 'lib/cli/main.js'), 'generate', ...all], { stdio: 'pipe' });
  const own = path.join(folder, 'handlers/java');
  cpSync(own, path.join(folder, 'logging'), { recursive: true });
  const variants = [
    { what: 'here: the archive', module: 'handlers/java', type: 'com.example.pets.handlers.SayHelloHandler' },
    {
      what: 'here, with the logger: the archive',
      module: 'logging',
      type: 'com.example.pets.handlers.SayHelloHandler',
    },
    { what: 'by hand, with the logger: the archive', module: 'by-hand', type: 'byhand.SayHelloHandler' },
  ];
  const { javaHandlersProject, javaRuntimeProject, toAggregatorPom, toPom } = require(
    path.join(root, 'lib/shared/java-packages.js'),
  );
  const handlers = javaHandlersProject('pets');
  const runtime = javaRuntimeProject('pets');
  // As workspaces have them, with other dependencies.
  const pomOf = (artifactId, dependencies) => toPom({ ...handlers, artifactId, dependencies });
  const stub = 'src/main/java/com/example/pets/handlers/SayHelloHandler.java';
  const logging = readFileSync(path.join(own, stub), 'utf8').replace('\npublic class', `${withLogger}\npublic class`);
  writeModule(path.join(folder, 'logging'), pomOf('logging', { ...handlers.dependencies, ...powertools }), {
    [stub]: logging,
    [settings]: log4j,
  });
  const byHandPom = pomOf('by-hand', {
    ...powertools,
    ...runtime.dependencies,
    'com.amazonaws:aws-lambda-java-events': '3.16.1',
  });
  writeModule(path.join(folder, 'by-hand'), byHandPom, {
    'src/main/java/byhand/SayHelloHandler.java': byHand,
    [settings]: log4j,
  });
  const modules = ['generated/runtime/java', ...variants.map(({ module }) => module)];
  writeFileSync(path.join(folder, 'pom.xml'), toAggregatorPom('bench', 'all', modules));
  // Tests are no part of what is measured; the samples run those of this handler.
  const goals = ['--quiet', '-f', folder, 'package', '-Dmaven.test.skip'];
  execFileSync('mvn', [...mavenArguments, ...goals], { stdio: 'pipe' });
  return variants.map((each) => ({ ...each, archive: path.join(folder, each.module, 'target/handlers.jar') }));
}

function writeModule(folder, pom, files) {
  for (const [file, text] of Object.entries({ 'pom.xml': pom, ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/** The runtime interface client with what it needs itself. */
async function clientClassPath() {
  const jars = (await javaClasspath()).split(path.delimiter);
  const needed = jars.filter((jar) => /^aws-lambda-java-(core|serialization)-/.test(path.basename(jar)));
  return [await lambdaClient(), ...needed];
}

const event = {
  ...{
    resource: '/hello',
    path: '/hello',
    httpMethod: 'GET',
    headers: {},
    multiValueHeaders: {},
    pathParameters: null,
  },
  ...{
    queryStringParameters: { name: 'Ada' },
    multiValueQueryStringParameters: { name: ['Ada'] },
    stageVariables: null,
  },
  ...{ requestContext: { httpMethod: 'GET', path: '/hello', stage: 'prod' }, body: null, isBase64Encoded: false },
};

/** The options of the virtual machine on AWS Lambda; the last tells hooks of snapshots where they are registered. */
const options = [
  ...['-XX:+TieredCompilation', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'],
  '-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac',
];

/**
 * Starts a function as AWS Lambda does, has it answer one request, and ends it. Gives the milliseconds until it asked for the request, and those
 * until it answered. With `snap-start`, the client runs what is to run before a snapshot.
 */
async function start({ archive, type }, classPath, initialization) {
  const runtime = await serveOneRequest();
  const env = {
    ...process.env,
    AWS_LAMBDA_RUNTIME_API: runtime.address,
    AWS_LAMBDA_INITIALIZATION_TYPE: initialization,
    AWS_LAMBDA_FUNCTION_NAME: 'hello',
    AWS_LAMBDA_FUNCTION_VERSION: '1',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    _HANDLER: type,
  };
  const client = 'com.amazonaws.services.lambda.runtime.api.client.AWSLambda';
  const classes = [archive, ...classPath].join(path.delimiter);
  const begun = performance.now();
  const child = spawn('java', [...options, '-classpath', classes, client, type], { env, stdio: 'pipe' });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const answer = await Promise.race([runtime.answered, ended]);
  child.kill('SIGKILL');
  await ended;
  runtime.close();
  if (answer?.status !== 200) throw new Error(`${type} did not greet: ${answer?.text}\n${Buffer.concat(said)}`);
  return { init: answer.asked - begun, request: answer.at - answer.asked };
}

/** The runtime API of AWS Lambda, with one request in it: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html */
async function serveOneRequest() {
  let asked;
  const { promise: answered, resolve: answer } = withResolvers();
  const server = createServer(async (request, response) => {
    if (request.url.endsWith('/restore/next')) return response.end();
    if (!request.url.endsWith('/invocation/next')) {
      const body = await text(request);
      const status = request.url.endsWith('/response') ? JSON.parse(body).statusCode : undefined;
      answer({ asked, at: performance.now(), text: body, status });
      return response.writeHead(202).end();
    }
    // There is no second one.
    if (asked !== undefined) return;
    asked = performance.now();
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': '1',
      'Lambda-Runtime-Deadline-Ms': String(Date.now() + 30_000),
      'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:eu-west-1:123456789012:function:hello',
    });
    response.end(JSON.stringify(event));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `127.0.0.1:${server.address().port}`, answered, close };
}

function withResolvers() {
  let resolve;
  const promise = new Promise((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve };
}

const settings = 'src/main/resources/log4j2.xml';

const log4j = `<?xml version="1.0" encoding="UTF-8"?>
<Configuration>
  <Appenders>
    <Console name="console"><JsonTemplateLayout eventTemplateUri="classpath:LambdaJsonLayout.json"/></Console>
  </Appenders>
  <Loggers><Root level="info"><AppenderRef ref="console"/></Root></Loggers>
</Configuration>
`;

const withLogger = `
@com.example.pets.runtime.interceptors.Interceptors({
  com.example.pets.runtime.interceptors.CorsInterceptor.class,
  com.example.pets.runtime.interceptors.powertools.LoggingInterceptor.class,
  com.example.pets.runtime.interceptors.TryCatchInterceptor.class
})`;

const byHand = `package byhand;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

public class SayHelloHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final ObjectMapper JSON = new ObjectMapper();

  record Greeting(String message) {}

  record Problem(String message) {}

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> greet(event.getQueryStringParameters()));
  }

  private static APIGatewayProxyResponseEvent greet(Map<String, String> query) {
    String name = query == null ? null : query.get("name");
    if (name == null || name.isEmpty()) return answer(400, new Problem("'name' must be at least 1 character long"));
    return answer(200, new Greeting("Hello " + name + "!"));
  }

  private static APIGatewayProxyResponseEvent answer(int status, Object body) {
    try {
      return new APIGatewayProxyResponseEvent()
          .withStatusCode(status)
          .withHeaders(Map.of("content-type", "application/json"))
          .withBody(JSON.writeValueAsString(body));
    } catch (JsonProcessingException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
`;
