import { javaKeywords } from '../../../shared/java-packages';
import { camelCase, capitalize } from '../../emit/names';
import type { Operation, Service } from '../../model/service';
import { memberPlace, shapePlaces } from '../../model/shape-places';
import type { Renaming } from '../renaming';
import { methodName, nameOperations } from './names';
import { type NamedModels, nameModels } from './runtime/models';
import { valuesOf } from './runtime/models/forms';
import { className, reservedComponents } from './runtime/models/names';
import { componentsByMember } from './runtime/models/record-class';
import { nameRuntimeOperations } from './runtime/operation-names';
import { parameterNames } from './runtime/operation-types';

/** The operations, their parameters, schemas and members that are not called what their names in the model say. */
export function* renamings(service: Service): Iterable<Renaming> {
  const names = { constructs: nameOperations(service), runtime: nameRuntimeOperations(service) };
  for (const operation of service.operations) {
    yield* operationRenamings(operation, names);
    const components = parameterNames(operation);
    for (const { key, pointer } of operation.parameters) {
      const own = componentRenaming(key, components, 'parameter', false);
      if (own !== undefined) yield { pointer, ...own };
    }
  }
  const models = nameModels(service);
  yield* schemaRenamings(models);
  yield* memberRenamings(models);
}

/** Of operations, in both packages. */
interface Names {
  readonly constructs: ReturnType<typeof nameOperations>;
  readonly runtime: ReturnType<typeof nameRuntimeOperations>;
}

/** The methods of constructs and clients, and the base class of handlers. */
function* operationRenamings({ id, pointer, pagination }: Operation, all: Names): Iterable<Renaming> {
  const own = all.runtime.get(id);
  if (own === undefined) return;
  const names = [
    [id, all.constructs.get(id)?.member ?? id],
    [id, own.member],
    [`${id}Raw`, own.raw],
    ...(pagination === undefined ? [] : [[`${id}Pages`, own.pages] as const, [`${id}Items`, own.items] as const]),
    [className(capitalize(id), 'Operation'), own.type],
  ] as const;
  const renamed = new Map(names.filter(([wanted, instead]) => wanted !== instead));
  for (const [wanted, instead] of renamed) {
    const other = [...all.runtime].find(([each, { type, member, raw, pages, items }]) => {
      return each !== id && [type, member, raw, pages, items].includes(wanted);
    });
    const holder = other === undefined ? holderOf(wanted) : `a name of the operation '${other[0]}'`;
    yield { kind: 'operation', pointer, wanted, instead, holder };
  }
}

/** The schemas whose classes are called otherwise. */
function* schemaRenamings({ service, forms, classes, checks }: NamedModels): Iterable<Renaming> {
  for (const { name, shape, pointer } of service.shapes.values()) {
    const form = forms.of(shape);
    const wanted = className(name, 'Model');
    const instead = checks.get(name)?.replace(/Checks$/, '') ?? wanted;
    const hasClass = 'key' in form && classes.get(form.key)?.name === instead;
    if (!hasClass || wanted === instead) continue;
    const other = [...checks].find(([, own]) => own.toLowerCase() === `${wanted}Checks`.toLowerCase());
    const holder = other === undefined ? holderOf(wanted) : `what the schema '${other[0]}' is called`;
    yield { kind: 'schema', pointer, wanted, instead, holder };
  }
}

/** The members whose components of records are called otherwise; of a member that several records share, it is said once. */
function* memberRenamings({ service, classes }: NamedModels): Iterable<Renaming> {
  const places = shapePlaces(service);
  const known = new Set<string>();
  for (const { form } of classes.values()) {
    if (form.kind !== 'record') continue;
    const { structure } = form;
    const isOpen = valuesOf(structure.additional, structure.patterns).length > 0;
    const components = componentsByMember(structure);
    for (const member of structure.members) {
      const own = componentRenaming(member.name, components, 'member', isOpen);
      const pointer = own === undefined ? undefined : memberPlace(member, form.key, places);
      if (own === undefined || pointer === undefined || known.has(`${pointer} ${own.instead}`)) continue;
      known.add(`${pointer} ${own.instead}`);
      yield { pointer, ...own };
    }
  }
}

/** A component that is not what is made of a name by the rules of Java alone. */
function componentRenaming(
  name: string,
  components: ReadonlyMap<string, string>,
  kind: 'parameter' | 'member',
  isOpen: boolean,
): Omit<Renaming, 'pointer'> | undefined {
  const wanted = camelCase(name);
  const instead = components.get(name) ?? wanted;
  if (wanted === instead) return undefined;
  const other = [...components].find(([, component]) => component === wanted)?.[0];
  if (other !== undefined) return { kind, wanted, instead, holder: `what the ${kind} '${other}' is called` };
  if (isOpen && wanted === 'additionalProperties')
    return { kind, wanted, instead, holder: 'what holds all other members' };
  const isTaken = methodName(wanted) !== wanted || reservedComponents.has(wanted) || wanted === 'body';
  if (!isTaken) return { kind, wanted: name, instead, holder: 'no identifier' };
  return { kind, wanted, instead, holder: holderOf(wanted) };
}

function holderOf(name: string): string {
  if (javaKeywords.has(name)) return 'a reserved word';
  return /^\p{Lu}/u.test(name) ? 'a class of Java or of the runtime' : 'a method of every object or builder';
}
