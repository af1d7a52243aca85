import type { Doc } from '../../../../src/codegen/emit/doc-comment';
import { docstring } from '../../../../src/codegen/languages/python/docstring';

const print = (doc: Doc, parameters: Parameters<typeof docstring>[2] = []) => docstring(doc, 8, parameters);

test.each<[string, { given: Doc; want: readonly string[] }]>([
  ['a line', { given: { text: 'Says hello' }, want: ['"""Says hello"""'] }],
  ['several lines', { given: { text: 'Says\n\n  hello\n' }, want: ['"""Says', '', '  hello', '"""'] }],
  ['nothing', { given: { text: '' }, want: [] }],
  ['what would end it', { given: { text: 'a """ b' }, want: ['"""a \\"\\"\\" b"""'] }],
  ['nothing but quotes', { given: { text: '""""' }, want: ['"""\\"\\"\\"\\""""'] }],
  ['quotes at its ends', { given: { text: '"Quoted"' }, want: ['"""\\"Quoted\\""""'] }],
  ['quotes at the ends of lines', { given: { text: '"a"\n"b"' }, want: ['"""\\"a"', '"b"', '"""'] }],
  ['backslashes', { given: { text: 'C:\\new \\' }, want: ['"""C:\\\\new \\\\"""'] }],
  ['text that runs the other way', { given: { text: '\u202eabc' }, want: ['"""\\\\u{202e}abc"""'] }],
  ['a deprecation', { given: { text: 'Old', deprecated: true }, want: ['"""Old', '', 'Deprecated.', '"""'] }],
])('%s', (_, { given, want }) => {
  expect(print(given)).toEqual(want);
});

test('parameters are broken where a line would be too long', () => {
  const text = 'The removal policy applied to the role when this resource is removed from the application.';
  expect(print({ text: 'Makes it.' }, [{ name: 'role', text }])).toEqual([
    '"""Makes it.',
    '',
    ':param role: The removal policy applied to the role when this resource is removed from the',
    '   application.',
    '"""',
  ]);
});
