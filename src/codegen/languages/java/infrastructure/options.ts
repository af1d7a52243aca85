import type { SourceFile } from '../../../emit/source-file';
import { type Code, type CodeSymbol, code, lengthOf } from '../../../emit/symbol';
import { type ConstructProp, type ConstructType, javaName } from '../../construct-api';
import { printDoc } from '../javadoc';
import { methodName } from '../names';
import { javaFile, javaType, lineLength, method } from '../source';
import { construct, jsiiBuilder } from './symbols';

/** A class with a method for every prop of a construct, which the builders of the construct and of its props extend. */
export interface Options {
  /** `ApiOptions` */
  readonly name: string;
  /** `ApiProps`, what the builders make. */
  readonly props: string;
  readonly about: string;
  /** The props of the construct library that the options are of: its builder takes them over. */
  readonly of: CodeSymbol;
  readonly methods: readonly ConstructProp[];
}

/** Prints the class; `body` prints what it has besides the methods, a method `props` among it. */
export function emitOptions(
  javaPackage: string,
  { name, about, of, methods }: Options,
  body: (file: SourceFile) => void,
): SourceFile {
  const file = javaFile(javaPackage, name);
  printDoc(file, { text: about, tags: ['@param <B> the builder that extends this'] });
  file.block(code`abstract class ${name}<B extends ${name}<B>> extends Settings<${of}.Builder, B> {`, '}', () => {
    body(file);
    for (const each of methods) {
      file.blank();
      emitSetter(file, each);
    }
  });
  return file;
}

function emitSetter(file: SourceFile, { name, type, docs, deprecated }: ConstructProp): void {
  const see = 'owner' in docs ? [`@see ${qualifiedName(docs.owner)}`] : [];
  const discouraged = '@deprecated the CDK discourages it, and says in its own documentation what to use';
  printDoc(file, {
    text: 'summary' in docs ? docs.summary : '',
    tags: [...see, ...(deprecated ? [discouraged] : [])],
  });
  if (deprecated) file.line`@Deprecated`;
  const member = methodName(name);
  method(file, code`public B ${member}(${parameterType(type)} ${member})`, [
    code`return set(props -> props.${member}(${member}));`,
  ]);
}

function qualifiedName(fqn: string): string {
  const { package: javaPackage, name } = javaName(fqn);
  return `${javaPackage}.${name}`;
}

/** As jsii has it for a method that takes a value: what a list or a map has may be of a subtype. */
function parameterType(type: ConstructType): Code {
  if ('array' in type) return code`${javaType('List', 'java.util')}<${elementType(type.array)}>`;
  if ('map' in type) return code`${javaType('Map', 'java.util')}<String, ${elementType(type.map)}>`;
  if ('fqn' in type) {
    const { package: javaPackage, name } = javaName(type.fqn);
    return code`${javaType(name, javaPackage)}`;
  }
  return primitives[type.primitive];
}

function elementType(type: ConstructType): Code {
  return 'primitive' in type ? parameterType(type) : code`? extends ${parameterType(type)}`;
}

const primitives = {
  any: code`Object`,
  boolean: code`Boolean`,
  date: code`${javaType('Instant', 'java.time')}`,
  json: code`${javaType('ObjectNode', 'com.fasterxml.jackson.databind.node')}`,
  number: code`Number`,
  string: code`String`,
};

/** Prints the builder of props. */
export function emitPropsBuilder(file: SourceFile, { name, props }: Pick<Options, 'name' | 'props'>): void {
  printDoc(file, { text: 'Collects the props, in any order.' });
  emitBuilder(file, name, props, () => {
    file.line`private Builder() {}`;
    emitBuild(file, props, code`props()`);
  });
}

/** Prints the builder of a construct, in place of the one that it would inherit, which makes the construct that it extends. */
export function emitConstructBuilder(file: SourceFile, of: string, { name }: Pick<Options, 'name'>): void {
  printDoc(file, { text: 'Collects the props, in any order, and makes the construct.' });
  emitBuilder(file, name, of, () => {
    file.line`private final ${construct} scope;`;
    file.line`private final String id;`;
    file.blank();
    method(file, code`private Builder(${construct} scope, String id)`, [
      code`this.scope = scope;`,
      code`this.id = id;`,
    ]);
    file.blank();
    printDoc(file, { text: 'Starts with no props.' });
    method(file, code`public static Builder create(${construct} scope, String id)`, [
      code`return new Builder(scope, id);`,
    ]);
    emitBuild(file, of, code`new ${of}(scope, id, props())`);
  });
}

function emitBuilder(file: SourceFile, options: string, of: string, body: () => void): void {
  const start = code`public static final class Builder extends ${options}<Builder>`;
  const end = code`implements ${jsiiBuilder}<${of}> {`;
  const fits = 2 + lengthOf(start) + 1 + lengthOf(end) <= lineLength;
  file.block(fits ? code`${start} ${end}` : code`${start}\n    ${end}`, '}', body);
}

function emitBuild(file: SourceFile, of: string, built: Code): void {
  file.blank();
  file.line`@Override`;
  method(file, code`public ${of} build()`, [code`return ${built};`]);
  file.blank();
  file.line`@Override`;
  method(file, code`Builder self()`, [code`return this;`]);
}
