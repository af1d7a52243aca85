/** The object `a` beside objects such as `a/b`: where `a` is a folder, it is this file in it. */
export const self = '%self';

/** Ends the name of a folder that holds the rest of a segment that is too long for one name. */
const continued = '%+';

/** A segment without text, as in `a//b` and at the end of `a/`. */
const empty = '%_';

/** Bytes of a name: what file systems take, less what is added to names here. */
const longest = 200;

/**
 * The names of the folders and of the file for one segment of a key. Segments are names as they are, unless a file system would refuse or
 * misread them: then what is wrong with them is percent-encoded.
 * @param whole Encodes more, for file systems that take `A` and `a` for the same.
 */
export function namesOf(segment: string, whole = false): readonly string[] {
  return segment === '' ? [empty] : chunks(encode(segment, whole ? confused : refused));
}

/** The name that a file of the segment has when a person put it there; nothing when that name would mean something else. */
export function literalNameOf(segment: string): string | undefined {
  const isName = segment !== '' && segment !== self && !/^\.{1,2}$|[/\\]|\p{Cc}/u.test(segment);
  return isName && keyOf([segment]) === segment ? segment : undefined;
}

/** The key of a file, from the names of its folders and its own. */
export function keyOf(names: readonly string[]): string {
  const segments: string[] = [];
  let started = '';
  for (const name of names.at(-1) === self ? names.slice(0, -1) : names) {
    if (name.endsWith(continued)) {
      started += name.slice(0, -continued.length);
    } else {
      segments.push(segmentOf(started + name));
      started = '';
    }
  }
  return segments.join('/');
}

/** What a name was encoded from; a name that is no such encoding stands for itself. */
function segmentOf(name: string): string {
  if (name === empty) return '';
  const segment = decode(name);
  return encode(segment) === name || encode(segment, confused) === name ? segment : name;
}

/** What file systems refuse, or read as something else. */
const refused = /[\p{Cc}%/\\:*?"<>|]/gu;

/** The same, all whose case or form is not kept apart everywhere, and the first character, so that small letters differ from capitals. */
const confused = /^.|[\p{Cc}%/\\:*?"<>|A-Z]|[^\p{ASCII}]/gu;

/** Windows has names that are devices, and drops points and blanks at the end of a name. */
function encode(segment: string, pattern = refused): string {
  if (/^\.+$/.test(segment)) return segment.replaceAll('.', '%2E');
  return segment
    .replace(pattern, percent)
    .replace(/[. ]$/, percent)
    .replace(/^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))./i, percent);
}

function percent(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Cuts a name that is too long between characters. */
function chunks(name: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const [character] of name.matchAll(/%[0-9A-F]{2}|./gsu)) {
    if (Buffer.byteLength(part + character) > longest) {
      parts.push(part + continued);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
