import { type Located, type ModelDocument, problems } from '../../openapi';
import type { Diagnostics } from '../../shared/diagnostics';
import type { Operation, Service } from '../model/service';
import { checkCircles } from './circular-shapes';
import { createContext, type ReadContext } from './context';
import { NamedShapes } from './named-shapes';
import { readOperation } from './operation';
import { assignIds } from './operation-ids';
import { readPagination } from './pagination';
import { readParameter } from './parameter';
import { readPathItem } from './path-item';
import { readRequestBody } from './request-body';
import { readResponse } from './response';
import { readSchema } from './schema';
import { checkFields, defined, field, membersOf, nodeField, type SpecNode, textField } from './spec-node';

const fields = ['openapi', 'info', 'servers', 'paths', 'components', 'security', 'tags', 'externalDocs'];
const fields31 = ['webhooks', 'jsonSchemaDialect'];

/**
 * Reads an OpenAPI Object. Everything that is wrong is reported; what is returned then is for finding more, not for generating from.
 * @see https://spec.openapis.org/oas/v3.1.0#openapi-object
 */
export function readService(document: ModelDocument, diagnostics: Diagnostics): Service {
  const context = createContext(document, new NamedShapes(), diagnostics);
  const root: SpecNode = { pointer: '', value: document.root };
  checkFields(context, root, 'an OpenAPI document', document.version === '3.0' ? fields : [...fields, ...fields31]);
  declareSchemas(context, root);
  const read = readPaths(context, root);
  readUnused(context, root);
  const shapes = context.shapes.readAll((at) => readSchema(context, at));
  checkCircles(context, shapes);
  for (const check of context.afterwards) check(shapes);
  const operations = read.map(({ node, operation }) => {
    const pagination = readPagination(context, node, operation, shapes);
    return pagination === undefined ? operation : { ...operation, pagination };
  });
  return { ...readInfo(context, root), operations, shapes };
}

function readInfo(context: ReadContext, root: SpecNode) {
  const info = nodeField(context, root, 'info');
  if (info === undefined || info.value.title === undefined) {
    context.report(problems.missingField, info?.pointer ?? '', { what: 'the document', field: 'info.title' });
  }
  const node: SpecNode = info ?? { pointer: '/info', value: {} };
  return defined({
    title: textField(context, node, 'title') ?? 'API',
    version: textField(context, node, 'version') ?? '',
    description: textField(context, node, 'description'),
  });
}

function declareSchemas(context: ReadContext, root: SpecNode): void {
  const components = nodeField(context, root, 'components');
  const schemas = components === undefined ? undefined : nodeField(context, components, 'schemas');
  for (const schema of schemas === undefined ? [] : membersOf(schemas)) context.shapes.declare(schema.key, schema);
}

/** Components that no operation uses are read for what is wrong with them. */
function readUnused(context: ReadContext, root: SpecNode): void {
  const components = nodeField(context, root, 'components');
  for (const [kind, read] of Object.entries(readers)) {
    const declared = components === undefined ? undefined : nodeField(context, components, kind);
    for (const component of declared === undefined ? [] : membersOf(declared)) read(context, component);
  }
}

const readers: Readonly<Record<string, (context: ReadContext, at: Located) => unknown>> = {
  parameters: readParameter,
  requestBodies: readRequestBody,
  responses: (context, at) => readResponse(context, 'default', at),
};

/** An operation as far as it can be read while schemas are not. */
interface ReadOperation {
  readonly node: SpecNode;
  readonly operation: Operation;
}

function readPaths(context: ReadContext, root: SpecNode): ReadOperation[] {
  const paths = nodeField(context, root, 'paths');
  if (paths === undefined) {
    const needed = context.document.version === '3.0' && field(root, 'paths') === undefined;
    if (needed) context.report(problems.missingField, '', { what: 'the document', field: 'paths' });
    return [];
  }
  const found = membersOf(paths)
    .filter(({ key }) => !key.startsWith('x-'))
    .flatMap((item) => readPathItem(context, item.key, item));
  const ids = assignIds(context, found);
  return found.map((place) => ({
    node: place.node,
    operation: readOperation(context, place, ids.get(place) ?? ''),
  }));
}
