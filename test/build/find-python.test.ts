import { tmpdir } from 'node:os';
import { findPython } from '../../src/build/find-python';

/** A program that says it is Python of a version. */
const python = (version: string, file = process.execPath) => ({
  file,
  args: ['-e', `console.log('${version}')`, '--'],
});
const missing = { file: 'no-such-python', args: [] };

test('the first that is new enough is taken', async () => {
  const wanted = python('3.12.1');
  expect(await findPython(tmpdir(), [missing, python('3.9.6'), wanted, python('3.13.0')])).toBe(wanted);
});

test.each(['3.11.0', '3.20.0', '4.0.0'])('%s is new enough', async (version) => {
  expect(await findPython(tmpdir(), [python(version)])).toBeDefined();
});

test('what is found instead is named, and what to do', async () => {
  await expect(findPython(tmpdir(), [python('3.9.6'), missing, python('2.7.18')])).rejects.toThrow(
    `this API has packages in Python, and needs Python 3.11 or newer; '${process.execPath}' is Python 3.9.6, '${process.execPath}' is Python 2.7.18. Install it, then run 'npx projen install'`,
  );
  await expect(findPython(tmpdir(), [missing])).rejects.toThrow('there is none on the search path');
});

test('what prints something else is no Python', async () => {
  await expect(findPython(tmpdir(), [python('Python was not found; run without arguments')])).rejects.toThrow(
    'there is none on the search path',
  );
});
