/** A list that is not empty, so that there is always a word to pick. */
type Words = readonly [string, ...string[]];

/** Words that read well one after the other, such as "amber harbor". */
export const adjectives = split(
  'amber bright calm clear coral distant eager gentle golden green hidden honest light lucky mellow northern open patient quiet rapid ' +
    'silver steady sunny vivid warm western',
);

export const nouns = split(
  'anchor arrow beacon bridge canyon cedar cloud compass falcon forest garden harbor island lantern maple meadow mountain orchard pebble ' +
    'prairie river sparrow summit valley willow window',
);

export const firstNames = split(
  'Ada Alan Barbara Claude Dorothy Edsger Frances Grace Hedy Katherine Linus Margaret Radia Tim',
);
export const lastNames = split(
  'Allen Clarke Hamilton Hopper Johnson Lamarr Liskov Lovelace Perlman Shannon Turing Vaughan',
);
export const cities = split('Amsterdam Berlin Dublin Lisbon Lyon Melbourne Oslo Seattle Toronto Vienna');
export const countries = split('Australia Austria Canada France Germany Ireland Netherlands Norway Portugal');
export const colors = split('blue green orange purple red teal white yellow');

export const streets: Words = [
  '12 Harbor Street',
  '5 Garden Lane',
  '88 Orchard Road',
  '240 River Avenue',
  '31 Mill Lane',
];
export const companies: Words = [
  'Bright Harbor Ltd',
  'Cedar Works',
  'Northern Lantern',
  'Quiet River Co',
  'Silver Compass',
];

export const sentences: Words = [
  'A short text that says what this is about.',
  'Everything is in its place.',
  'The first of several that belong together.',
  'Ready when you are.',
  'This one was added last week.',
];

function split(text: string): Words {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
}
