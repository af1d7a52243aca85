import { UsageError } from './diagnostics';
import { toolPackage } from './packages';
import { readToolVersion } from './tool-version';

/** The names of the Java packages of an API. */
export interface JavaPackageNames {
  /** Maven's group of all of them: `com.example`. */
  readonly groupId: string;
  /** Maven's name of the constructs: `pets-java-infra`. */
  readonly infrastructure: string;
  /** The Java package of the constructs: `com.example.pets.infra`. */
  readonly package: string;
  /** Maven's name of the runtime: `pets-java-runtime`. */
  readonly runtime: string;
  /** The Java package that the runtime is below: `com.example.pets.runtime`. */
  readonly runtimePackage: string;
  /** Maven's name of the Lambda handlers: `pets-java-handlers`. */
  readonly handlers: string;
  /** The Java package of the Lambda handlers: `com.example.pets.handlers`. */
  readonly handlersPackage: string;
  /** Maven's name of the app: `pets-app`. */
  readonly app: string;
  /** The Java package of the app: `com.example.pets.app`. */
  readonly appPackage: string;
}

/** A Maven project as data: projen and `type-safe-api generate` write the same `pom.xml` from it. */
export interface MavenProject {
  readonly groupId: string;
  readonly artifactId: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, string>>;
  /** By `groupId:artifactId`, the version. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** What is there to compile, and comes to nobody who does not ask for it, in the same way; nothing if absent. */
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  /** What only tests need, in the same way; nothing if absent. */
  readonly testDependencies?: Readonly<Record<string, string>>;
  /** Where artifacts are found that are in no public repository, by id. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly plugins: readonly MavenPlugin[];
}

export interface MavenPlugin {
  readonly artifactId: string;
  readonly version: string;
  readonly configuration?: XmlElements;
  readonly executions?: XmlElements;
  readonly dependencies?: XmlElements;
}

/** Elements by name: with a text, with elements of their own, or several of one name; `@name` is an attribute. */
export interface XmlElements {
  readonly [name: string]: XmlContent | readonly XmlContent[];
}

type XmlContent = string | XmlElements;

/** Where the constructs of this very package are for Java. */
export const javaConstructs = {
  groupId: 'io.github.typesafeapiproject',
  artifactId: toolPackage,
  package: 'io.github.typesafeapiproject.constructs',
} as const;

/** The versions of what Java packages depend on; those of the CDK are what the constructs were tested with. */
export const javaVersions = {
  release: '17',
  'software.amazon.awscdk:aws-cdk-lib': '2.263.0',
  'com.amazonaws:aws-lambda-java-core': '1.4.0',
  'com.fasterxml.jackson.core:jackson-annotations': '2.22',
  'com.fasterxml.jackson.core:jackson-core': '2.22.2',
  'com.fasterxml.jackson.core:jackson-databind': '2.22.2',
  'org.crac:crac': '1.5.0',
  'com.amazonaws:aws-xray-recorder-sdk-core': '2.21.0',
  'org.apache.logging.log4j:log4j-transform-maven-shade-plugin-extensions': '0.2.0',
  'software.amazon.lambda:powertools-logging': '2.9.0',
  'software.amazon.lambda:powertools-metrics': '2.9.0',
  'maven-compiler-plugin': '3.13.0',
  'maven-jar-plugin': '3.4.2',
  'maven-resources-plugin': '3.3.1',
  'maven-shade-plugin': '3.6.0',
  'maven-surefire-plugin': '3.5.4',
  'org.junit.jupiter:junit-jupiter': '5.13.4',
  'org.junit.platform:junit-platform-launcher': '1.13.4',
} as const;

export interface JavaPackageOptions {
  /** The Java package that generated Java lives below; `com.example.<name>` if absent. */
  readonly javaPackage?: string | undefined;
  /**
   * The folder of the npm package that this is, relative to the Maven project: its Maven repository is in it. Absent where the workspace's
   * `node_modules` has it.
   */
  readonly tool?: string | undefined;
}

/** What is no identifier of Java, in any place. */
export const javaKeywords: ReadonlySet<string> = new Set(
  (
    '_ abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally ' +
    'float for goto if implements import instanceof int interface long native new null package private protected public return short ' +
    'static strictfp super switch synchronized this throw throws transient true try void volatile while'
  ).split(' '),
);

/** Names the Java packages of an API. @throws UsageError for a Java package that cannot be one. */
export function javaPackageNames(apiName: string, javaPackage?: string): JavaPackageNames {
  const base = javaPackage ?? `com.example.${packageSegment(apiName)}`;
  checkJavaPackage(base);
  const name = artifactName(apiName);
  return {
    groupId: base.includes('.') ? base.slice(0, base.lastIndexOf('.')) : base,
    infrastructure: `${name}-java-infra`,
    package: `${base}.infra`,
    runtime: `${name}-java-runtime`,
    runtimePackage: `${base}.runtime`,
    handlers: `${name}-java-handlers`,
    handlersPackage: `${base}.handlers`,
    app: `${name}-app`,
    appPackage: `${base}.app`,
  };
}

/** The generated constructs of an API. */
export function javaInfrastructureProject(apiName: string, options: JavaPackageOptions = {}): MavenProject {
  const { groupId, infrastructure } = javaPackageNames(apiName, options.javaPackage);
  return {
    groupId,
    artifactId: infrastructure,
    description: `CDK constructs of ${apiName}`,
    properties: { 'maven.compiler.release': javaVersions.release, 'project.build.sourceEncoding': 'UTF-8' },
    dependencies: {
      [`${javaConstructs.groupId}:${javaConstructs.artifactId}`]: readToolVersion(),
      'software.amazon.awscdk:aws-cdk-lib': javaVersions['software.amazon.awscdk:aws-cdk-lib'],
    },
    repositories: bindingsRepository(options.tool ?? `../../../node_modules/${toolPackage}`),
    plugins: compilation,
  };
}

/** The generated runtime: types, validation, base classes of handlers, and client. */
export function javaRuntimeProject(apiName: string, { javaPackage }: JavaPackageOptions = {}): MavenProject {
  const { groupId, runtime } = javaPackageNames(apiName, javaPackage);
  return {
    groupId,
    artifactId: runtime,
    description: `Types, validation, client and handler base classes of ${apiName}`,
    properties: javaProperties,
    dependencies: versionsOf([
      'com.amazonaws:aws-lambda-java-core',
      // All of them, so that none is of the version that another dependency of a handler brings.
      'com.fasterxml.jackson.core:jackson-annotations',
      'com.fasterxml.jackson.core:jackson-core',
      'com.fasterxml.jackson.core:jackson-databind',
      'org.crac:crac',
    ]),
    // For those who want its interceptors.
    optionalDependencies: versionsOf([
      'com.amazonaws:aws-xray-recorder-sdk-core',
      'software.amazon.lambda:powertools-logging',
      'software.amazon.lambda:powertools-metrics',
    ]),
    repositories: {},
    plugins: compilation,
  };
}

/** Archives are the same whenever they are made: what is deployed changes when its contents do. */
const javaProperties = {
  'maven.compiler.release': javaVersions.release,
  'project.build.sourceEncoding': 'UTF-8',
  'project.build.outputTimestamp': '1980-02-01T00:00:00Z',
} as const;

function versionsOf(names: readonly (keyof typeof javaVersions)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, javaVersions[name]]));
}

