import { emitApi } from '../../../../../src/codegen/languages/java/runtime';
import { javaRuntimePackages } from '../../../../../src/codegen/languages/java/runtime/packages';
import { read } from '../../../../support/model-files';

/** The source of a class of the runtime of an API. */
function emit(paths: object, schemas: object, path: string): string {
  const { service } = read({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths,
    components: { schemas },
  });
  const files = [...emitApi(service, javaRuntimePackages('things', 'com.example.things'))];
  const found = files.find((file) => file.path.endsWith(path));
  if (found === undefined) throw new Error(`there is no ${path}`);
  return found.text;
}

const answer = (schema: string) => ({
  200: { description: 'OK', content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } },
});

test('models that are called as classes of clients are, are named in full', () => {
  const thing = { type: 'object', properties: { a: { type: 'string' } } };
  const paths = { '/a': { get: { operationId: 'getOptions', responses: answer('RequestOptions') } } };
  const source = emit(paths, { RequestOptions: thing }, 'client/DefaultApi.java');
  expect(source).not.toContain('import com.example.things.runtime.models.RequestOptions');
  expect(source).toContain(
    'public com.example.things.runtime.models.RequestOptions getOptions(RequestOptions options) {',
  );
});

/** An operation whose token stands at a place in a page. */
const paginated = (outputToken: string, schema: object) =>
  emit(
    {
      '/a': {
        get: {
          operationId: 'listThings',
          'x-paginated': { inputToken: 'token', outputToken, items: 'items' },
          parameters: [{ name: 'token', in: 'query', schema: { type: 'string' } }],
          responses: answer('Page'),
        },
      },
    },
    { Page: schema, Token: { type: ['string', 'null'] } },
    'operations/ListThingsOperation.java',
  );

test('tokens and items are got by the components that they have in records', () => {
  const source = paginated('next-page.token', {
    type: 'object',
    required: ['items'],
    properties: {
      'next-page': { type: 'object', properties: { token: { $ref: '#/components/schemas/Token' } } },
      items: { type: 'array', items: { type: 'integer' } },
    },
  });
  expect(source).toContain(
    'return Optional.ofNullable(success(response)).map(each -> each.nextPage()).map(each -> each.token().orNull()).orElse(null);',
  );
  expect(source).toContain('public static List<Long> items(Page page) {');
  expect(source).toContain('return Optional.ofNullable(page).map(each -> each.items()).orElse(null);');
});

test('where a page has too many members for a record, tokens and items are got out of its tree', () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`m${index}`, { type: 'string' }]));
  const items = { type: 'array', items: { type: 'string' } };
  const source = paginated('next', { type: 'object', properties: { ...many, next: { type: 'string' }, items } });
  expect(source).toContain('return Optional.ofNullable(success(response)).map(each -> each.get("next")).orElse(null);');
  expect(source).toContain('public static Iterable<JsonNode> items(Map<String, JsonNode> page) {');
});

test('methods that go over pages are named after all operations', () => {
  const page = { type: 'array', items: { type: 'string' } };
  const token = { headers: { next: { schema: { type: 'string' } } } };
  const list = {
    operationId: 'listThings',
    'x-paginated': { inputToken: 'token', outputToken: 'next' },
    parameters: [{ name: 'token', in: 'query', schema: { type: 'string' } }],
    responses: { 200: { ...answer('Page')[200], ...token } },
  };
  const other = { operationId: 'listThingsPages', responses: { 204: { description: 'OK' } } };
  const source = emit({ '/a': { get: list, put: other } }, { Page: page }, 'client/DefaultApi.java');
  const methods = new Set([...source.matchAll(/public \S+(?: \S+)? (list\w+)\(/g)].map(([, name]) => name));
  expect([...methods]).toEqual([
    ...['listThings', 'listThingsRaw', 'listThingsPages2', 'listThingsItems'],
    ...['listThingsPages', 'listThingsPagesRaw'],
  ]);
});
