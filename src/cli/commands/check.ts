import { readModel } from '../../codegen/generate';
import { availableLanguages } from '../../codegen/languages/registry';
import { measureGatewayDocument } from '../../openapi/gateway/derive';
import { type Diagnostic, Diagnostics, UsageError } from '../../shared/diagnostics';
import { oneOf, parseOptions } from '../arguments';
import { countDiagnostics, reportGrouped, severityCounts } from '../report';
import { readWorkspace } from '../workspace-file';

const options = { model: { type: 'string' }, format: { type: 'string' } } as const;

/** `type-safe-api check`: reports everything that is wrong with a model, and what API Gateway will not enforce. */
export async function check(args: readonly string[]): Promise<void> {
  const values = parseOptions(args, options);
  const format = oneOf('format', values.format ?? 'text', ['text', 'json']);
  const diagnostics = new Diagnostics();
  const cwd = process.cwd();
  const workspace = values.model === undefined ? readWorkspace(cwd, 'name the model with --model FILE') : undefined;
  const model = values.model ?? workspace?.model.file ?? '';
  const languages =
    workspace === undefined
      ? availableLanguages
      : [...workspace.runtime, ...workspace.handlers, workspace.infrastructure];
  const reading = readModel({ model, cwd, handlers: workspace?.handlers ?? [], languages }, diagnostics);
  if (reading !== undefined && !diagnostics.hasErrors) {
    const { gatewayDocument, document } = reading;
    for (const diagnostic of measureGatewayDocument(gatewayDocument, document.place)) diagnostics.add(diagnostic);
  }
  if (format === 'json') console.log(JSON.stringify(toJson(diagnostics.all), undefined, 2));
  else if (diagnostics.all.length === 0) console.log(`${model}: no problems`);
  else reportGrouped(diagnostics.all);
  if (diagnostics.hasErrors) throw new CheckFailed();
}

/** Everything is said already. */
class CheckFailed extends UsageError {
  constructor() {
    super('');
  }
}

function toJson(diagnostics: readonly Diagnostic[]) {
  return { summary: countDiagnostics(diagnostics), counts: severityCounts(diagnostics), diagnostics };
}