/** The archive that the handlers are packed into, with all that they need; the version is no part of its name. */
export const shadedHandlers = 'target/handlers.jar';

/**
 * The Lambda handlers of an API: tested with JUnit, and packed into one archive with all that they need. What tests run with is named
 * beside what tests are written with, so that an installation fetches it, too.
 */
export function javaHandlersProject(apiName: string, { javaPackage }: JavaPackageOptions = {}): MavenProject {
  const { groupId, handlers, runtime } = javaPackageNames(apiName, javaPackage);
  const surefire = javaVersions['maven-surefire-plugin'];
  const provider = { groupId: 'org.apache.maven.surefire', artifactId: 'surefire-junit-platform', version: surefire };
  return {
    groupId,
    artifactId: handlers,
    description: `Lambda handlers of ${apiName}`,
    properties: javaProperties,
    dependencies: { [`${groupId}:${runtime}`]: '0.0.0' },
    testDependencies: versionsOf(['org.junit.jupiter:junit-jupiter', 'org.junit.platform:junit-platform-launcher']),
    repositories: {},
    plugins: [
      ...compilation,
      { artifactId: 'maven-surefire-plugin', version: surefire, dependencies: { dependency: provider } },
      { artifactId: 'maven-shade-plugin', version: javaVersions['maven-shade-plugin'], ...shading },
    ],
  };
}

