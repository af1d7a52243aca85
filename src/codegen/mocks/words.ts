/** A list that is not empty, so that there is always a word to pick. */
export type Words = readonly [string, ...string[]];

/** Words that read well one after the other, such as "amber harbor". */
export const adjectives = split(
  'amber bright calm clear coral distant eager gentle golden green hidden honest light lucky mellow northern open patient quiet rapid ' +
    'silver steady sunny vivid warm western',
);

export const nouns = split(
  'anchor arrow beacon bridge canyon cedar cloud compass falcon forest garden harbor island lantern maple meadow mountain orchard pebble ' +
    'prairie river sparrow summit valley willow window',
);

export const colors = split('blue green orange purple red teal white yellow');

export const sentences: Words = [
  'A short text that says what this is about.',
  'Everything is in its place.',
  'The first of several that belong together.',
  'Ready when you are.',
  'This one was added last week.',
];

/** Words with spaces between them. */
export function split(text: string): Words {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
}
