import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, hashOf, readJson, writeJson } from '../cache.mjs';
import { withLock } from '../lock.mjs';
import { root, run } from '../run.mjs';

const folder = path.join(cache, 'java');

/**
 * The local repository of Maven for all that runs here, instead of the user's own: the version of this package in development never changes, and
 * Maven takes an artifact that it has once seen for the last word.
 */
export const localRepository = path.join(folder, 'repository');

/** What every call of Maven here is given. */
export const mavenArguments = ['--batch-mode', '--no-transfer-progress', `-Dmaven.repo.local=${localRepository}`];

/** Forgets what Maven has seen of this package and of the packages that tests and samples generate. */
export function forgetOwnArtifacts() {
  for (const group of ['io/github/typesafeapiproject', 'com/example']) {
    rmSync(path.join(localRepository, group), { recursive: true, force: true });
  }
}

/** The first of the tools of a JDK 17 and Maven that is missing; nothing if they are all there. */
export async function missingJava() {
  const [javac, maven] = await Promise.all([versionOf('javac', ['-version']), versionOf('mvn', ['--version'])]);
  const release = Number(/^javac (\d+)/m.exec(javac ?? '')?.[1]);
  if (!(release >= 17)) return `a JDK of version 17 or later ('javac' on PATH${javac ? ` is ${javac.trim()}` : ''})`;
  return maven === undefined ? "Maven ('mvn' on PATH)" : undefined;
}

async function versionOf(command, args) {
  try {
    const { code, output } = await run(command, args);
    return code === 0 ? output : undefined;
  } catch {
    return undefined;
  }
}

/** The class path of the CDK, of jsii's runtime and of what generated code needs, resolved by Maven when it is first asked for. */
export async function javaClasspath() {
  const jars = await resolvedJars();
  return jars.filter((jar) => !isLambdaClient(jar) && !isLogging(jar)).join(path.delimiter);
}

/** What Powertools writes logs with. It is on no other class path: whatever else logs would look for its configuration. */
export async function loggingClasspath() {
  return (await resolvedJars()).filter(isLogging).join(path.delimiter);
}

/** The archive of the runtime interface client of AWS. The compiler complains about what its manifest names, so it is on no class path. */
export async function lambdaClient() {
  return (await resolvedJars()).find(isLambdaClient);
}

const isLambdaClient = (jar) => path.basename(jar).startsWith('aws-lambda-java-runtime-interface-client');
const isLogging = (jar) => /^(?:log4j-|powertools-logging-log4j)/.test(path.basename(jar));

function resolvedJars() {
  return withLock('java', async () => {
    const pom = classpathPom();
    const file = path.join(folder, 'classpath.json');
    const known = readJson(file);
    if (known?.key === hashOf(pom) && known.jars.every((jar) => existsSync(jar))) return known.jars;
    const jars = await resolve(pom);
    writeJson(file, { key: hashOf(pom), jars });
    return jars;
  });
}

async function resolve(pom) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'pom.xml'), pom);
  const output = path.join(folder, 'classpath.txt');
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  const arguments_ = [...mavenArguments, '--quiet', '-f', folder, goal, `-Dmdep.outputFile=${output}`];
  const result = await run('mvn', arguments_);
  if (result.code !== 0) throw new Error(`Maven cannot resolve the CDK for Java:\n${result.output}`);
  return readFileSync(output, 'utf8').trim().split(path.delimiter);
}

/** What the bindings need, as group, name and version: those versions that this package is developed with. */
export function javaDependencies() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { version: jsii } = JSON.parse(readFileSync(path.join(root, 'node_modules/jsii-pacmak/package.json'), 'utf8'));
  return [
    ['software.amazon.awscdk', 'aws-cdk-lib', devDependencies['aws-cdk-lib']],
    ['software.constructs', 'constructs', devDependencies.constructs],
    ['software.amazon.jsii', 'jsii-runtime', jsii],
    // Annotations that the generated code carries.
    ['org.jetbrains', 'annotations', '19.0.0'],
    ['javax.annotation', 'javax.annotation-api', '1.3.2'],
  ];
}

/** What generated runtimes need besides. */
function runtimeDependencies() {
  return [
    // All parts of Jackson of one version, whatever others would bring.
    ['com.fasterxml.jackson.core', 'jackson-annotations', '2.22'],
    ['com.fasterxml.jackson.core', 'jackson-core', '2.22.2'],
    ['com.fasterxml.jackson.core', 'jackson-databind', '2.22.2'],
    ['com.amazonaws', 'aws-lambda-java-core', '1.4.0'],
    // The local gateway runs functions with it: src/shared/lambda-clients.ts has the same version.
    ['com.amazonaws', 'aws-lambda-java-runtime-interface-client', '2.9.0'],
    ['org.crac', 'crac', '1.5.0'],
    ['com.amazonaws', 'aws-xray-recorder-sdk-core', '2.21.0'],
    ['software.amazon.lambda', 'powertools-logging', '2.9.0'],
    ['software.amazon.lambda', 'powertools-logging-log4j', '2.9.0'],
    ['software.amazon.lambda', 'powertools-metrics', '2.9.0'],
    ['org.junit.platform', 'junit-platform-console-standalone', '1.13.4'],
  ];
}

function classpathPom() {
  const lines = [...javaDependencies(), ...runtimeDependencies()].map(
    ([group, name, version]) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.github.typesafeapiproject</groupId>
  <artifactId>classpath</artifactId>
  <version>0.0.0</version>
  <dependencies>
${lines.join('\n')}
  </dependencies>
</project>
`;
}
