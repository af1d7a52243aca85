import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load as parseYaml } from 'js-yaml';
import { documentationFormats } from '../../src/codegen/documentation/formats';
import { emitPackages, type Package } from '../../src/codegen/emit-packages';
import { availableLanguages, findLanguage } from '../../src/codegen/languages/registry';
import { isJsonObject, type Json } from '../../src/shared/json';
import { emitInput } from './emit-input';
import { gatewayDocumentOf, handled } from './generated-packages';
import { writeFiles } from './model-files';
import { readSpec } from './read-spec';

/** Texts that would end or change whatever they stand in, if they stood there as they are. */
export const hostileTexts: readonly string[] = [
  'a */ hostile() /* b',
  'a \\u002a\\u002f hostile() \\u000a b',
  '`${hostile()}` $' + '{hostile()} #{hostile()} {{hostile()}} %s {0}',
  '""" hostile() """',
  "''' hostile() '''",
  'quotes " and \' and ends with one"',
  'ends with a backslash \\',
  'ends with two \\\\',
  'lines\r\nhostile()\rhostile()\nhostile()\u2028hostile()\u2029hostile()\u0085hostile()\fhostile()\u000bhostile()',
  '\u202e)(elitsoh\u202c \u2066hostile\u2069 \u200f\u200b\ufeff',
  'null \u0000 escape \u001b[31m bell \u0007 delete \u007f',
  '<script>hostile()</script> <img src=x onerror=hostile()> ]]> --> &lt; <!-- </style>',
  '[link](javascript:hostile()) ![x](x" onerror="hostile()) <a href=javascript:hostile()>',
  '@param {@link hostile} @deprecated @throws :param x: \\N{BULLET} \\x00',
  '// hostile() # hostile() -- hostile()',
  'a lone surrogate \ud800 hostile()',
  '   ',
  '\n\n',
];

export interface EmittedFile {
  readonly path: string;
  /** With texts as people write them. */
  readonly plain: string;
  /** With hostile ones in the same places. */
  readonly hostile: string;
}

const specs = [
  '../support/pets.yaml',
  'streaming.yaml',
  'response-headers-of-every-type.yaml',
  'one-of-discriminator.yaml',
];

/** Everything that is generated from some specs of which every text that explains something is hostile. */
export function emitHostile(): readonly EmittedFile[] {
  return specs.flatMap((spec) => {
    const file = path.join(__dirname, '../specs', spec);
    const document = parseYaml(readFileSync(file, 'utf8')) as Json;
    const plain = emitAll(withTexts(document, () => 'A text.'));
    let index = 0;
    const hostile = new Map(emitAll(withTexts(document, () => hostileTexts[index++ % hostileTexts.length] ?? '')));
    return plain.map(([name, text]) => ({ path: `${spec}/${name}`, plain: text, hostile: hostile.get(name) ?? '' }));
  });
}

function emitAll(document: Json): (readonly [path: string, text: string])[] {
  const spec = readSpec(path.join(writeFiles({ 'model.json': document }), 'model.json'));
  if (spec === undefined) throw new Error('a document is not right any more with other texts');
  const packages = availableLanguages.flatMap((name): Package[] => {
    const { runtime, infrastructure, handlers } = findLanguage(name) ?? {};
    const emitters = { runtime, infrastructure, handlers };
    return Object.entries(emitters).flatMap(([kind, emit]) =>
      emit === undefined
        ? []
        : [{ folder: `${kind}/${name}`, emit: (input) => emit({ ...input, service: handled(spec.service, 1, name) }) }],
    );
  });
  const html = Object.entries(documentationFormats).map(([format, emit]) => ({
    folder: `documentation/${format}`,
    emit,
  }));
  const gatewayDocument = gatewayDocumentOf(spec);
  const input = emitInput(spec.service, { gatewayDocument, handlers: availableLanguages });
  return emitPackages([...packages, ...html], input).map((file) => [file.path, file.text]);
}

/** A document with a text wherever one may explain something. Titles of schemas are names in some languages, and left as they are. */
function withTexts(value: Json, next: () => string, key = ''): Json {
  if (Array.isArray(value)) return value.map((item) => withTexts(item, next));
  if (!isJsonObject(value) || key === 'examples' || key === 'example' || key === 'mapping') return value;
  const copy: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) copy[name] = withTexts(member, next, name);
  const isOf = (...names: readonly string[]) => names.some((name) => typeof value[name] === 'string');
  // A member that is called so, and not a text.
  const isFree = (name: string) => value[name] === undefined || typeof value[name] === 'string';
  const isExplained = isOf('description', 'type', 'in') || (isJsonObject(value.responses) && key !== 'components');
  if (isExplained && isFree('description') && key !== 'items') copy.description = next();
  if (isJsonObject(value.responses) && key !== 'components') copy.summary = next();
  if (key === 'info') copy.description = copy.title = next();
  return copy;
}
