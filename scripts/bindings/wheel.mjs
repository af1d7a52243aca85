import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { entriesOf } from './files.mjs';
import { zip } from './zip.mjs';

/**
 * Makes the wheel of generated Python code. Nothing in it is compiled, so it takes no Python to pack it: a wheel is an archive of the modules and
 * of metadata (Python Packaging User Guide, "Binary distribution format").
 *
 * @param code the folder with `setup.py` and `src`
 * @param target the folder to put the wheel into, which is emptied first
 */
export function buildWheel(code, target) {
  const setup = setupOf(readFileSync(path.join(code, 'setup.py'), 'utf8'));
  const name = `${setup.name.replaceAll('-', '_')}-${setup.version}`;
  const info = `${name}.dist-info`;
  const entries = [
    ...entriesOf(path.join(code, 'src')),
    [`${info}/LICENSE`, readFileSync(path.join(code, 'LICENSE'))],
    [`${info}/METADATA`, Buffer.from(metadata(setup, readFileSync(path.join(code, 'README.md'), 'utf8')))],
    [`${info}/WHEEL`, Buffer.from(wheel)],
    [`${info}/top_level.txt`, Buffer.from(`${setup.packages[0]}\n`)],
  ];
  entries.push([`${info}/RECORD`, Buffer.from(record(entries, `${info}/RECORD`))]);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, `${name}-py3-none-any.whl`), zip(entries));
}

const wheel = 'Wheel-Version: 1.0\nGenerator: type-safe-api-project\nRoot-Is-Purelib: true\nTag: py3-none-any\n';

/** The arguments that `setup.py` gives to setuptools, which stand there as JSON. */
function setupOf(text) {
  const json = /json\.loads\(\s*"""\n([\s\S]*?)\n"""/.exec(text)?.[1];
  if (json === undefined)
    throw new Error('jsii-pacmak writes setup.py in another way now: its arguments are not found');
  return JSON.parse(json);
}

function metadata(setup, description) {
  const lines = [
    'Metadata-Version: 2.1',
    `Name: ${setup.name}`,
    `Version: ${setup.version}`,
    `Summary: ${setup.description}`,
    `Home-page: ${setup.url}`,
    `Author: ${setup.author}`,
    `License: ${setup.license}`,
    ...Object.entries(setup.project_urls).map(([label, url]) => `Project-URL: ${label}, ${url}`),
    ...setup.classifiers.map((classifier) => `Classifier: ${classifier}`),
    `Requires-Python: ${setup.python_requires}`,
    `Description-Content-Type: ${setup.long_description_content_type}`,
    'License-File: LICENSE',
    ...setup.install_requires.map((requirement) => `Requires-Dist: ${requirement}`),
  ];
  return `${lines.join('\n')}\n\n${description}`;
}

function record(entries, self) {
  const lines = entries.map(([file, content]) => {
    const hash = createHash('sha256').update(content).digest('base64url');
    return `${file},sha256=${hash},${content.length}`;
  });
  return `${[...lines, `${self},,`].join('\n')}\n`;
}
