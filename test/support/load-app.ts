import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'aws-cdk-lib/core';
import { buildSync } from 'esbuild';

/** The core of the CDK with an `App` that can be asked for afterwards. */
const core = `
import { App as CdkApp } from 'aws-cdk-lib';
export * from 'aws-cdk-lib';
export const apps = [];
export class App extends CdkApp {
  constructor(props) {
    super(props);
    apps.push(this);
  }
}
`;

/**
 * Runs a CDK app in TypeScript over the infrastructure package that was generated into a folder and the constructs of this repository.
 * @param main the file of the app, which imports the core of the CDK from `aws-cdk-lib/core`
 * @param packageName how the app calls the infrastructure package
 */
export function loadApp(main: string, directory: string, packageName: string): App {
  const shim = path.join(directory, 'core.mjs');
  const entry = path.join(directory, 'entry.mjs');
  // The package looks for bundles from where its own files are.
  const outfile = path.join(directory, 'generated/infrastructure/typescript/lib/app.js');
  writeFileSync(shim, core);
  writeFileSync(entry, `import ${JSON.stringify(main)};\nexport { apps } from 'aws-cdk-lib/core';\n`);
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    external: ['aws-cdk-lib', 'constructs'],
    alias: {
      'aws-cdk-lib/core': shim,
      [packageName]: path.join(directory, 'generated/infrastructure/typescript/src/index.ts'),
      'type-safe-api-project/lib/constructs': path.join(__dirname, '../../src/constructs/index.ts'),
    },
  });
  const { apps } = require(outfile) as { readonly apps: readonly App[] };
  const [app] = apps;
  if (app === undefined) throw new Error(`'${main}' makes no App`);
  return app;
}
