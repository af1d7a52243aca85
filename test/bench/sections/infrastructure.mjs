import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleHandlers, linkedWorkspace, synthetic } from '../api.mjs';
import { bytesIn } from '../folders.mjs';
import { measure, root } from '../measure.mjs';
import { asRatio, figure, heading, inKilobytes, inSeconds } from '../report.mjs';

/** How many functions a nested stack gets, where one stack does not hold them all. */
const functionsOfStack = 150;

/** What the main peer was measured at, the function of an app and its role among its resources. */
const peers = {
  router: {
    1: { resources: '18', functions: '3', bytes: '34.7 kB', seconds: '2.96 s' },
    100: { resources: '18', functions: '3', bytes: '113.3 kB', seconds: '3.59 s' },
  },
  each: {
    1: { resources: '18', functions: '3', bytes: '34.8 kB', seconds: '2.87 s', assets: '524 kB' },
    100: { resources: '414', functions: '102', bytes: '453.9 kB', seconds: '4.98 s', assets: '1,729 kB' },
    300: { resources: 'fails beyond 121 operations' },
  },
};

/** What an API costs in CloudFormation: over one function for all operations, and over a function for each. */
export async function infrastructure() {
  const workspaces = new Map();
  for (const operations of [1, 100, 300]) workspaces.set(operations, await bundledWorkspace(operations));
  heading('Synthesis of an API over one function for all operations');
  for (const [operations, workspace] of workspaces) {
    const result = await synthesize(workspace, 'router', router);
    print(
      operations,
      result,
      peers.router[operations] ?? {},
      operations === 100 ? '<= 14, 2 for the function' : undefined,
    );
  }
  heading('Synthesis of an API over a function for each operation');
  const assets = {};
  for (const [operations, workspace] of workspaces) {
    const peer = peers.each[operations] ?? {};
    const result = await synthesize(workspace, 'each', each(operations));
    print(operations, result, peer);
    assets[operations] = result.assets / operations;
    figure('  assets of an operation', inKilobytes(assets[operations]), { peer: peer.assets });
  }
  figure('an operation among 100 to one alone, assets', asRatio(assets[100] / assets[1]), {
    goal: '1.00 x',
    peer: '3.30 x',
  });
}

function print(operations, { seconds, stacks, types, bytes, assets }, peer, goal) {
  const functions = types.filter((type) => type === 'AWS::Lambda::Function').length;
  figure(`${operations} operations: synth, the whole process`, inSeconds(seconds), { peer: peer.seconds });
  figure('  resources', `${types.length} in ${stacks}`, { goal, peer: peer.resources });
  figure('  Lambda functions', String(functions), { peer: peer.functions });
  figure('  the largest template', inKilobytes(bytes), { goal: '< 1,000 kB', peer: peer.bytes });
  figure('  assets, templates aside', inKilobytes(assets));
}

/** A workspace with bundled handlers, and the CDK for an app. */
async function bundledWorkspace(operations) {
  const workspace = linkedWorkspace(`infrastructure-${operations}`, synthetic(operations, { handlers: true }));
  await bundleHandlers(workspace);
  const modules = path.join(workspace, 'node_modules');
  for (const name of ['aws-cdk-lib', 'constructs', 'tsx', 'projen']) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name), 'junction');
  }
  symlinkSync(root, path.join(modules, 'type-safe-api-project'), 'junction');
  symlinkSync(
    path.join(workspace, 'generated/infrastructure/typescript'),
    path.join(modules, 'bench-typescript-infra'),
    'junction',
  );
  return workspace;
}

async function synthesize(workspace, name, source) {
  writeFileSync(path.join(workspace, `${name}.ts`), source);
  const output = path.join(workspace, `cdk.out-${name}`);
  mkdirSync(output);
  const command = [process.execPath, '--conditions=type-safe-api-source', '--import', 'tsx', `${name}.ts`];
  // As 'projen build' synthesizes.
  const env = { CDK_OUTDIR: output, CDK_VALIDATION: 'false' };
  const { seconds } = await measure(command, { cwd: workspace, env });
  const files = readdirSync(output).filter((file) => file.endsWith('.template.json'));
  const templates = files.map((file) => readFileSync(path.join(output, file), 'utf8'));
  const types = templates.flatMap((text) => Object.values(JSON.parse(text).Resources).map(({ Type }) => Type));
  const bytes = Math.max(...templates.map((text) => Buffer.byteLength(text)));
  const stacks = templates.length === 1 ? '1 stack' : `${templates.length} stacks`;
  return { seconds, stacks, types, bytes, assets: assetBytes(output) };
}

/** All that is published besides templates. */
function assetBytes(output) {
  const names = readdirSync(output).filter((name) => name.startsWith('asset.'));
  return names.reduce((sum, name) => sum + bytesIn(path.join(output, name)), 0);
}

const imports = `import { App, NestedStack, Stack } from 'aws-cdk-lib';
import * as infra from 'bench-typescript-infra';

const { Api, Authorizers, Integrations, Operations } = infra;
const functions = Object.entries(infra).filter(([name]) => name.endsWith('Function') && name !== 'HandlerFunction');
const app = new App({ analyticsReporting: false });
const env = { account: '123456789012', region: 'eu-west-1' };
const stack = new Stack(app, 'Bench', { env });
const defaultAuthorizer = Authorizers.none();
`;

const router = `${imports}
const [, Router] = functions[0];
const integration = Integrations.lambda(new Router(stack, 'Router'));
new Api(stack, 'Api', { defaultAuthorizer, integrations: Operations.all({ integration }) });
app.synth();
`;

/** The functions of large APIs are in nested stacks. */
const each = (operations) => `${imports}
const nested = ${operations > 230};
const stacks: Stack[] = [];
const integrations = functions.map(([name, Function], index) => {
  const number = Math.floor(index / ${functionsOfStack});
  if (nested) stacks[number] ??= new NestedStack(stack, \`Functions\${number}\`);
  const operation = name[0].toLowerCase() + name.slice(1, -'Function'.length);
  return [operation, { integration: Integrations.lambda(new Function(stacks[number] ?? stack, name)) }];
});
new Api(stack, 'Api', { defaultAuthorizer, integrations: Object.fromEntries(integrations) });
app.synth();
`;
