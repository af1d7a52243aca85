import { SourceFile } from '../../../src/codegen/emit/source-file';
import { code, globalSymbol, typeSymbol, valueSymbol } from '../../../src/codegen/emit/symbol';
import { typeScriptSource } from '../../../src/codegen/languages/typescript/source';

const pet = typeSymbol('Pet', 'models/pet');
const validatePet = valueSymbol('validatePet', 'models/pet');

function fileOf(module: string, print: (file: SourceFile) => void): string {
  const file = new SourceFile(module, typeScriptSource);
  print(file);
  return file.text();
}

test('printing a symbol imports it, types as types', () => {
  const text = fileOf('operations/get-pet', (file) => file.line`export type A = ${pet};`);
  expect(text).toBe("import type { Pet } from '../models/pet.js';\n\nexport type A = Pet;\n");
});

test('types and values of a module are one import', () => {
  const text = fileOf('operations/get-pet', (file) => file.line`export const a: ${pet} = ${validatePet}();`);
  expect(text).toContain("import { type Pet, validatePet } from '../models/pet.js';");
});

test('a file does not import what it declares', () => {
  expect(fileOf('models/pet', (file) => file.line`let a: ${pet};`)).toBe('let a: Pet;\n');
});

test('a name that the file declares itself gives way', () => {
  const text = fileOf('operations/a', (file) => {
    file.declare('Pet');
    file.line`export type Pet = ${pet};`;
  });
  expect(text).toBe("import type { Pet as Pet2 } from '../models/pet.js';\n\nexport type Pet = Pet2;\n");
});

test('two symbols of one name get two names', () => {
  const other = typeSymbol('Pet', 'models/pet-2');
  const text = fileOf('index', (file) => file.line`type A = ${pet} | ${other};`);
  expect(text).toContain('type A = Pet | Pet2;');
  expect(text).toContain("import type { Pet as Pet2 } from './models/pet-2.js';");
});

test('a global is reached through globalThis where its name is taken', () => {
  const promise = typeSymbol('Promise', 'models/promise');
  const text = fileOf('index', (file) => file.line`type A = ${globalSymbol('Promise')}<${promise}>;`);
  expect(text).toContain('type A = globalThis.Promise<Promise>;');
});

test('blocks and multi-line code are indented', () => {
  const text = fileOf('index', (file) => {
    file.block(code`function f() {`, '}', () => file.line`return {\n  a: ${1},\n};`);
  });
  expect(text).toBe('function f() {\n  return {\n    a: 1,\n  };\n}\n');
});

test('long imports are broken', () => {
  const text = fileOf('index', (file) => {
    for (let index = 0; index < 9; index++) file.line`${valueSymbol(`aRatherLongName${index}`, 'support/names')};`;
  });
  expect(text).toContain('import {\n  aRatherLongName0,\n');
});