/** Signatures are those of other archives; services of all are kept. */
const shading: Pick<MavenPlugin, 'configuration' | 'executions'> = {
  executions: { execution: { phase: 'package', goals: { goal: 'shade' } } },
  configuration: {
    outputFile: `\${project.basedir}/${shadedHandlers}`,
    createDependencyReducedPom: 'false',
    filters: {
      filter: {
        artifact: '*:*',
        excludes: {
          exclude: [
            'META-INF/*.SF',
            'META-INF/*.DSA',
            'META-INF/*.RSA',
            'META-INF/MANIFEST.MF',
            'META-INF/**/module-info.class',
            'module-info.class',
          ],
        },
      },
    },
    transformers: {
      transformer: { '@implementation': 'org.apache.maven.plugins.shade.resource.ServicesResourceTransformer' },
    },
  },
};

/**
 * The plugins of a project with some dependencies. Log4j finds its parts by a file that each of its archives has: packed into one, that has to be
 * of all of them, or nothing is logged, and nothing says so.
 */
function pluginsWith(dependencies: Readonly<Record<string, string>>, plugins: readonly MavenPlugin[]): MavenPlugin[] {
  const names = Object.keys(dependencies);
  const hasLog4j = names.some((name) => /:powertools-logging-log4j$|^org\.apache\.logging\.log4j:/.test(name));
  if (!hasLog4j) return [...plugins];
  const group = 'org.apache.logging.log4j';
  const extension = 'log4j-transform-maven-shade-plugin-extensions';
  const transformer = [
    { '@implementation': 'org.apache.maven.plugins.shade.resource.ServicesResourceTransformer' },
    { '@implementation': `${group}.maven.plugins.shade.transformer.Log4j2PluginCacheFileTransformer` },
  ];
  const dependency = { groupId: group, artifactId: extension, version: javaVersions[`${group}:${extension}`] };
  return plugins.map((plugin) =>
    plugin.artifactId === 'maven-shade-plugin'
      ? {
          ...plugin,
          configuration: { ...plugin.configuration, transformers: { transformer } },
          dependencies: { dependency },
        }
      : plugin,
  );
}

/** The repository with the constructs for Java, which travels in the npm package. */
export function bindingsRepository(tool: string): Readonly<Record<string, string>> {
  return { [toolPackage]: `\${project.baseUri}${tool}/bindings/java` };
}

/** What every Maven project of ours is compiled and packed with. */
export const compilation: readonly MavenPlugin[] = [
  {
    artifactId: 'maven-compiler-plugin',
    version: javaVersions['maven-compiler-plugin'],
    configuration: { compilerArgs: { arg: ['-Xlint:all'] } },
  },
  { artifactId: 'maven-jar-plugin', version: javaVersions['maven-jar-plugin'] },
  { artifactId: 'maven-resources-plugin', version: javaVersions['maven-resources-plugin'] },
];

