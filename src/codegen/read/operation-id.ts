/** Characters that identifiers of TypeScript, Python and Java all may have: letters, digits and marks of any script. */
const wordCharacters = /[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}]+/gu;

/**
 * Makes a camelCase identifier of a name: `repos/list-for-org` becomes reposListForOrg, `SayHello` becomes sayHello, `HTTPGet` becomes
 * httpGet. Nothing, if no character of the name can be part of one. Normalised as Python normalises identifiers, so that two that are one
 * there are found to collide.
 */
export function toIdentifier(name: string): string | undefined {
  const words = name.normalize('NFKC').replace(/['’]/g, '').match(wordCharacters) ?? [];
  const joined = words
    .map((word) => word.replace(/^[\p{Mn}\p{Mc}]+/u, ''))
    .filter((word) => word !== '')
    .map((word, index) => (index === 0 ? decapitalised(word) : capitalised(word)))
    .join('');
  if (joined === '') return undefined;
  return /^\p{Nd}/u.test(joined) ? `op${joined}` : joined;
}

/** The identifier of an operation without an id: GET /users/{userId} becomes getUsersByUserId. */
export function deriveIdentifier(method: string, path: string): string {
  const words = path
    .split('/')
    .filter((segment) => segment !== '')
    .flatMap((segment) => segment.split(/(?=\{)|(?<=\})/))
    .map((part) => (part.startsWith('{') ? `by ${part.slice(1, -1)}` : part));
  const identifier = toIdentifier([method, ...(words.length === 0 ? ['root'] : words)].join(' '));
  return identifier ?? method;
}

/** What two identifiers must not have in common: files and functions of other spellings are made of it. */
export function collisionKey(identifier: string): string {
  return identifier.toLowerCase();
}

/** The first word in lower case: all of a run of capitals but the one that starts the next word. */
function decapitalised(word: string): string {
  return word.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u, (capitals) => capitals.toLowerCase());
}

function capitalised(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}
