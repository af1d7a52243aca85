import { inlineMarkdown, markdown } from '../../../src/codegen/documentation/html/markdown';

test.each<[string, { given: string; want: string }]>([
  ['paragraphs', { given: 'One.\n\nTwo\nlines.', want: '<p>One.</p><p>Two\nlines.</p>' }],
  ['headings, as small ones', { given: '# Title\ntext', want: '<h4>Title</h4><p>text</p>' }],
  ['lists', { given: '- one\n- two\n  more', want: '<ul><li>one</li><li>two more</li></ul>' }],
  ['numbered lists', { given: '1. one\n2. two', want: '<ol><li>one</li><li>two</li></ol>' }],
  [
    'a list after a paragraph',
    { given: 'Either:\n* this\n* that', want: '<p>Either:</p><ul><li>this</li><li>that</li></ul>' },
  ],
  ['fenced code', { given: 'a\n```js\nx < 1\n```\nb', want: '<p>a</p><pre><code>x &lt; 1</code></pre><p>b</p>' }],
  ['markup as text', { given: '<script>alert(1)</script>', want: '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>' }],
  ['code with markup as text', { given: '`<b>`', want: '<p><code>&lt;b&gt;</code></p>' }],
])('shows %s', (_, { given, want }) => {
  expect(markdown(given).markup).toBe(want);
});

test.each<[string, { given: string; want: string }]>([
  [
    'links to the web',
    {
      given: '[docs](https://example.com/?a=1&b)',
      want: '<a href="https://example.com/?a=1&amp;b" rel="noreferrer">docs</a>',
    },
  ],
  ['no links to scripts', { given: '[x](javascript:alert(1))', want: '[x](javascript:alert(1))' }],
  [
    'no way out of an attribute',
    {
      given: '[x](https://e.com/"onclick="a)',
      want: '<a href="https://e.com/&quot;onclick=&quot;a" rel="noreferrer">x</a>',
    },
  ],
  ['emphasis', { given: '**very** *much* so', want: '<strong>very</strong> <em>much</em> so' }],
  ['names with underscores as they are', { given: 'per_page and page_size', want: 'per_page and page_size' }],
  ['asterisks of a product', { given: '2 * 3 * 4', want: '2 * 3 * 4' }],
])('knows %s', (_, { given, want }) => {
  expect(inlineMarkdown(given).markup).toBe(want);
});
