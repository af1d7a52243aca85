// The runtime interface of Node handlers on a developer's machine. It speaks the Lambda Runtime API like the one in the cloud:
// fetch an invocation, call the handler, post what came of it, again and again.
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let current;

process.on('uncaughtException', (error) => crash(error));
process.on('unhandledRejection', (reason) => crash(reason));

// A handler that waits for nothing that Node knows of has not ended: it runs into its timeout.
setInterval(() => {}, 2 ** 30);

// What handlers that stream are made with, as in the Node.js runtimes of AWS Lambda:
// https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
const streaming = Symbol.for('aws.lambda.runtime.handler.streaming');
globalThis.awslambda = {
  streamifyResponse: (handle) => Object.assign(handle, { [streaming]: 'response' }),
  HttpResponseStream: {
    from(stream, prelude) {
      stream.setContentType('application/vnd.awslambda.http-integration-response');
      stream.beforeFirstWrite = [JSON.stringify(prelude), new Uint8Array(8)];
      return stream;
    },
  },
};

const handler = await loadHandler(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER).catch(failToStart);
while (handler !== undefined) await serveNext(handler);

async function serveNext(handle) {
  const { headers, body } = await call('GET', '/invocation/next');
  current = headers['lambda-runtime-aws-request-id'];
  if (handle[streaming] !== undefined) {
    await streamFrom(handle, JSON.parse(body), contextOf(headers));
    current = undefined;
    return;
  }
  try {
    const result = await run(handle, JSON.parse(body), contextOf(headers));
    await call('POST', `/invocation/${current}/response`, result === undefined ? 'null' : JSON.stringify(result));
  } catch (error) {
    await call('POST', `/invocation/${current}/error`, JSON.stringify(describe(error)));
  }
  current = undefined;
}

/** Sends what a handler writes as it writes it. An error comes behind it, in the trailers. Nothing goes out before the first write. */
async function streamFrom(handle, event, context) {
  const [stream, closed] = openStream(`/invocation/${current}/response`);
  try {
    await handle(event, stream, context);
  } catch (error) {
    const report = describe(error);
    if (!stream.destroyed) {
      stream.addTrailers({
        'Lambda-Runtime-Function-Error-Type': report.errorType,
        'Lambda-Runtime-Function-Error-Body': Buffer.from(JSON.stringify(report)).toString('base64'),
      });
      stream.end();
    }
  }
  await closed;
}

/** A request that is a stream to write to, and a promise of its end: it is answered, or nobody reads it any more. */
function openStream(resource) {
  const headers = {
    'content-type': 'application/octet-stream',
    'lambda-runtime-function-response-mode': 'streaming',
    'transfer-encoding': 'chunked',
    trailer: 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body',
  };
  const stream = httpRequest({ host, port, agent, method: 'POST', path: `/2018-06-01/runtime${resource}`, headers });
  const closed = new Promise((resolve) => {
    stream.on('response', (response) => response.resume().on('end', resolve));
    stream.on('error', resolve).on('close', resolve);
  });
  const write = stream.write.bind(stream);
  stream.setContentType = (contentType) => stream.setHeader('content-type', contentType);
  stream.write = (chunk, ...rest) => {
    for (const first of stream.beforeFirstWrite ?? []) write(first);
    stream.beforeFirstWrite = undefined;
    const isRaw = typeof chunk === 'string' || chunk instanceof Uint8Array;
    return write(isRaw ? chunk : JSON.stringify(chunk), ...rest);
  };
  return [stream, closed];
}

/** Handlers return a promise or call back. As in the cloud, what is returned otherwise counts for nothing. */
function run(handle, event, context) {
  return new Promise((resolve, reject) => {
    const done = (error, result) => (error ? reject(error) : resolve(result));
    context.done = done;
    context.succeed = resolve;
    context.fail = reject;
    const returned = handle(event, context, done);
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
    else if (handle.length < 3) resolve(null);
  });
}

function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  if (headers['lambda-runtime-trace-id']) process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

/** `index.handler` is the export `handler` of `index.mjs`, `index.js` or `index.cjs` in the folder of the code. */
async function loadHandler(root, name) {
  const dot = name.lastIndexOf('.');
  const stem = path.join(root, name.slice(0, dot));
  const file = ['.mjs', '.js', '.cjs'].map((extension) => stem + extension).find((each) => existsSync(each));
  if (file === undefined) throw new Error(`${stem}.js does not exist; bundle the handlers first`);
  const module = isEsModule(file, root) ? await import(pathToFileURL(file).href) : loadCommonJs(file);
  const exported = module[name.slice(dot + 1)];
  if (typeof exported !== 'function')
    throw new Error(`${file} does not export a function named '${name.slice(dot + 1)}'`);
  return exported;
}

/** In the cloud there is nothing above the folder of the code: a package.json of the workspace must not decide here. */
function isEsModule(file, root) {
  if (!file.endsWith('.js')) return file.endsWith('.mjs');
  const manifest = path.join(root, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
}

function loadCommonJs(file) {
  const module = new Module(file, null);
  module.filename = file;
  module.paths = Module._nodeModulePaths(path.dirname(file));
  module._compile(readFileSync(file, 'utf8') + sourceMapOf(file), file);
  return module.exports;
}

/** Bundles are deployed without maps; `type-safe-api bundle` leaves these beside them, for stacks that name the sources. */
function sourceMapOf(file) {
  const map = path.join('..', '..', 'maps', path.basename(path.dirname(file)), `${path.basename(file)}.map`);
  const found = existsSync(path.join(path.dirname(file), map));
  return found ? `\n//# sourceMappingURL=${map.split(path.sep).join('/')}\n` : '';
}

async function failToStart(error) {
  await call('POST', '/init/error', JSON.stringify(describe(error)));
  process.exit(1);
}

async function crash(error) {
  const report = JSON.stringify(describe(error));
  // A connection of its own: a stream may hold the other.
  agent.maxSockets = 2;
  await call('POST', current === undefined ? '/init/error' : `/invocation/${current}/error`, report).catch(() => {});
  process.exit(129);
}

function describe(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split('\n') };
}

function call(method, resource, body) {
  return new Promise((resolve, reject) => {
    const options = { host, port, agent, method, path: `/2018-06-01/runtime${resource}` };
    const headers =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const outgoing = httpRequest({ ...options, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
