import { readFileSync } from 'node:fs';
import path from 'node:path';
import { javaVersions } from '../../src/shared/java-packages';
import { lambdaClients } from '../../src/shared/lambda-clients';

const read = (file: string) => readFileSync(path.join(__dirname, '../..', file), 'utf8');

test('what workspaces get in Java is what the tests run', () => {
  const { groupId, artifactId, version } = lambdaClients.java;
  const versions: Readonly<Record<string, string>> = { ...javaVersions, [`${groupId}:${artifactId}`]: version };
  const tested = [...read('scripts/toolchains/java.mjs').matchAll(/\['([\w.-]+)', '([\w.-]+)', '([\d.]+)'\]/g)];
  const shared = tested.filter(([, group, name]) => `${group}:${name}` in versions);
  expect(shared).toHaveLength(9);
  for (const [, group, name, used] of shared) expect(`${name} ${used}`).toBe(`${name} ${versions[`${group}:${name}`]}`);
});

test('the runtime interface client of Python is what the tests run', () => {
  expect(read('test/requirements.txt').split('\n')).toContain(lambdaClients.python);
});
