import { docComment } from '../../../src/codegen/emit/doc-comment';

test.each([
  ['nothing', { text: '' }, []],
  ['a line', { text: 'A pet.' }, ['/** A pet. */']],
  ['several lines', { text: '\nA pet.\r\n\n  Or two.  \n\n' }, ['/**', ' * A pet.', ' *', ' *   Or two.', ' */']],
  ['what would end the comment', { text: 'a */ b' }, ['/** a *\\/ b */']],
  ['bidirectional text', { text: 'a\u202eb' }, ['/** a\\u{202e}b */']],
  ['separators that end a line in JavaScript', { text: 'a\u2028b' }, ['/**', ' * a', ' * b', ' */']],
  ['a deprecation', { text: 'A.', deprecated: true }, ['/**', ' * A.', ' * @deprecated', ' */']],
  ['tags', { tags: ['@default 1'] }, ['/** @default 1 */']],
])('%s', (_, doc, want) => {
  expect(docComment(doc)).toEqual(want);
});
