import { loadSupport } from '../../support/runtime-support';

const write =
  loadSupport<typeof import('../../../assets/typescript/runtime/support/write-parameters')>('write-parameters');
const read =
  loadSupport<typeof import('../../../assets/typescript/runtime/support/read-parameters')>('read-parameters');
type Wire = Parameters<typeof read.pathText>[0];

function wireOf(parts: Partial<Wire>): Wire {
  return { path: {}, query: {}, headers: new Map(), body: new Uint8Array(), ...parts };
}

/** What API Gateway makes of a query. */
function queryOf(text: string | undefined): Wire {
  const search = new URLSearchParams(text ?? '');
  return wireOf({ query: Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)])) });
}

function pathOf(text: string): Wire {
  return wireOf({ path: { p: text } });
}

const list = ['a,b', 'c d', 'é'];
const object = { a: '1', b: 'x=y' };

test.each<[string, unknown, unknown]>([
  ['a path value', read.pathText(pathOf(write.simple('p', 'a/b %')), 'p'), 'a/b %'],
  ['a greedy path', write.greedy('p', 'a/b c'), 'a/b%20c'],
  ['a simple list', read.toList(read.pathParts(pathOf(write.simple('p', list)), 'p')), list],
  ['a label list', read.toList(read.pathParts(pathOf(write.label('p', list, true)), 'p', '.', '.')), list],
  ['a matrix list', read.toList(read.matrixParts(pathOf(write.matrix('p', ['a', 'b'], true)), 'p')), ['a', 'b']],
  ['a label with dots', read.toList(read.pathParts(pathOf(write.label('p', ['a.b'], true)), 'p', '.', '.')), ['a.b']],
  ['a matrix list in one', read.toList(read.pathParts(pathOf(write.matrix('p', list)), 'p', ',', ';p=')), list],
  ['an exploded path', read.toObject(read.pathEntries(pathOf(write.simple('p', object, true)), 'p')), object],
  [
    'a list of cookies',
    read.cookieTexts(wireOf({ headers: new Map([['cookie', `a=b; ${write.cookie('q', list, true)}`]]) }), 'q'),
    list,
  ],
  ['a simple object', read.toObject(read.pairs(read.pathParts(pathOf(write.simple('p', object)), 'p'))), object],
  ['a query list', read.toList(read.queryTexts(queryOf(write.form('q', list)), 'q')), list],
  ['numbers', read.toList(read.queryTexts(queryOf(write.form('q', [1, 2.5])), 'q'), read.toNumber), [1, 2.5]],
  [
    'a joined list',
    read.toList(read.split(read.queryText(queryOf(write.joined('q', ['a', 'b'])), 'q'), ',')),
    ['a', 'b'],
  ],
  [
    'a piped list',
    read.toList(read.split(read.queryText(queryOf(write.joined('q', ['a', 'b'], '|')), 'q'), '|')),
    ['a', 'b'],
  ],
  [
    'a deep object',
    read.toObject(read.deepEntries(queryOf(write.deepObject('q', { a: 1, b: ['x', 'y'] })), 'q'), {
      a: read.one(read.toNumber),
      b: read.many(),
    }),
    { a: 1, b: ['x', 'y'] },
  ],
  ['an exploded object', read.toObject(read.queryEntries(queryOf(write.form('q', object)), ['a', 'b'])), object],
  ['JSON', read.toJson(read.queryText(queryOf(write.jsonQuery('q', { a: [1] })), 'q')), { a: [1] }],
  [
    'a cookie',
    read.cookieText(wireOf({ headers: new Map([['cookie', `a=b; ${write.cookie('q', 'x; y')}`]]) }), 'q'),
    'x; y',
  ],
  ['an absent parameter', [write.form('q', undefined), read.queryText(wireOf({}), 'q')], [undefined, undefined]],
  ['a name of the prototype', read.queryTexts(wireOf({}), 'constructor'), undefined],
])('%s arrives as it was sent', (_, received, sent) => {
  expect(received).toEqual(sent);
});

test.each(['', '.', '..'])("a path value '%s' would call another operation", (value) => {
  expect(() => write.simple('id', value)).toThrow(`the path parameter 'id' must not be '${value}'`);
});

test.each<[string, () => unknown]>([
  ["the parameter 'q' cannot have ',' in a value", () => write.joined('q', ['a,b'])],
  ["the parameter 'q' cannot be one empty text", () => write.joined('q', [''])],
  ["the parameter 'q' cannot hold null", () => write.form('q', [null])],
  ["the parameter 'q' cannot hold undefined", () => write.simple('q', undefined)],
  ["the parameter 'q' cannot have a list in 'a'", () => write.joined('q', { a: ['b'] })],
  ["the parameter 'q' cannot have '=' in a name", () => write.header('q', { 'a=': 'b' }, true)],
  ["the parameter 'q' cannot have spaces around a value of a list", () => write.header('q', [' a'])],
  ["the path parameter 'q' must not be '..'", () => write.label('q', '.')],
])('%s', (message, action) => {
  expect(action).toThrow(new TypeError(message));
});

test.each([
  ['1', 1],
  ['-2.5', -2.5],
  ['01', '01'],
  ['1.0', '1.0'],
  ['NaN', 'NaN'],
])("'%s' where a text is as good as a number", (text, want) => {
  expect(read.toPlainNumber(text)).toBe(want);
});

test.each([
  ['1', 1],
  ['-1.5e3', -1500],
  ['0x10', '0x10'],
  ['', ''],
  ['Infinity', 'Infinity'],
  ['1 ', '1 '],
])("'%s' as a number", (text, want) => {
  expect(read.toNumber(text)).toBe(want);
});
