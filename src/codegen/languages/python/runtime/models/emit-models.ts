import type { GeneratedFile } from '../../../../emit/generated-file';
import type { SourceFile } from '../../../../emit/source-file';
import { code } from '../../../../emit/symbol';
import { importLines, moduleText, pythonFile, relativeModule, sortExports } from '../../source';
import { emitInit } from './init-file';
import type { ModelClass, NamedTypeNames, PythonModels } from './names';
import { printAlias } from './print-alias';
import { printCheckConstant } from './print-check';
import { printClass } from './print-class';

/** The modules of the models, with paths relative to the folder of the runtime's module. */
export function* emitModels(models: PythonModels): Iterable<GeneratedFile> {
  const { service, names } = models;
  const homes = new Map<string, string[]>();
  for (const name of service.shapes.keys()) {
    const model = names.model(name);
    homes.set(model.home, [...(homes.get(model.home) ?? []), name]);
    if (model.home !== model.module) yield file(model.module, reexports(model));
  }
  for (const [home, circle] of homes) {
    const about = `${circle.map((name) => names.model(name).type).join(', ')}: what is allowed, and how it is checked.`;
    const classes = circle.flatMap((name) => [...names.inlineOf(name), names.classOfModel(name)]);
    yield file(home, moduleText(about, modelModule(home, classes, models).text()));
  }
  for (const { operation, module, classes } of names.operations) {
    const about = `What ${operation.id} takes and answers that has no name in the model.`;
    yield file(module, moduleText(about, modelModule(module, classes, models).text()));
  }
  yield file('models/__init__', emitInit(models));
}

function file(module: string, text: string): GeneratedFile {
  return { path: `${module}.py`, owner: 'generated', text };
}

/** What is declared in a module of another name, since it is part of a circle. */
function reexports({ home, module, type, requestType, check, requestCheck }: NamedTypeNames): string {
  const exported = sortExports([...new Set([type, requestType, check, requestCheck])]);
  const lines = [
    'from __future__ import annotations',
    '',
    ...importLines(relativeModule(module, home), exported),
    '',
    '__all__ = [',
    ...exported.map((name) => `    "${name}",`),
    ']',
  ];
  return moduleText(`${type}, which is declared with what it refers to.`, `${lines.join('\n')}\n`);
}

/** The types, then the checks: those may need any of the types. */
function modelModule(path: string, classes: readonly ModelClass[], models: PythonModels): SourceFile {
  const module = pythonFile(path);
  for (const { names } of classes) {
    module.declare(names.type, names.requestType, names.check, names.requestCheck);
  }
  let isBehindClass = false;
  for (const each of classes) {
    for (const direction of each.directions) {
      const fields = models.names.fields.of(each.shape);
      if (isBehindClass && fields === undefined) module.print(code``);
      if (fields === undefined) printAlias(module, each, direction, models);
      else printClass(module, each, fields, direction, models);
      isBehindClass = fields !== undefined;
    }
  }
  module.blank();
  module.print(code``);
  for (const each of classes) {
    for (const direction of each.directions) printCheckConstant(module, each, direction, models);
  }
  return module;
}
