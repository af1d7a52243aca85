import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { LanguageName } from '../../src/shared/workspace';
import type { Template } from '../spec-snippets/support/outcome';
import { bodyOf, resourcesOf, textOf } from '../spec-snippets/support/template';
import { lintTemplates } from '../support/cfn-lint';
import { javaFiles, javaFolder } from '../support/java-packages';
import { compileJava } from '../support/javac';
import { bundleInfrastructure } from '../support/load-infrastructure';
import { describeJava, describePython, java, jsiiEnvironment, python } from '../support/toolchains';
import { readPages } from './support/markdown';
import { createWorkspace, temporaryFolder } from './support/workspace';

// The guide as its reader ends up with it: the files that it names, in a workspace of each language.
jest.setTimeout(300_000);

const directory = temporaryFolder();
const folder = (language: LanguageName) => path.join(directory, language);
const assembly = (language: LanguageName) => path.join(folder(language), 'cdk.out');
const templateOf = (language: LanguageName): Template =>
  JSON.parse(readFileSync(path.join(assembly(language), 'Pets.template.json'), 'utf8'));

beforeAll(() => {
  writeFiles('typescript');
  bundleInfrastructure(folder('typescript'));
  run(process.execPath, ['--import', 'tsx', 'src/main.ts'], 'typescript');
});

afterAll(() => rmSync(directory, { recursive: true }));

test('the operation goes through the VPC link to the load balancer', () => {
  const operation = bodyOf(templateOf('typescript')).paths['/pets/{petId}']?.get;
  const rendered: Readonly<Record<string, unknown>> = operation?.['x-amazon-apigateway-integration'] ?? {};
  const { uri, connectionId, ...integration } = rendered;
  expect(integration).toEqual({
    type: 'HTTP_PROXY',
    connectionType: 'VPC_LINK',
    httpMethod: 'GET',
    requestParameters: {
      'integration.request.path.petId': 'method.request.path.petId',
      'integration.request.header.x-operation': "'getPet'",
    },
  });
  expect(textOf(uri)).toMatch(/^http:\/\/<LoadBalancer\w+\.DNSName>\/pets\/\{petId\}$/);
  expect(textOf(connectionId)).toMatch(/^<VpcLink\w+>$/);
});

test('the service lets the load balancer in, and nobody else', () => {
  const template = templateOf('typescript');
  const [rule, ...others] = resourcesOf(template, 'AWS::EC2::SecurityGroupIngress');
  expect(others).toEqual([]);
  expect(rule?.Properties).toMatchObject({ FromPort: 8080, ToPort: 8080, IpProtocol: 'tcp' });
  expect(textOf(rule?.Properties.GroupId)).toMatch(/^<ServiceSecurityGroup\w+\.GroupId>$/);
  expect(textOf(rule?.Properties.SourceSecurityGroupId)).toMatch(/^<LoadBalancerGroup\w+\.GroupId>$/);
  const groups = resourcesOf(template, 'AWS::EC2::SecurityGroup');
  expect(groups.flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? [])).toEqual([]);
  const [loadBalancer] = resourcesOf(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  expect(loadBalancer?.Properties).toMatchObject({ EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off' });
});

describe('on this machine', () => {
  const variable = 'TYPE_SAFE_API_BACKEND_LOADBALANCER';
  let server: ChildProcess;
  let gateway: LocalGateway;

  beforeAll(async () => {
    const script = path.join(folder('typescript'), 'server.js');
    buildSync({
      entryPoints: [path.join(folder('typescript'), 'service/server.ts')],
      outfile: script,
      platform: 'node',
    });
    // It takes any free port, and a module that is loaded before it tells which.
    const hook = path.join(directory, 'hook.js');
    writeFileSync(
      hook,
      `const { Server } = require('node:net');
       const { listen } = Server.prototype;
       Server.prototype.listen = function (...args) {
         return listen.apply(this, args).on('listening', () => process.send(this.address().port));
       };`,
    );
    server = spawn(process.execPath, ['--require', hook, script], {
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const port = await new Promise((resolve) => server.once('message', resolve));
    process.env[variable] = `http://127.0.0.1:${port}`;
    gateway = await serve({ assembly: assembly('typescript'), port: 0, root: folder('typescript') });
  });

  afterAll(async () => {
    delete process.env[variable];
    await gateway.close();
    server.kill();
  });

  test.each([
    ['p1', 200, { id: 'p1', name: 'Rex', kind: 'dog' }],
    ['p%209', 404, { message: "there is no pet 'p 9'" }],
  ])('the server answers for %s', async (id, status, body) => {
    const response = await fetch(`${gateway.apis()[0]?.url}/pets/${id}`);
    expect([response.status, await response.json()]).toEqual([status, body]);
  });
});

describePython('the guide in Python', () => {
  test('synthesizes to the same template, which cfn-lint finds no error in', async () => {
    const toolchain = await python();
    writeFiles('python');
    const packages = path.join(folder('python'), 'generated/infrastructure/python');
    run(toolchain.bin('python'), ['app.py'], 'python', { PYTHONPATH: packages });
    expect(textOfResources('python')).toBe(textOfResources('typescript'));
    expect(await lintTemplates(toolchain, [path.join(assembly('python'), 'Pets.template.json')])).toEqual([]);
  });
});

describeJava('the guide in Java', () => {
  test('synthesizes to the same template', async () => {
    const toolchain = await java();
    writeFiles('java');
    const generated = path.join(folder('java'), javaFolder, 'src/main');
    const sources = [path.join(folder('java'), 'app'), generated].flatMap(javaFiles);
    const classes = path.join(directory, 'classes');
    expect(compileJava(toolchain, sources, classes)).toEqual([]);
    const classpath = [classes, path.join(generated, 'resources'), toolchain.classpath].join(path.delimiter);
    run(toolchain.java, ['-cp', classpath, 'com.example.pets.app.App'], 'java');
    expect(textOfResources('java')).toBe(textOfResources('typescript'));
  });
});

/** Writes the files that the page names, for its app in a language. */
function writeFiles(language: LanguageName): void {
  const page = readPages().find(({ file }) => file === 'docs/custom-integrations.md');
  if (page === undefined) throw new Error('there is no such page');
  createWorkspace(page, folder(language), language);
  for (const { path: file, text } of page.snippets) {
    if (file !== undefined) write(path.join(folder(language), file), text);
  }
  write(path.join(folder(language), 'service/Dockerfile'), 'FROM scratch');
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}

function run(command: string, args: readonly string[], language: LanguageName, more: NodeJS.ProcessEnv = {}): void {
  const { status, stderr } = spawnSync(command, args, {
    cwd: path.join(folder(language), 'app'),
    encoding: 'utf8',
    env: { ...jsiiEnvironment, CDK_OUTDIR: assembly(language), ...more },
  });
  if (status !== 0) throw new Error(`the app in ${language} failed:\n${stderr}`);
}

function textOfResources(language: LanguageName): string {
  return JSON.stringify(templateOf(language).Resources, undefined, 1);
}
