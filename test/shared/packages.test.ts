import {
  appPackage,
  handlersPackage,
  infrastructurePackage,
  packageNames,
  runtimePackage,
  toPackageJson,
} from '../../src/shared/packages';

test.each([
  ['pets', 'pets-typescript-runtime'],
  ['@acme/pets', '@acme/pets-typescript-runtime'],
  ['My Pets!', 'my-pets-typescript-runtime'],
  ['..', 'api-typescript-runtime'],
])('an API named %j has the runtime package %j', (name, want) => {
  expect(packageNames(name).runtime).toBe(want);
});

test.each([
  ['runtime', runtimePackage('pets'), 'types'],
  ['infrastructure', infrastructurePackage('pets'), 'type-safe-api-source'],
])('every export of the %s says first what compilers read', (_, { entry }, condition) => {
  for (const [path, target] of Object.entries(entry?.exports ?? {})) {
    if (path !== './package.json') expect(Object.keys(target as object)[0]).toBe(condition);
  }
});

test('packages depend on their siblings whatever their version', () => {
  expect(toPackageJson(handlersPackage('pets'))).toMatchObject({
    private: true,
    type: 'module',
    dependencies: { 'pets-typescript-runtime': '*' },
  });
  expect(toPackageJson(appPackage('pets'))).toMatchObject({ dependencies: { 'pets-typescript-infra': '*' } });
});

test('powertools are optional', () => {
  expect(toPackageJson(runtimePackage('pets'))).toMatchObject({
    peerDependenciesMeta: { '@aws-lambda-powertools/logger': { optional: true } },
  });
});
