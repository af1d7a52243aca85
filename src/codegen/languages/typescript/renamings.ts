import { capitalize } from '../../emit/names';
import type { Operation, Service } from '../../model/service';
import type { Renaming } from '../renaming';
import {
  apiClassName,
  isReservedWord,
  nameService,
  type OperationNames,
  type TypeScriptNames,
  typeName,
} from './names';
import { runtimeExports, streamingExports } from './runtime-exports';

/** The operations and schemas that are not called what their names in the model say. */
export function* renamings(service: Service): Iterable<Renaming> {
  const names = nameService(service);
  for (const operation of service.operations) {
    const own = names.operations.get(operation.id);
    for (const [wanted, instead] of own === undefined ? [] : namesOf(operation, own)) {
      if (wanted === instead) continue;
      const holder = holderOf(wanted, service, names);
      yield { kind: 'operation', pointer: operation.pointer, wanted, instead, holder };
    }
  }
  for (const { name, pointer } of service.shapes.values()) {
    const model = names.models.get(name);
    if (model === undefined) continue;
    const wanted = typeName(name);
    const ofRequests = model.requestType === model.type ? [] : ([[`${model.type}Request`, model.requestType]] as const);
    for (const [expected, instead] of [[wanted, model.type] as const, ...ofRequests]) {
      if (expected === instead) continue;
      yield { kind: 'schema', pointer, wanted: expected, instead, holder: holderOf(expected, service, names) };
    }
  }
}

/** What is called so already. */
function holderOf(name: string, { operations, shapes }: Service, names: TypeScriptNames): string {
  if (isReservedWord(name)) return 'a reserved word';
  if (runtimeExports.includes(name) || streamingExports.includes(name)) return 'a name of the runtime';
  if (operations.some(({ tags }) => apiClassName(tags[0]) === name) || name === apiClassName(undefined)) {
    return 'the class of a tag';
  }
  const schema = [...shapes.keys()].find((each) => {
    const model = names.models.get(each);
    return model?.type === name || model?.requestType === name;
  });
  if (schema !== undefined) return `what the schema '${schema}' is called`;
  const isOf = ({ type, client, raw, handler, request, pages, items }: OperationNames) =>
    [client, raw, handler, request, pages, items].includes(name) || name.startsWith(type);
  const operation = operations.find(({ id }) => isOf(names.operations.get(id) ?? noNames));
  return operation === undefined ? 'taken' : `a name of the operation '${operation.id}'`;
}

const noNames: OperationNames = {
  ...{ file: '', module: '', type: '\0', client: '', raw: '', handler: '', request: '', pages: '', items: '' },
};

/** Names as they would be made of the id, and as they are. */
function namesOf({ id, pagination }: Operation, names: OperationNames): readonly (readonly [string, string])[] {
  const pages = [
    [`${id}Pages`, names.pages],
    [`${id}Items`, names.items],
  ] as const;
  return [
    [id, names.client],
    [`${id}Handler`, names.handler],
    [`${id}Raw`, names.raw],
    [`${id}Request`, names.request],
    [capitalize(id), names.type],
    ...(pagination === undefined ? [] : pages),
  ];
}
