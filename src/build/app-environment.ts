import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type JsonObject, member } from '../shared/json';

/**
 * The environment that the CDK's command line gives to an app, so that the app can run without it. The CDK's own validation is left to
 * deployments, unless someone asks for it: it takes longer than all of the rest.
 */
export function appEnvironment(directory: string, outdir: string, context: JsonObject = {}): NodeJS.ProcessEnv {
  const all = { ...contextOf(directory), ...context };
  return { CDK_VALIDATION: 'false', ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(all) };
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
