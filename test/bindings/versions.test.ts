import { readFileSync } from 'node:fs';
import * as path from 'node:path';

const repository = path.resolve(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(repository, file), 'utf8');

const { devDependencies }: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
  read('package.json'),
);
const pacmak: { readonly version: string } = JSON.parse(read('node_modules/jsii-pacmak/package.json'));
const requirements = new Map(
  read('test/requirements.txt')
    .split('\n')
    .filter((line) => /^\w/.test(line))
    .map((line) => line.split('==') as [string, string]),
);

test.each(['aws-cdk-lib', 'constructs'])('Python tests use the %s that TypeScript does', (name) => {
  expect(requirements.get(name)).toBe(devDependencies[name]);
});

test('Python tests use the jsii that the bindings were generated for', () => {
  expect(requirements.get('jsii')).toBe(pacmak.version);
});

test('every requirement is one version', () => {
  expect([...requirements].filter(([, version]) => !/^\d+(\.\d+)+$/.test(version ?? ''))).toEqual([]);
});
