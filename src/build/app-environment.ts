import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type JsonObject, member } from '../shared/json';
import type { Workspace } from '../shared/workspace';

/**
 * The environment that the CDK's command line gives to an app, so that the app can run without it. The CDK's own validation is left to
 * deployments, unless someone asks for it: it takes longer than all of the rest.
 *
 * @param directory the folder of the API
 * @param outdir where the cloud assembly goes
 */
export function appEnvironment(
  workspace: Workspace,
  directory: string,
  outdir: string,
  context: JsonObject = {},
): NodeJS.ProcessEnv {
  const folder = path.join(directory, workspace.app?.directory ?? '.');
  return {
    CDK_VALIDATION: 'false',
    ...process.env,
    ...languageEnvironment(directory),
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify({ ...contextOf(folder), ...context }),
  };
}

/**
 * For apps in Python and Java: their constructs run in this very Node, and what they think of its version is said once, by those who
 * install it, and not at each synthesis. The CDK's modules take Python seconds to compile, so what it compiled is kept, in a folder of
 * its own, even where images of containers tell it not to.
 *
 * @param directory the folder of the API
 */
export function languageEnvironment(directory: string): NodeJS.ProcessEnv {
  const cache = path.resolve(directory, '.type-safe-api', 'pycache');
  return {
    JSII_NODE: process.env.JSII_NODE ?? process.execPath,
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
    JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: '1',
    JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
    PYTHONDONTWRITEBYTECODE: '',
    PYTHONPYCACHEPREFIX: process.env.PYTHONPYCACHEPREFIX ?? cache,
  };
}

/** The context that the CDK's command line would pass on: that of `cdk.json` and of its cache of look-ups. */
function contextOf(directory: string): JsonObject {
  const configured = readObject(path.join(directory, 'cdk.json'));
  const given = member(configured, 'context');
  return { ...(isJsonObject(given) ? given : {}), ...readObject(path.join(directory, 'cdk.context.json')) };
}

function readObject(file: string): JsonObject {
  if (!existsSync(file)) return {};
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isJsonObject(value) ? value : {};
}
