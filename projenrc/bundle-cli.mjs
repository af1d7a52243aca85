// Puts all modules of the command line into one file, lib/cli/bundle.js: a command starts in half the time. The modules stay, for whoever loads one.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../lib/cli', import.meta.url));

/** Modules find the files of this package by their own folder, which they have to be told. */
const folders = {
  name: 'folders',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('__dirname')) return { contents: text };
      const own = JSON.stringify(path.relative(folder, path.dirname(file)).split(path.sep).join('/'));
      return { contents: `var __dirname = require("node:path").join(folderOfBundle, ${own});\n${text}` };
    });
  },
};

await build({
  entryPoints: [path.join(folder, 'run.js')],
  outfile: path.join(folder, 'bundle.js'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  minifyWhitespace: true,
  banner: { js: 'const folderOfBundle = __dirname;' },
  plugins: [folders],
  logLevel: 'warning',
});
