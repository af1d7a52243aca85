import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { jdkTool, readClassPathFile } from '../../../shared/interpreters';
import { javaClassPathFile, javaClientClassPathFile } from '../../../shared/workspace';
import { handlersFolder, type Runtime } from './runtime';

const entry = 'com.amazonaws.services.lambda.runtime.api.client.AWSLambda';

/** How AWS starts the virtual machine: what takes long to compile is left to functions that run for long. */
const options = ['-XX:+TieredCompilation', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

/**
 * Java, with the runtime interface client of AWS, which the installation of a workspace has Maven resolve. Handlers run from what was
 * compiled last, not from their archive.
 * @see https://github.com/aws/aws-lambda-java-libs/tree/main/aws-lambda-java-runtime-interface-client
 */
export const java: Runtime = {
  prefix: 'java',
  runsArchives: true,
  printsErrors: true,
  liveCode: (bundle) => {
    const folder = handlersFolder(bundle);
    if (folder === undefined || !existsSync(path.join(folder, javaClassPathFile))) return undefined;
    const classes = path.join(folder, 'target/classes');
    return existsSync(classes) ? classes : undefined;
  },
  whyNot: (root) => {
    if (root !== undefined && existsSync(clientClassPath(root))) return undefined;
    return "Java functions run here where the API has handlers in Java; their runtime interface client is missing: run 'npx projen install'";
  },
  launch: ({ lambda, code, root = '.' }) => ({
    file: jdkTool('java'),
    args: [
      ...options,
      '-classpath',
      [...codePath(code), ...readClassPathFile(clientClassPath(root))].join(path.delimiter),
      entry,
      lambda.handler,
    ],
  }),
};

/** In the cloud, the folder of the code and the archives in its `lib` are the class path. */
function codePath(code: string): string[] {
  if (!statSync(code).isDirectory()) return [code];
  const resolved = path.join(code, '../..', javaClassPathFile);
  if (path.basename(path.dirname(code)) === 'target' && existsSync(resolved))
    return [code, ...readClassPathFile(resolved)];
  const lib = path.join(code, 'lib');
  const jars = existsSync(lib) ? readdirSync(lib).filter((file) => file.endsWith('.jar')) : [];
  return [code, ...jars.map((jar) => path.join(lib, jar))];
}

function clientClassPath(root: string): string {
  return path.join(root, javaClientClassPathFile);
}
