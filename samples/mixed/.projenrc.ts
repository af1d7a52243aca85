import { Language, TypeSafeApiProject } from 'type-safe-api-project';

// What this workspace consists of. After a change here, run 'npx projen'.
const project = new TypeSafeApiProject({
  name: 'pets',
  // Each operation of the model names the language of its handler.
  handlers: {
    languages: [Language.TYPESCRIPT, Language.PYTHON, Language.JAVA],
    options: { python: { architecture: 'arm64' } },
  },
  // In a project of your own: devDeps is not needed.
  devDeps: ['type-safe-api-project@file:../..'],
});

project.synth();
