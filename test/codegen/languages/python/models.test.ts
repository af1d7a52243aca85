import path from 'node:path';
import { code } from '../../../../src/codegen/emit/symbol';
import {
  checkOf,
  emitModels,
  pythonModels,
  runtimeTypeOf,
  typeOf,
} from '../../../../src/codegen/languages/python/runtime/models';
import { attributeNames } from '../../../../src/codegen/languages/python/runtime/models/names';
import { pythonFile } from '../../../../src/codegen/languages/python/source';
import type { Service } from '../../../../src/codegen/model/service';
import type { Json } from '../../../../src/shared/json';
import { read } from '../../../support/model-files';
import { readSpec } from '../../../support/read-spec';

const own = readSpec(path.join(__dirname, 'models.yaml'));

function serviceOf(schemas: Readonly<Record<string, Json>>): Service {
  return read({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, components: { schemas } }).service;
}

function modulesOf(service: Service): ReadonlyMap<string, string> {
  return new Map([...emitModels(pythonModels(service))].map((file) => [file.path, file.text]));
}

test('a module has the types of a schema, and then how they are checked', () => {
  const owner = {
    type: 'object',
    required: ['firstName'],
    properties: { firstName: { type: 'string', maxLength: 80 } },
  };
  const pet = {
    description: 'A pet.',
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', description: 'What it listens to.', pattern: '^\\w+$' },
      nickName: { type: ['string', 'null'] },
      owner,
      friends: { type: 'array', items: { $ref: '#/components/schemas/Pet' }, uniqueItems: true },
    },
  };
  expect(
    modulesOf(serviceOf({ Pet: pet })).get('models/pet.py'),
  ).toBe(`# Generated from the API model. Changes made here are lost: change the model instead.
"""Pet: what is allowed, and how it is checked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._support.check_lists import array
from .._support.check_objects import structure
from .._support.check_unions import nullable
from .._support.check_values import string
from .._support.checks import STRING, Check, lazy
from .._support.model import NULLABLE, Model, check_of
from .._support.patterns import pattern


class PetOwner(Model):
    first_name: Annotated[str, Field(alias="firstName")]


class Pet(Model):
    """A pet."""

    name: str
    """What it listens to."""

    nick_name: Annotated[str | None, NULLABLE, Field(alias="nickName")] = None
    owner: PetOwner | None = None
    friends: list[Pet] | None = None


PET_OWNER_CHECK: Check = check_of(
    PetOwner,
    structure({"firstName": string(max_length=80)}, required=("firstName",)),
)

PET_CHECK: Check = check_of(
    Pet,
    structure(
        {
            "name": string(pattern=pattern(r"/^\\w+$/u", r"\\A[0-9A-Z_a-z]+\\Z")),
            "nickName": nullable(STRING),
            "owner": PET_OWNER_CHECK,
            "friends": array(lazy(lambda: PET_CHECK), unique_items=True),
        },
        required=("name",),
    ),
)
`);
});

test('schemas that refer to each other in a circle share a module, and have their own names all the same', () => {
  const of = (target: string) => ({ type: 'object', properties: { a: { $ref: `#/components/schemas/${target}` } } });
  const modules = modulesOf(serviceOf({ A: of('B'), B: of('C'), C: of('A'), D: of('A') }));
  const classes = modules.get('models/a.py')?.matchAll(/^class (\w+)/gm) ?? [];
  expect([...classes].map(([, name]) => name)).toEqual(['A', 'B', 'C']);
  expect(modules.get('models/c.py')).toContain('from .a import C, C_CHECK\n');
  expect(modules.get('models/d.py')).toContain('from .a import A, A_CHECK\n');
  expect(modules.get('models/d.py')).toContain('structure({"a": A_CHECK})');
});

const shapes: readonly (readonly [schema: Json, type: string, check: string | undefined])[] = [
  [true, 'JsonValue', undefined],
  [{ type: 'string', format: 'date-time' }, 'str', 'string(format=DATE_TIME)'],
  [{ type: 'string', minLength: 0, format: 'whatever' }, 'str', 'STRING'],
  [{ minLength: 2 }, 'str', 'string(min_length=2, implied=True)'],
  [{ type: 'integer', format: 'int32', minimum: 1e21 }, 'int', 'integer(minimum=1e+21, format=INT32)'],
  [{ type: 'number', exclusiveMaximum: 0.5 }, 'float', 'number(exclusive_maximum=0.5)'],
  [{ type: ['boolean', 'null'] }, 'bool | None', 'nullable(BOOLEAN)'],
  [{ enum: ['a', 1, 0.5, null] }, 'Literal["a", 1] | float | None', 'enum("a", 1, 0.5, None)'],
  [{ enum: [{ a: [] }] }, 'JsonValue', 'enum({"a": []})'],
  [{ type: 'array' }, 'list[JsonValue]', 'LIST'],
  [{ type: 'array', items: { type: ['string', 'integer'] } }, 'list[str | int]', 'array(any_of(STRING, INTEGER))'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, {}] }, 'list[JsonValue]', 'array(prefix=(STRING,))'],
  [
    { type: 'array', prefixItems: [{ type: 'string' }], items: false, minItems: 1 },
    'tuple[str]',
    'array(NEVER, prefix=(STRING,), min_items=1)',
  ],
  [{ type: 'object' }, 'dict[str, JsonValue]', 'OBJECT'],
  [
    { type: 'object', additionalProperties: { type: 'boolean' }, minProperties: 1 },
    'dict[str, bool]',
    'mapping(BOOLEAN, min_properties=1)',
  ],
  [{ not: { type: 'string' } }, 'JsonValue', 'negation(STRING)'],
  [{ allOf: [{ type: 'string' }, { maxLength: 3 }] }, 'str', 'all_of(STRING, string(max_length=3, implied=True))'],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 'str | int', 'one_of(STRING, INTEGER)'],
  [{ $ref: '#/components/schemas/Other' }, 'Other', 'OTHER_CHECK'],
];

