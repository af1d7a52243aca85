import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Generated packages are taken from their sources, so that nothing need be compiled before a test.
  ssr: { resolve: { conditions: ['type-safe-api-source', 'module', 'node', 'development|production'] } },
  test: { globals: true, include: ['test/**/*.test.ts'] },
});
