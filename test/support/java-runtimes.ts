import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Code, code, join } from '../../src/codegen/emit/symbol';
import { emitApi } from '../../src/codegen/languages/java/runtime';
import { clientClasses } from '../../src/codegen/languages/java/runtime/client';
import { readBody } from '../../src/codegen/languages/java/runtime/operation-bodies';
import { successOf } from '../../src/codegen/languages/java/runtime/operation-call';
import {
  createContext,
  type NamedOperation,
  namedOperations,
  nested,
  type RuntimeContext,
} from '../../src/codegen/languages/java/runtime/operation-context';
import { hasInput } from '../../src/codegen/languages/java/runtime/operation-types';
import { javaRuntimePackages, type RuntimePackages } from '../../src/codegen/languages/java/runtime/packages';
import { supportFiles } from '../../src/codegen/languages/java/runtime/support-files';
import { javaFile, javaType, quote, toClassFile } from '../../src/codegen/languages/java/source';
import type { Service } from '../../src/codegen/model/service';
import { writeFiles } from './generated-packages';
import { javaFiles } from './java-packages';

const assets = path.join(__dirname, '../../assets/java/runtime');
const harness = path.join(__dirname, '../conformance/java');

/** The parts of the runtime that are the same for every API, which tests compile once for all of them. */
export function sharedSources(): string[] {
  return ['support', 'interceptors', 'powertools'].flatMap((part) => javaFiles(path.join(assets, part)));
}

/** The packages of the runtime of a spec, which uses the shared parts as they stand in this repository. */
export function testPackages(name: string): RuntimePackages {
  const own = javaRuntimePackages(name, `com.example.${name.replaceAll(/\W/g, '_')}`);
  const shared = 'com.example.runtime';
  const interceptors = `${shared}.interceptors`;
  return { ...own, support: `${shared}.support`, interceptors, powertools: `${interceptors}.powertools` };
}

/** Writes the runtime of a spec, and a class `Subjects` that adds its operations to the harness by `<name> <operation>`. */
export function writeJavaRuntime(service: Service, name: string, folder: string): RuntimePackages {
  const packages = testPackages(name);
  writeFiles([...supportFiles(packages, ['client', 'testing']), ...emitApi(service, packages)], folder);
  const context = createContext(service, packages);
  const file = javaFile(packages.base, 'Subjects');
  file.block(code`public final class Subjects {`, '}', () => {
    file.line`private Subjects() {}`;
    for (const [index, named] of namedOperations(context).entries()) {
      file.blank();
      const main = javaType('Harness', 'com.example.harness');
      file.block(code`static void add${index}(${main} harness) {`, '}', () => {
        file.line`harness.add(${quote(`${name} ${named.operation.id}`)}, ${subjectOf(named, context)});`;
      });
    }
    file.blank();
    file.block(code`public static void addTo(${javaType('Harness', 'com.example.harness')} harness) {`, '}', () => {
      for (const index of service.operations.keys()) file.line`add${index}(harness);`;
    });
  });
  writeFiles([toClassFile(file, 'Subjects')], folder);
  return packages;
}

/** Writes the program that serves and calls the operations of some packages; its sources. */
export function writeHarness(packages: readonly RuntimePackages[], folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const main = path.join(folder, 'Main.java');
  const calls = packages.map(({ base }) => `    ${base}.Subjects.addTo(harness);\n`).join('');
  writeFileSync(
    main,
    `package com.example.harness;

public final class Main {
  private Main() {}

  public static void main(String[] args) throws java.io.IOException {
    Harness harness = new Harness();
${calls}    harness.run();
  }
}
`,
  );
  return [main, ...readdirSync(harness).map((file) => path.join(harness, file))];
}

/** An operation, as users would handle and call it. */
function subjectOf(named: NamedOperation, context: RuntimeContext): Code {
  const { operation, names } = named;
  const { type } = names;
  const own = (suffix: string) => nested(`${type}${suffix}`, named, context);
  const handler = javaType(type, context.packages.handlers);
  const parameters = operation.parameters.length === 0 ? 'null' : 'request.requestParameters()';
  const body = operation.body === undefined ? 'null' : 'request.body()';
  const isThere = operation.body === undefined ? 'false' : 'request.invocation().body() != null';
  const interceptor = javaType('Interceptor', context.packages.support);
  const list = javaType('List', 'java.util');
  return code`new ${javaType('Subject', 'com.example.harness')}<${own('Response')}>(
    ${own('Call')}.CALL,
    answering -> new ${handler}() {
      @Override
      public ${type}Response handle(${type}Request request) {
        return answering.answer(${parameters}, ${body}, ${isThere});
      }

      @Override
      protected ${list}<${interceptor}> interceptors() {
        return ${list}.of();
      }
    },
    (url, given) -> ${clientCall(named, context, false)},
    (url, given) -> ${clientCall(named, context, true)},
    (handler, given) -> ${invocation(named, context)})`;
}

function clientCall(named: NamedOperation, context: RuntimeContext, isAsync: boolean): Code {
  const { operation, names } = named;
  const { client } = context.packages;
  // Whichever class has it.
  const [api = ''] = [...clientClasses(namedOperations(context))].findLast(([, members]) =>
    members.some((each) => each.operation.id === operation.id),
  ) ?? ['DefaultApi'];
  const type = javaType(`${isAsync ? 'Async' : ''}${api}`, client);
  const input = inputOf(named, context);
  const call = code`${type}.create(url).${names.member}(${input})`;
  const success = successOf(named, context, (name) => nested(name, named, context)).type;
  return !isAsync && success.text === 'Void' ? code`{ ${call}; return null; }` : call;
}

/** As tests call handlers. */
function invocation(named: NamedOperation, context: RuntimeContext): Code {
  const { handlers, testing } = context.packages;
  const input = hasInput(named.operation) ? code`, ${inputOf(named, context)}` : '';
  const handler = code`(${javaType(named.names.type, handlers)}) handler`;
  return code`${javaType('Invoke', testing)}.${named.names.member}(${handler}${input})`;
}

function inputOf(named: NamedOperation, context: RuntimeContext): Code {
  const { operation, names } = named;
  const { support } = context.packages;
  const args = [
    ...(operation.parameters.length === 0
      ? []
      : [
          code`${javaType('Json', support)}.read(given.parameters(), ${nested(`${names.type}RequestParameters`, named, context)}.class)`,
        ]),
    ...(operation.body === undefined ? [] : [bodyOf(named, context)]),
  ];
  return hasInput(operation) ? code`new ${nested(`${names.type}Input`, named, context)}(${join(args, ', ')})` : code``;
}

function bodyOf(named: NamedOperation, context: RuntimeContext): Code {
  const contents = named.operation.body?.contents ?? [];
  const type = nested(`${named.names.type}RequestBody`, named, context);
  const read = readBody(contents, { type, source: 'given', isStreamed: false }, context);
  return contents.length === 1 ? read : code`given.body() == null ? null : ${read}`;
}
