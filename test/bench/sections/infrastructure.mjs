import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateCommand, synthetic } from '../api.mjs';
import { measure, root, scratch } from '../measure.mjs';
import { figure, heading, inKilobytes, inSeconds } from '../report.mjs';

/** What an API costs in CloudFormation: all operations over mocks, without a handler. */
export async function infrastructure() {
  heading('Synthesis of an API over mocks');
  for (const operations of [1, 100]) {
    const { seconds, resources, bytes } = await synthesize(operations);
    const types = Object.values(resources).map(({ Type }) => Type);
    const goal = operations === 100;
    figure(`${operations} operations: synth, the whole process`, inSeconds(seconds));
    figure('  resources', String(types.length), goal ? { goal: '<= 10', peer: '14' } : {});
    figure(
      '  Lambda functions',
      String(types.filter((type) => type === 'AWS::Lambda::Function').length),
      goal ? { goal: '0', peer: '2' } : {},
    );
    figure('  template', inKilobytes(bytes));
  }
}

async function synthesize(operations) {
  const workspace = path.join(scratch, `infrastructure-${operations}`);
  mkdirSync(path.join(workspace, 'node_modules'), { recursive: true });
  const [node, ...rest] = generateCommand(synthetic(operations), workspace);
  execFileSync(node, rest, { stdio: 'pipe' });
  for (const name of ['aws-cdk-lib', 'constructs', 'tsx', 'projen'])
    link(path.join(root, 'node_modules', name), path.join(workspace, 'node_modules', name));
  link(root, path.join(workspace, 'node_modules/type-safe-api-project'));
  link(
    path.join(workspace, 'generated/infrastructure/typescript'),
    path.join(workspace, 'node_modules/bench-typescript-infra'),
  );
  writeFileSync(path.join(workspace, 'app.ts'), app);
  const command = [process.execPath, '--conditions=type-safe-api-source', '--import', 'tsx', 'app.ts'];
  const { seconds } = await measure(command, { cwd: workspace, env: { CDK_OUTDIR: path.join(workspace, 'cdk.out') } });
  const text = readFileSync(path.join(workspace, 'cdk.out/Bench.template.json'), 'utf8');
  return { seconds, resources: JSON.parse(text).Resources, bytes: Buffer.byteLength(text) };
}

const app = `import { App, Stack } from 'aws-cdk-lib';
import { Api, MockIntegrations } from 'bench-typescript-infra';

const app = new App({ analyticsReporting: false });
new Api(new Stack(app, 'Bench'), 'Api', { integrations: MockIntegrations.mockAll() });
app.synth();
`;

function link(target, file) {
  symlinkSync(target, file, 'junction');
}
