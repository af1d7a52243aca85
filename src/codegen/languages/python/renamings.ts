import type { Service } from '../../model/service';
import type { Member, Shape } from '../../model/shape';
import { memberPlace, shapePlaces } from '../../model/shape-places';
import type { Renaming } from '../renaming';
import { snakeCase } from './names';
import { type PythonModels, pythonModels } from './runtime/models';
import { attributeHolder, attributeNames, snakeWords, typeName } from './runtime/models/names';
import {
  attributeOf,
  keywordHolder,
  methodHolder,
  type NamedOperation,
  nameRuntime,
  type RuntimeNames,
} from './runtime/operation-names';

/** The operations, parameters, schemas and members that are not called what their names in the model say. */
export function* renamings(service: Service): Iterable<Renaming> {
  const operations = nameRuntime(service);
  for (const named of operations) {
    yield* ofOperation(named, operations);
    yield* ofParameters(named);
  }
  const models = pythonModels(service);
  yield* ofSchemas(models);
  yield* ofMembers(models);
}

function* ofOperation({ operation, names }: NamedOperation, all: readonly NamedOperation[]): Iterable<Renaming> {
  const wanted = snakeCase(operation.id);
  const pages = operation.pagination === undefined ? [] : (['pages', 'items'] as const);
  const called = [
    ...(['member', 'client'] as const).map((kind) => [wanted, names[kind]] as const),
    ...(['raw', ...pages] as const).map((kind) => [`${wanted}_${kind}`, names[kind]] as const),
  ];
  for (const [expected, instead] of new Map(called)) {
    if (expected === instead) continue;
    const other = all.find((each) => each.operation !== operation && hasName(each.names, expected));
    const holder = other === undefined ? 'no identifier' : `a name of the operation '${other.operation.id}'`;
    const { pointer } = operation;
    yield { kind: 'operation', pointer, wanted: expected, instead, holder: methodHolder(expected) ?? holder };
  }
}

function hasName({ member, client, raw, pages, items }: RuntimeNames, name: string): boolean {
  return [member, client, raw, pages, items].includes(name);
}

function* ofParameters({ operation, names }: NamedOperation): Iterable<Renaming> {
  for (const parameter of operation.parameters) {
    const wanted = attributeOf(parameter.key);
    const instead = names.attributes.get(parameter) ?? wanted;
    if (wanted === instead) continue;
    const other = operation.parameters.find((each) => names.attributes.get(each) === wanted);
    const holder = keywordHolder(wanted) ?? `what the parameter '${other?.key}' is called`;
    yield { kind: 'parameter', pointer: parameter.pointer, wanted, instead, holder };
  }
}

function* ofSchemas({ service, names }: PythonModels): Iterable<Renaming> {
  for (const { name, pointer } of service.shapes.values()) {
    const { type: instead } = names.model(name);
    const wanted = typeName(name);
    if (wanted === instead) continue;
    const other = [...service.shapes.keys()].find((each) => names.model(each).type === wanted);
    const holder = other === undefined ? 'a reserved word' : `what the schema '${other}' is called`;
    yield { kind: 'schema', pointer, wanted, instead, holder };
  }
}

function* ofMembers({ service, names }: PythonModels): Iterable<Renaming> {
  const inModels = [...service.shapes.keys()].flatMap((name) => [names.classOfModel(name), ...names.inlineOf(name)]);
  const inOperations = names.operations.flatMap(({ classes }) => classes);
  const told = new Set<string>();
  let places: ReturnType<typeof shapePlaces> | undefined;
  for (const { shape } of [...inModels, ...inOperations]) {
    for (const { member, ...renaming } of renamedMembers(shape, names)) {
      // Most models have none of them.
      places ??= shapePlaces(service);
      const pointer = memberPlace(member, shape, places);
      // A class that is made of several has members of theirs.
      if (pointer === undefined || told.has(`${pointer} ${renaming.instead}`)) continue;
      told.add(`${pointer} ${renaming.instead}`);
      yield { kind: 'member', pointer, ...renaming };
    }
  }
}

interface RenamedMember extends Pick<Renaming, 'wanted' | 'instead' | 'holder'> {
  readonly member: Member;
}

function* renamedMembers(shape: Shape, names: PythonModels['names']): Iterable<RenamedMember> {
  const members = names.fields.of(shape)?.members ?? [];
  const attributes = attributeNames(
    members.map(({ name }) => name),
    names,
  );
  for (const [index, member] of members.entries()) {
    const instead = attributes[index] ?? '';
    // Most are called so in the model, too: that is seen without taking names apart.
    const wanted = member.name === instead ? instead : snakeWords(member.name);
    if (wanted === instead) continue;
    const other = members[attributes.indexOf(wanted)]?.name;
    const holder = attributeHolder(wanted, names) ?? (other && `what the member '${other}' is called`);
    yield { member, wanted: holder === undefined ? member.name : wanted, instead, holder: holder ?? 'no identifier' };
  }
}
