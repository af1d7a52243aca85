import { jarOf, wheelOf, wheelRequirement } from '../../src/project/bindings';

test.each([
  ['1.2.3', '1.2.3'],
  ['1.0.0-alpha.0', '1.0.0a0'],
  ['1.0.0-beta.2', '1.0.0b2'],
  ['1.0.0-rc.11', '1.0.0rc11'],
])('version %s is %s in Python', (version, python) => {
  expect(wheelOf(version)).toBe(`bindings/python/type_safe_api_project-${python}-py3-none-any.whl`);
  expect(wheelRequirement(version)).toBe(`type-safe-api-project==${python}`);
});

test('the jar is where a repository of Maven has it', () => {
  const folder = 'bindings/java/io/github/typesafeapiproject/type-safe-api-project/1.2.3';
  expect(jarOf('1.2.3')).toBe(`${folder}/type-safe-api-project-1.2.3.jar`);
});
