import { code, typeSymbol, valueSymbol } from '../../../../src/codegen/emit/symbol';
import {
  ownModule,
  packageModule,
  pythonFile,
  quote,
  relativeModule,
  standardModule,
  suite,
} from '../../../../src/codegen/languages/python/source';

test('imports are sorted as isort sorts them, and what only type checkers need is for them alone', () => {
  const file = pythonFile('operations/say_hello');
  const symbols = [
    typeSymbol('aws_s3', packageModule('aws_cdk')),
    typeSymbol('Mapping', standardModule('collections.abc')),
    valueSymbol('item10', packageModule('b')),
    valueSymbol('item9', packageModule('b')),
    valueSymbol('Item', packageModule('b')),
    valueSymbol('ITEM', packageModule('b')),
    valueSymbol('Pet', 'models/pet'),
    valueSymbol('other', 'operations/other'),
  ];
  for (const symbol of symbols) file.line`${symbol}`;
  expect(file.text()).toMatch(`from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from b import ITEM, Item, item9, item10

from ..models.pet import Pet
from .other import other

if TYPE_CHECKING:
    from aws_cdk import aws_s3

aws_s3
`);
});

test('modules of the same distribution come after those of others', () => {
  const file = pythonFile('tests/test_say_hello');
  file.line`${valueSymbol('handler', ownModule('pets_handlers.say_hello'))}, ${valueSymbol('z', packageModule('z'))}`;
  expect(file.text()).toBe(`from __future__ import annotations

from z import z

from pets_handlers.say_hello import handler

handler, z
`);
});

test('what another has the name of is imported by one of its own', () => {
  const file = pythonFile('functions');
  file.declare('Handler');
  file.line`${valueSymbol('Handler', packageModule('a'))}, ${valueSymbol('Other', packageModule('a'))}`;
  expect(file.text()).toBe(`from __future__ import annotations

from a import Handler as Handler2
from a import Other

Handler2, Other
`);
});

test('an empty line stands between methods, and two between classes', () => {
  const file = pythonFile('m');
  for (const name of ['A', 'B']) {
    suite(file, code`class ${name}:`, () => {
      for (const method of ['a', 'b']) suite(file, code`def ${method}(self) -> None:`, () => file.line`pass`);
    });
  }
  expect(file.text()).toBe(`from __future__ import annotations

class A:
    def a(self) -> None:
        pass

    def b(self) -> None:
        pass


class B:
    def a(self) -> None:
        pass

    def b(self) -> None:
        pass
`);
});

test.each([
  ['api', 'operation_config', '.operation_config'],
  ['operations/a', 'operations/b', '.b'],
  ['operations/a', 'models/pet', '..models.pet'],
  ['api', 'models/pet', '.models.pet'],
  ['a/b/c', 'a/d', '..d'],
])('%s imports %s from %s', (from, to, want) => {
  expect(relativeModule(from, to)).toBe(want);
});

test.each([
  ['a "b" \\', `'a "b" \\\\'`],
  [`'"`, `"'\\""`],
  [`'""\\"`, `'\\'""\\\\"'`],
  ['é😀', '"é😀"'],
  ['\u0000\u007f\u2028\u202e\u{e0001}', '"\\u0000\\u007f\\u2028\\u202e\\U000e0001"'],
  ['\ud800', '"\\ud800"'],
])('a literal of %j', (text, want) => {
  expect(quote(text)).toBe(want);
});
