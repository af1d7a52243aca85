import path from 'node:path';
import { toDependencySpec } from '../../src/project/dependency-spec';

const cwd = process.cwd();

test.each([
  ['type-safe-api-project', 'type-safe-api-project'],
  ['type-safe-api-project@^1.2', 'type-safe-api-project@^1.2'],
  ['@acme/components@^1', '@acme/components@^1'],
  ['/tmp/a b/tool-1.0.0.tgz', 'type-safe-api-project@file:/tmp/a b/tool-1.0.0.tgz'],
  ['file:/tmp/tool.tgz', 'type-safe-api-project@file:/tmp/tool.tgz'],
  ['../tool.tgz', 'type-safe-api-project@file:../../tool.tgz'],
  ['tool.tgz', 'type-safe-api-project@file:../tool.tgz'],
  ['type-safe-api-project@file:../tool.tgz', 'type-safe-api-project@file:../tool.tgz'],
])('%s is %s below the folder where projen ran', (given, want) => {
  expect(toDependencySpec(given, path.join(cwd, 'api'))).toBe(want);
});