/** The text of the `pom.xml` of a Maven project. */
export function toPom(project: MavenProject): string {
  const { groupId, artifactId, description, properties, dependencies, repositories, plugins } = project;
  const optional = Object.entries(project.optionalDependencies ?? {}).map(toDependency);
  const forTests = Object.entries(project.testDependencies ?? {}).map(toDependency);
  return pomOf(groupId, artifactId, {
    description,
    properties: { ...properties },
    repositories: { repository: Object.entries(repositories).map(([id, url]) => ({ id, url })) },
    dependencies: {
      dependency: [
        ...Object.entries(dependencies).map(toDependency),
        ...optional.map((dependency) => ({ ...dependency, optional: 'true' })),
        ...forTests.map((dependency) => ({ ...dependency, scope: 'test' })),
      ],
    },
    build: { plugins: { plugin: pluginsWith(dependencies, plugins).map((plugin) => ({ ...plugin })) } },
  });
}

/** The text of the `pom.xml` that builds the modules in some folders together. */
export function toAggregatorPom(groupId: string, artifactId: string, modules: readonly string[]): string {
  return pomOf(groupId, artifactId, { packaging: 'pom', modules: { module: modules } });
}

function pomOf(groupId: string, artifactId: string, elements: XmlElements): string {
  const namespace = 'http://maven.apache.org/POM/4.0.0';
  const all = toXml({ modelVersion: '4.0.0', groupId, artifactId, version: '0.0.0', ...elements });
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<project xmlns="${namespace}">`, ...all, '</project>'];
  return `${lines.join('\n')}\n`;
}

function toDependency([coordinates, version]: readonly [string, string]): XmlElements {
  const [groupId = '', artifactId = ''] = coordinates.split(':');
  return { groupId, artifactId, version };
}

function toXml(elements: XmlElements, indent = '  '): string[] {
  return Object.entries(elements).flatMap(([name, content]) =>
    [content].flat().flatMap((each: XmlContent) => {
      if (typeof each === 'string') return [`${indent}<${name}>${escapeXml(each)}</${name}>`];
      const { attributes, children } = split(each);
      if (children.length === 0) return [`${indent}<${name}${attributes}/>`];
      return [
        `${indent}<${name}${attributes}>`,
        ...toXml(Object.fromEntries(children), `${indent}  `),
        `${indent}</${name}>`,
      ];
    }),
  );
}

/** A name with `@` is an attribute. */
function split(elements: XmlElements) {
  const isAttribute = ([name]: readonly [string, unknown]) => name.startsWith('@');
  const attributes = Object.entries(elements).filter(isAttribute);
  const texts = attributes.map(([name, value]) => ` ${name.slice(1)}="${escapeXml(String(value))}"`);
  const children = Object.entries(elements).filter((entry) => !isAttribute(entry));
  return { attributes: texts.join(''), children };
}

/** XML 1.0 has no way to write control characters. */
function escapeXml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ');
}

/** The first name of a Java package that is made of the name of an API. */
function packageSegment(apiName: string): string {
  const segment = apiName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '') || 'api';
  if (javaKeywords.has(segment) || windowsDevices.test(segment)) return `${segment}_`;
  return /^[0-9]/.test(segment) ? `_${segment}` : segment;
}

/** What no folder can be called on Windows. */
const windowsDevices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Maven has no scopes: `@acme/pets` is `acme-pets`. */
function artifactName(apiName: string): string {
  const name = apiName.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-');
  return name.replaceAll(/^[._-]+|[._-]+$/g, '') || 'api';
}

function checkJavaPackage(name: string): void {
  const wrong = name.split('.').find((segment) => !/^[a-z_]\w*$/i.test(segment) || javaKeywords.has(segment));
  if (wrong === undefined) return;
  throw new UsageError(
    `'${name}' is no name of a Java package, because of '${wrong}'; give names of letters, digits and underscores, separated by dots, such as 'com.example.pets'`,
  );
}
