import { javascript, typescript } from 'projen';
import { JsiiBuild, ValidateTsconfig } from 'projen/lib/cdk';
import { DevelopmentTasks } from './projenrc/development-tasks';

const project = new typescript.TypeScriptProject({
  name: 'type-safe-api-project',
  description:
    'One API model, in step everywhere: clients, Lambda handlers, API Gateway infrastructure, mocks and documentation',
  authorName: 'The type-safe-api-project maintainers',
  authorEmail: 'maintainers@type-safe-api-project.invalid',
  keywords: ['projen', 'cdk', 'openapi', 'api-gateway', 'lambda', 'codegen', 'jsii'],
  repository: 'https://github.com/type-safe-api-project/type-safe-api-project.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The type-safe-api-project maintainers',
  copyrightPeriod: '2026',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.19.0',
  entrypoint: 'lib/index.js',
  bin: { 'type-safe-api': 'lib/cli/main.js' },
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),

  peerDeps: ['projen@>=0.99.48 <1', 'constructs@^10.4.2', 'aws-cdk-lib@^2.200.0'],
  peerDependencyOptions: { pinnedDevDependency: false },
  bundledDeps: [
    '@eslint-community/regexpp@^4.12.3',
    'js-yaml@^4.1.0',
    'ajv@^8.20.0',
    'ajv-draft-04@^1.0.0',
    'chokidar@^4.0.3',
    'velocityjs@^2.1.7',
  ],
  devDeps: [
    'projen@0.103.25',
    'constructs@10.8.1',
    // The newest that npm, PyPI and Maven Central all have: the same app synthesizes the same template in the three languages.
    'aws-cdk-lib@2.263.0',
    'aws-cdk@^2.1100.0',
    '@aws-prototyping-sdk/nx-monorepo@0.19.68',
    '@octokit/openapi@23.0.2',
    '@scalar/galaxy@0.6.12',
    '@swc/core@^1',
    '@swc/jest@^0.2.39',
    '@types/aws-lambda@^8',
    '@types/jest@^30',
    '@types/js-yaml@^4',
    '@types/node@^22',
    'ajv-formats@^3.0.1',
    'cdk-nag@^3.0.2',
    'esbuild@^0.28.0',
    'fast-check@^4',
    'jest@^30',
    'ts-blank-space@^0.9.0',
    'tsx@^4.23.0',
    'typescript@~6.0.3',
  ],
  jest: false,
  eslint: false,
  biome: true,
  biomeOptions: {
    version: '^2.6',
    biomeConfig: {
      formatter: { indentStyle: javascript.biome_config.IndentStyle.SPACE, lineWidth: 120, indentWidth: 2 },
      javascript: { formatter: { quoteStyle: javascript.biome_config.QuoteStyle.SINGLE } },
      linter: {
        rules: {
          suspicious: { noExplicitAny: 'error', noTemplateCurlyInString: 'off' },
          style: { noNonNullAssertion: 'error', useImportType: 'error', useNodejsImportProtocol: 'error' },
        },
      },
    },
  },
  tsconfig: {
    compilerOptions: {
      target: 'ES2022',
      lib: ['es2023'],
      module: 'node20',
      moduleResolution: javascript.TypeScriptModuleResolution.NODE16,
      noUncheckedIndexedAccess: true,
      noImplicitOverride: true,
      types: ['node'],
      skipLibCheck: true,
      // Everybody who installs the package would get them, and nothing reads them.
      inlineSourceMap: false,
      inlineSources: false,
    },
  },
  disableTsconfigDev: false,
  sampleCode: false,
  readme: undefined,
  github: false,
  release: false,
  depsUpgrade: false,
  npmignoreEnabled: false,
});

project.with(new JsiiBuild({ jsiiVersion: '~6.0.16', validateTsconfig: ValidateTsconfig.MINIMAL, docgen: false }));
// The monorepo package is stale: its peer range on projen ends long before today's.
project.package.addField('overrides', { '@aws-prototyping-sdk/nx-monorepo': { projen: '$projen' } });
// Tools for Python leave caches beside what they check.
const caches = ['!**/.*_cache', '!**/__pycache__'];
// What generated packages hold of it is there compiled.
const sources = '!assets/typescript/runtime';
project.package.addField('files', ['lib', 'assets', 'bindings', '.jsii', sources, ...caches]);
project.tryFindObjectFile('package.json')?.addOverride('jsii.targets', {
  python: { distName: 'type-safe-api-project', module: 'type_safe_api_project' },
  java: {
    package: 'io.github.typesafeapiproject',
    maven: { groupId: 'io.github.typesafeapiproject', artifactId: 'type-safe-api-project' },
  },
});
project.gitignore.exclude(
  '/.cache/',
  '/assets/typescript/compiled/',
  '/bindings/',
  '/.npmignore',
  '/*.tgz',
  'cdk.out/',
  '.type-safe-api/',
  '/samples/**/package-lock.json',
);
for (const pattern of ['assets/**', 'projenrc/**', 'scripts/**']) project.biome?.addFilePattern(pattern);
// Prose and models are laid out for their readers.
for (const pattern of ['!**/*.md', '!**/*.yaml']) project.biome?.addFilePattern(pattern);
// Data of the tests, much of it broken on purpose.
for (const folder of ['specs', 'diagnostics', 'conformance/exchanges'])
  project.biome?.addFilePattern(`!test/${folder}`);
project.tryFindObjectFile('test/tsconfig.json')?.addOverride('compilerOptions.types', ['node', 'jest']);
new DevelopmentTasks(project);
project.synth();
