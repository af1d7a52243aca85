import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import type { Service } from '../../src/codegen/model/service';
import { readService } from '../../src/codegen/read';
import { loadModel, type ModelDocument } from '../../src/openapi';
import { Diagnostics } from '../../src/shared/diagnostics';

const folder = path.resolve(__dirname, '..', 'specs');

export interface ReadSpec {
  readonly document: ModelDocument;
  readonly service: Service;
}

/** A document of test/specs, or any other by its path; nothing for one with errors. */
export function readSpec(file: string): ReadSpec | undefined {
  const diagnostics = new Diagnostics();
  const document = loadModel(path.resolve(folder, file), { cwd: folder, diagnostics });
  if (document === undefined) return undefined;
  const service = readService(document, diagnostics);
  return diagnostics.hasErrors ? undefined : { document, service };
}

/** The documents of test/specs that have no errors, by their names without the ending. */
export function readSpecs(): ReadonlyMap<string, ReadSpec> {
  const specs = new Map<string, ReadSpec>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const spec = readSpec(file);
    if (spec !== undefined) specs.set(file.replace(/\.yaml$/, ''), spec);
  }
  return specs;
}

/** GitHub's REST API. */
export function readGitHub(): ReadSpec {
  return required(require.resolve('@octokit/openapi/generated/api.github.com.json'));
}

/** Scalar's example of every feature. */
export function readGalaxy(): ReadSpec {
  return required(path.join(path.dirname(require.resolve('@scalar/galaxy')), 'latest.json'));
}

function required(file: string): ReadSpec {
  const spec = readSpec(file);
  if (spec === undefined) throw new Error(`${file} has errors`);
  return spec;
}
