import { sourceFiles } from './source-files';

/** The commands of a fresh clone start before anything is installed. */
test('scripts load packages only when they need them, and not at the start', () => {
  const loaded = sourceFiles('scripts', '.mjs').flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)';|^import '([^']+)';/gm)]
      .map(([, from, alone]) => from ?? alone ?? '')
      .filter((name) => !name.startsWith('node:') && !name.startsWith('.'))
      .map((name) => `${path} imports ${name}`),
  );
  expect(loaded).toEqual([]);
});
