import path from 'node:path';
import type { Operation } from '../../src/codegen/model/service';
import { readService } from '../../src/codegen/read';
import { loadModel } from '../../src/openapi';
import { Diagnostics } from '../../src/shared/diagnostics';
import { specs } from './generated-runtime';

/** The operations of a spec, as the reader has them. */
export function operationsOf(spec: string): readonly Operation[] {
  const diagnostics = new Diagnostics();
  const document = loadModel(path.join(specs, spec), { cwd: specs, diagnostics });
  diagnostics.throwIfErrors();
  if (document === undefined) throw new Error(`${spec} cannot be read`);
  return readService(document, diagnostics).operations;
}
