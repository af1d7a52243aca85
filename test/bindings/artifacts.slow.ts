import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeJava, describePython, java, python } from '../support/toolchains';

const repository = path.resolve(__dirname, '..', '..');
const bindings = path.join(repository, 'bindings');
const { version, devDependencies, peerDependencies }: Manifest = JSON.parse(
  readFileSync(path.join(repository, 'package.json'), 'utf8'),
);

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

describePython('the wheel', () => {
  test('says what it is and needs, and holds what it lists', async () => {
    const { bin } = await python();
    const wheels = readdirSync(path.join(bindings, 'python'));
    expect(wheels).toEqual([`type_safe_api_project-${version}-py3-none-any.whl`]);
    const wheel = path.join(bindings, 'python', wheels[0] ?? '');
    const said = JSON.parse(run(bin('python'), [path.join(__dirname, 'check_wheel.py'), wheel]));
    expect(said).toMatchObject({ name: 'type-safe-api-project', version });
    expect(said.requires).toEqual([
      `aws-cdk-lib>=${devDependencies['aws-cdk-lib']}, <3.0.0`,
      `constructs>=${peerDependencies.constructs?.slice(1)}, <11.0.0`,
      expect.stringMatching(/^jsii>=/),
      expect.stringMatching(/^publication>=/),
    ]);
  });

  test('has what it needs in the environment of the tests', async () => {
    const { bin } = await python();
    expect(run(bin('python'), ['-m', 'pip', 'check'])).toMatch('No broken requirements found');
  });
});

describeJava('the Maven repository', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'type-safe-api-maven-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is one that Maven resolves the artifact and its dependencies from', async () => {
    const { settings } = await java();
    writeFileSync(path.join(folder, 'pom.xml'), pom());
    const output = path.join(folder, 'classpath.txt');
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
    run('mvn', [...settings, '--quiet', '-f', folder, goal, `-Dmdep.outputFile=${output}`]);
    const jars = readFileSync(output, 'utf8')
      .split(path.delimiter)
      .map((jar) => path.basename(jar));
    expect(jars).toContain(`type-safe-api-project-${version}.jar`);
    expect(jars).toContain(`aws-cdk-lib-${devDependencies['aws-cdk-lib']}.jar`);
    expect(jars.filter((jar) => jar.startsWith('jsii-runtime'))).toHaveLength(1);
  });
});

/** A project as users have it: it names its version of the CDK, and takes our artifact from the folder. */
function pom(): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>app</artifactId>
  <version>0.0.0</version>
  <repositories>
    <repository>
      <id>bindings</id>
      <url>${pathToFileURL(path.join(bindings, 'java'))}</url>
    </repository>
  </repositories>
  <dependencies>
    <dependency>
      <groupId>software.amazon.awscdk</groupId>
      <artifactId>aws-cdk-lib</artifactId>
      <version>${devDependencies['aws-cdk-lib']}</version>
    </dependency>
    <dependency>
      <groupId>io.github.typesafeapiproject</groupId>
      <artifactId>type-safe-api-project</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}

const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
