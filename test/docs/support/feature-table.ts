import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Reading, readModel } from '../../../src/codegen/generate';
import { typescript } from '../../../src/codegen/languages/typescript';
import { type Diagnostic, Diagnostics } from '../../../src/shared/diagnostics';
import { emitInput } from '../../support/emit-input';
import { readSpecs } from '../../support/read-spec';
import { type Feature, features } from './features';

const versions = ['3.0.3', '3.1.0'] as const;

/** What becomes of a feature in one version of OpenAPI. */
interface Outcome {
  readonly reading: Reading | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The rows of each table of features: every cell is found by generating from a model that has the feature. */
export function featureRows(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const specs = new Map([...readSpecs()].map(([name, { document }]) => [name, JSON.stringify(document.root)]));
  const directory = mkdtempSync(path.join(tmpdir(), 'type-safe-api-'));
  try {
    return new Map(
      [...features].map(([name, group]) => [name, group.map((feature) => rowOf(feature, directory, specs))]),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export const featureHead = ['feature', '3.0', '3.1', 'in TypeScript', 'validated by API Gateway', 'specs that show it'];

function rowOf(feature: Feature, directory: string, specs: ReadonlyMap<string, string>): string[] {
  const outcomes = versions.map((version) => outcomeOf(feature, version, directory));
  const [accepted] = outcomes.filter((outcome) => !isRefused(outcome)).reverse();
  const shown = [...specs].filter(([, text]) => feature.found.test(text)).map(([name]) => name);
  const examples = shown.slice(0, 3).map((name) => `\`${name}\``);
  return [
    feature.name,
    ...outcomes.map(statusOf),
    accepted === undefined ? '' : typeOf(feature, accepted),
    accepted === undefined ? '' : enforcementOf(accepted),
    `${examples.join(', ')}${shown.length > 3 ? ' …' : ''}`,
  ];
}

function outcomeOf(feature: Feature, openapi: string, directory: string): Outcome {
  const model = path.join(directory, 'api.json');
  writeFileSync(model, JSON.stringify(modelOf(feature, openapi)));
  const diagnostics = new Diagnostics();
  const reading = readModel({ model, cwd: directory, handlers: [] }, diagnostics);
  return { reading, diagnostics: diagnostics.all };
}

function modelOf({ schema, operation = {} }: Feature, openapi: string): object {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Probe' } } };
  const route = JSON.stringify(operation).includes('"in":"path"') ? '/probe/{p}' : '/probe';
  const body = schema === undefined ? {} : { requestBody: { required: true, content } };
  const responses = { 204: { description: 'OK' } };
  return {
    openapi,
    info: { title: 'Probe', version: '1' },
    paths: { [route]: { post: { operationId: 'probe', responses, ...body, ...operation } } },
    components: {
      ...(schema === undefined ? {} : { schemas: { Probe: schema } }),
      ...(operation.security === undefined ? {} : { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } }),
    },
  };
}

function isRefused({ diagnostics }: Outcome): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function statusOf({ diagnostics }: Outcome): string {
  const codes = (severity: string) =>
    diagnostics.filter((one) => one.severity === severity && !isOfGateway(one)).map(({ code }) => `\`${code}\``);
  const [error] = codes('error');
  if (error !== undefined) return `refused: ${error}`;
  const noted = [...new Set([...codes('warning'), ...codes('info')])];
  return noted.length === 0 ? 'yes' : `yes, ${noted.join(', ')}`;
}

function isOfGateway({ code }: Diagnostic): boolean {
  return code.startsWith('gateway-');
}

/** Whether API Gateway validates by it, and what is said of that. */
function enforcementOf({ diagnostics, reading }: Outcome): string {
  const codes = [...new Set(diagnostics.filter(isOfGateway).map(({ code }) => code))];
  const told = codes.map((code) => (code === 'gateway-not-enforced' ? `no: \`${code}\`` : `\`${code}\``));
  const paths = JSON.stringify(reading?.gatewayDocument.paths);
  if (told.length > 0) return told.join(', ');
  return /"requestBody":.*"schema":/.test(paths) ? 'yes' : '';
}

/** The type that is generated, on one line. */
function typeOf({ shows }: Feature, { reading }: Outcome): string {
  const files = reading === undefined ? [] : (typescript.runtime?.(emitInput(reading.service)) ?? []);
  for (const { path: file, text } of files) {
    if (!file.startsWith('types/') || file.includes('/support/')) continue;
    const alias = new RegExp(`export type ${shows} =([^;{}]*(?:\\{[^{}]*\\}[^;{}]*)*);\\n`).exec(text)?.[1];
    const members = new RegExp(`export interface ${shows} (\\{[\\s\\S]*?\\n\\})`).exec(text)?.[1];
    const found = alias ?? members;
    if (found !== undefined) return `\`${onOneLine(found)}\``;
  }
  return '';
}

function onOneLine(text: string): string {
  const prose = text.replace(/\/\*\*[\s\S]*?\*\//g, '');
  return prose
    .replace(/\s+/g, ' ')
    .replace(/;? \}/g, ' }')
    .replace(/^ ?\| /, '')
    .trim();
}
