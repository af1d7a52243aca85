#!/usr/bin/env node
// Measures speed and size, against a peer where there is one, all in one run: `npm run bench`, or with names of sections.
// Compile first (`npx projen compile`): the compiled CLI is what is measured.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './measure.mjs';
import { bundles } from './sections/bundles.mjs';
import { github } from './sections/github.mjs';
import { infrastructure } from './sections/infrastructure.mjs';
import { languages } from './sections/languages.mjs';
import { synthetic } from './sections/synthetic.mjs';
import { validators } from './sections/validators.mjs';
import { workspace } from './sections/workspace.mjs';

const sections = { github, synthetic, bundles, validators, languages, infrastructure, workspace };

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`no such section: ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
  process.exit(2);
}
if (!existsSync(path.join(root, 'lib/cli/main.js'))) {
  console.error("there is no lib/: run 'npx projen compile' first");
  process.exit(2);
}
console.log(`Node ${process.version}, ${process.platform} ${process.arch}; medians of whole processes`);
for (const name of names.length > 0 ? names : Object.keys(sections)) await sections[name]();
