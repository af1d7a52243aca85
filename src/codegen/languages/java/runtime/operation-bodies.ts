import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import type { Content } from '../../../model/service';
import { isStream, plainEventData } from '../../../model/streams';
import { printDoc } from '../javadoc';
import { method, quote } from '../source';
import { readOf, typeOf } from './models';
import { imported } from './models/symbols';
import { type RuntimeContext, support } from './operation-context';
import { mediaTypeNames } from './operation-names';

/** The type of a body; nothing where there is none. One of several media types has a type of its own. */
export function bodyType(contents: readonly Content[], ofSeveral: Code, context: RuntimeContext): Code | undefined {
  const [only] = contents;
  if (only === undefined) return undefined;
  return contents.length > 1 ? ofSeveral : contentType(only, context);
}

/** The type of the value of one media type. */
export function contentType(content: Content, context: RuntimeContext): Code {
  if (!isStream(content)) return typeOf(content.shape, context.models);
  return code`Iterable<${itemType(content, context)}>`;
}

/** The type of an item of a stream. */
export function itemType(content: Content, context: RuntimeContext): Code {
  const data = content.kind === 'events' ? plainEventData(content.shape) : undefined;
  if (data === undefined) return typeOf(content.shape, context.models);
  return code`${support('ServerSentEvent', context)}<${typeOf(data, context.models)}>`;
}

/** Prints the type of a body of several media types: a record for each. */
export function printBodyType(
  file: SourceFile,
  name: string,
  contents: readonly Content[],
  context: RuntimeContext,
): void {
  const names = mediaTypeNames(contents.map(({ mediaType }) => mediaType));
  printDoc(file, { text: 'A body of one of several media types.' });
  file.block(code`sealed interface ${name} extends ${support('BodyOfType', context)} {`, '}', () => {
    for (const [index, content] of contents.entries()) {
      const { mediaType } = content;
      if (index > 0) file.blank();
      printDoc(file, { text: `A body of \`${mediaType}\`.`, tags: ['@param value the body itself'] });
      const record = names.get(mediaType) ?? '';
      file.block(code`record ${record}(${contentType(content, context)} value) implements ${name} {`, '}', () => {
        file.line`@Override`;
        method(file, 'public String mediaType()', [code`return ${quote(mediaType)};`]);
      });
    }
  });
}

/** An expression that makes a body of what came: a tree, and the media type that it is of. */
export function readBody(
  contents: readonly Content[],
  { type, source, isStreamed }: { readonly type: Code; readonly source: string; readonly isStreamed: boolean },
  context: RuntimeContext,
): Code {
  const [only] = contents;
  const read = (content: Content) =>
    isStream(content) && isStreamed ? readItems(content, source, context) : readValue(content, source, context);
  if (only === undefined) return code`null`;
  if (contents.length === 1) return read(only);
  const names = mediaTypeNames(contents.map(({ mediaType }) => mediaType));
  const last = contents.length - 1;
  const cases = contents.map((content, index) => {
    const label = index === last ? 'default' : `case ${quote(content.mediaType)}`;
    return code`  ${label} -> new ${type}.${names.get(content.mediaType) ?? ''}(${read(content)});\n`;
  });
  return code`switch (${source}.mediaType()) {\n${cases}}`;
}

function readValue({ shape }: Content, source: string, { models }: RuntimeContext): Code {
  return readOf(shape, code`${source}.body()`, models);
}

function readItems(content: Content, source: string, context: RuntimeContext): Code {
  const data = content.kind === 'events' ? plainEventData(content.shape) : undefined;
  if (data === undefined) return code`${source}.items(item -> ${readOf(content.shape, code`item`, context.models)})`;
  const type = code`new ${imported.typeReference}<${itemType(content, context)}>() {}`;
  return code`${source}.items(item -> ${support('Json', context)}.read(item, ${type}))`;
}
