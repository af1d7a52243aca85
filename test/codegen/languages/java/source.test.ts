import { code } from '../../../../src/codegen/emit/symbol';
import { javadoc } from '../../../../src/codegen/languages/java/javadoc';
import { call, javaFile, javaType, quote } from '../../../../src/codegen/languages/java/source';

test.each<[string, { given: string; want: string }]>([
  ['a quote and a backslash', { given: '"\\', want: '"\\"\\\\"' }],
  ['a backslash before a u', { given: '\\u0022', want: '"\\\\u0022"' }],
  ['line breaks', { given: '\n\r', want: '"\\n\\r"' }],
  ['other control characters, before digits too', { given: '\u0000\u000b1\u001f', want: '"\\000\\0131\\037"' }],
  ['what changes the direction of text', { given: '\u202e', want: '"\\u202e"' }],
  ['what cannot be seen, beyond the first plane', { given: '\u{e0041}', want: '"\\udb40\\udc41"' }],
  ['halves of characters', { given: '\ud800', want: '"\\ud800"' }],
  ['letters of any script', { given: 'é商🐈', want: '"é商🐈"' }],
])('a string literal has %s', (_, { given, want }) => {
  expect(quote(given)).toBe(want);
});

test('imports are sorted; what has the name of another thing is named in full', () => {
  const file = javaFile('com.example', 'List');
  file.line`${javaType('Map', 'java.util')} ${javaType('List', 'java.util')} ${javaType('Api', 'com.example')}`;
  file.line`${javaType('Date', 'java.util')} ${javaType('Date', 'java.sql')} ${javaType('List', 'java.awt')}`;
  expect(file.text()).toBe(`import java.util.Date;
import java.util.Map;

Map java.util.List Api
Date java.sql.Date java.awt.List
`);
});

test('arguments are on as few lines as they need', () => {
  const long = code`${'x'.repeat(50)}`;
  expect(call(code`f`, [code`a`, code`b`], code`;`, 0).text).toBe('f(a, b);');
  expect(call(code`f`, [], code` {`, 119).text).toBe('f() {');
  expect(call(code`f`, [long, long, long], code`;`, 0).text).toBe(
    `f(\n    ${long.text}, ${long.text},\n    ${long.text});`,
  );
});

const lines = (...args: Parameters<typeof javadoc>) => javadoc(...args);

test('a short comment is on one line, and nothing is none', () => {
  expect(lines({ text: 'Says hello' })).toEqual(['/** Says hello */']);
  expect(lines({ text: ' \n ' })).toEqual([]);
});

test('paragraphs are put together and split at words, lists are kept', () => {
  const words = Array.from({ length: 30 }, () => 'word').join(' ');
  expect(lines({ text: `one\ntwo\n\n- a\n- b\n\n\n${words}`, tags: ['@return a thing'] })).toEqual([
    '/**',
    ' * one two',
    ' *',
    ' * <p>- a',
    ' * - b',
    ' *',
    ` * <p>${words.slice(0, 109)}`,
    ` * ${words.slice(110)}`,
    ' *',
    ' * @return a thing',
    ' */',
  ]);
});