test.each(shapes)('%j is of the type %s and is checked by %s', (schema, type, check) => {
  const service = serviceOf({ Subject: schema, Other: { type: 'object', properties: { a: true } } });
  const models = pythonModels(service);
  const shape = service.shapes.get('Subject')?.shape;
  if (shape === undefined) throw new Error('there is no shape');
  expect(printed(typeOf(shape, 'response', models))).toBe(type);
  expect(printed(runtimeTypeOf(shape, 'response', models))).toBe(type);
  expect(printed(checkOf(shape, 'response', models) ?? code`None`)).toBe(check ?? 'None');
});

test('readers are told what a discriminator names where several forms may allow a value', () => {
  const of = (kind: Json) => ({ type: 'object', properties: { kind } });
  const members: Json = [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { type: 'null' }];
  const subject = { anyOf: members, discriminator: { propertyName: 'kind' } };
  const types = (a: Json, b: Json) => {
    const service = serviceOf({ Subject: subject, A: of(a), B: of(b) });
    const shape = service.shapes.get('Subject')?.shape;
    if (shape === undefined) throw new Error('there is no shape');
    return [typeOf, runtimeTypeOf].map((print) => printed(print(shape, 'response', pythonModels(service))));
  };
  expect(types({ type: 'string' }, { type: 'string' })).toEqual([
    'A | B | None',
    'Annotated[A | B, NamedForms("kind", {"A": A, "B": B})] | None',
  ]);
  expect(types({ enum: ['A'] }, { enum: ['B'] })[1]).toBe('A | B | None');
});

test('annotations of operations import for type checkers alone, and values for real', () => {
  const service = own?.service ?? serviceOf({});
  const content = service.operations[0]?.responses[0]?.contents[0]?.shape;
  if (content === undefined) throw new Error('there is no content');
  const file = pythonFile('operations/put_pet');
  file.line`answer: ${typeOf(content, 'response', pythonModels(service))}`;
  expect(file.text()).toContain('if TYPE_CHECKING:\n    from ..models.put_pet import PutPet200ResponseContent\n');
  file.line`TYPE = ${runtimeTypeOf(content, 'response', pythonModels(service))}`;
  expect(file.text()).not.toContain('TYPE_CHECKING');
});

test('an attribute keeps its name when a member comes before it that would have the same', () => {
  const { names } = pythonModels(serviceOf({}));
  expect(attributeNames(['a_b', 'c'], names)).toEqual(['a_b', 'c']);
  expect(attributeNames(['aB', 'a-b', 'a_b', 'c'], names)).toEqual(['a_b2', 'a_b3', 'a_b', 'c']);
  expect(attributeNames(['str', 'class', 'model_dump', '1', '$', '_id'], names)).toEqual([
    'str_',
    'class_',
    'model_dump_',
    'field_1',
    'field',
    'id',
  ]);
});

/** The last line of a file that has nothing else. */
function printed(piece: ReturnType<typeof code>): string {
  const file = pythonFile('m');
  file.print(piece);
  return file.text().trim().split('\n').at(-1) ?? '';
}

// Texts are escaped before symbols have their names: whatever stands for one until then stays as it is.
test('types that hold themselves are texts that name them, however many there are', () => {
  const names = Array.from({ length: 150 }, (_, index) => `Shelf${index}`);
  const schemas = names.map((name) => [
    name,
    { type: 'object', additionalProperties: { anyOf: [{ $ref: `#/components/schemas/${name}` }, { const: 'a"\\' }] } },
  ]);
  const modules = modulesOf(serviceOf(Object.fromEntries(schemas)));
  for (const name of names) {
    expect(modules.get(`models/${name.toLowerCase()}.py`)).toContain(
      `${name} = TypeAliasType("${name}", "dict[str, Literal['a\\"\\\\\\\\'] | ${name}]")\n`,
    );
  }
});
