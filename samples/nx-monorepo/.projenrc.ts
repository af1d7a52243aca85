import { NxMonorepoProject } from '@aws-prototyping-sdk/nx-monorepo';
import { javascript, typescript } from 'projen';
import { DocumentationFormat, Language, ModelLanguage, TypeSafeApiProject } from 'type-safe-api-project';

const packageManager = javascript.NodePackageManager.NPM;

const monorepo = new NxMonorepoProject({
  name: 'shop',
  defaultReleaseBranch: 'main',
  packageManager,
  devDeps: [
    '@aws-prototyping-sdk/nx-monorepo@0.19.68',
    'projen@^0.103.25',
    // In a monorepo of your own: 'type-safe-api-project'.
    'type-safe-api-project@file:../..',
    'tsx@^4.23.0',
    'typescript@~6.0.3',
    '@types/node@^22',
  ],
  eslint: false,
  prettier: false,
  depsUpgrade: false,
  monorepoUpgradeDeps: false,
});

// nx-monorepo asks for a projen of long ago, and works with today's.
monorepo.package.addField('overrides', { '@aws-prototyping-sdk/nx-monorepo': { projen: '$projen' } });
// Without a pass of the compiler, which would need ts-node.
monorepo.defaultTask?.reset('node --import tsx .projenrc.ts');

// An API with a CDK app of its own. Its packages are in the graph: npx nx graph
const pets = new TypeSafeApiProject({
  parent: monorepo,
  outdir: 'packages/pets',
  name: 'pets',
  model: { language: ModelLanguage.OPENAPI, options: { openapi: { title: 'Pets' } } },
  handlers: { languages: [Language.TYPESCRIPT] },
  infrastructure: { language: Language.TYPESCRIPT },
  documentation: { formats: [DocumentationFormat.HTML] },
  app: true,
});

// A package that calls the API with its generated client.
const website = new typescript.TypeScriptProject({
  parent: monorepo,
  outdir: 'packages/website',
  name: 'website',
  defaultReleaseBranch: 'main',
  packageManager,
  devDeps: ['typescript@~6.0.3', '@types/node@^22'],
  eslint: false,
  jest: false,
  sampleCode: false,
  depsUpgrade: false,
});
website.addDeps(`${pets.runtime.typescript?.package.packageName}@0.0.0`);

monorepo.synth();
