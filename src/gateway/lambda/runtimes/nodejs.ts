import { existsSync } from 'node:fs';
import { gatewayAsset, type Runtime } from './runtime';

/** Node.js: a client of our own, since that of the cloud is made for Linux. */
export const nodejs: Runtime = {
  prefix: 'nodejs',
  inlineFile: 'index.js',
  runsArchives: false,
  printsErrors: false,
  liveCode: (bundle) => (existsSync(bundle) ? bundle : undefined),
  whyNot: () => undefined,
  launch: () => ({ file: process.execPath, args: ['--enable-source-maps', gatewayAsset('node-runtime.mjs')] }),
};
