import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { code } from '../../src/codegen/emit/symbol';
import { checkOf, emitModels, javaModels, readOf } from '../../src/codegen/languages/java/runtime/models';
import { javaFile, javaType, method, quote, toClassFile } from '../../src/codegen/languages/java/source';
import type { Service } from '../../src/codegen/model/service';
import { writeFiles } from './generated-packages';
import { testPackages } from './java-runtimes';

const directions = ['request', 'response'] as const;

/**
 * Writes the models of a service, which use the support as it stands in this repository, and a class `Entries` that adds all named schemas to a driver
 * (test/codegen/languages/java/runtime/Driver.java) by `<name>/<schema>/<direction>`; the Java package of that class.
 */
export function writeJavaModels(service: Service, name: string, folder: string): string {
  const packages = testPackages(name);
  const models = javaModels(service, packages);
  writeFiles(emitModels(models), folder);
  const file = javaFile(packages.base, 'Entries');
  file.block(code`public final class Entries {`, '}', () => {
    file.line`private Entries() {}`;
    file.blank();
    const driver = javaType('Driver', 'com.example.driver');
    const lines = [...service.shapes.keys()].flatMap((target) =>
      directions.map((direction) => {
        const shape = { kind: 'reference', target } as const;
        const json = javaType('Json', packages.support);
        const there = code`node -> ${json}.write(${readOf(shape, code`node`, models)})`;
        return code`driver.add(${quote(`${name}/${target}/${direction}`)}, ${checkOf(shape, direction, models)}, ${there});`;
      }),
    );
    method(file, code`public static void addTo(${driver} driver)`, lines);
  });
  writeFiles([toClassFile(file, 'Entries')], folder);
  return packages.base;
}

/** Writes the program that answers for some services, by the Java packages of their entries; its source files. */
export function writeDriver(javaPackages: readonly string[], folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const main = path.join(folder, 'Main.java');
  const calls = javaPackages.map((each) => `    ${each}.Entries.addTo(driver);\n`).join('');
  const text = `package com.example.driver;

public final class Main {
  private Main() {}

  public static void main(String[] args) throws java.io.IOException {
    Driver driver = new Driver();
${calls}    driver.run(java.nio.file.Path.of(args[0]), java.nio.file.Path.of(args[1]));
  }
}
`;
  writeFileSync(main, text);
  return [main, path.join(__dirname, '../codegen/languages/java/runtime/Driver.java')];
}
