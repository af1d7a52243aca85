import { Language, TypeSafeApiProject } from 'type-safe-api-project';

// What this workspace consists of. After a change here, run 'npx projen'.
const project = new TypeSafeApiProject({
  name: 'pets',
  handlerLanguage: Language.PYTHON,
  infrastructureLanguage: Language.PYTHON,
  // In a project of your own: devDeps is not needed.
  devDeps: ['type-safe-api-project@file:../..'],
});

project.synth();
