import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { githubApi } from '../api.mjs';
import { freshFolder } from '../folders.mjs';
import { middle, root, scratch } from '../measure.mjs';
import { asRatio, figure, heading } from '../report.mjs';

const require = createRequire(path.join(root, 'package.json'));

/** How fast the largest request body of GitHub's API is validated, against Ajv, both with compiled validators in one process. */
export async function validators() {
  const { document, operation, schema } = largestBody(JSON.parse(readFileSync(githubApi, 'utf8')));
  heading(`Validation of the largest request body of GitHub's API, of ${operation}`);
  const folder = freshFolder('validators');
  const model = path.join(folder, 'model.json');
  writeFileSync(model, JSON.stringify(document));
  const command = ['generate', '--model', model, '--output', folder, '--name', 'bench', '--runtime', 'typescript'];
  execFileSync(process.execPath, [path.join(root, 'lib/cli/main.js'), ...command], { stdio: 'pipe' });
  const ours = ourValidator(folder);
  const theirs = ajvValidator(document, schema);
  const valid = mockOf(model);
  const wrong = { ...valid, [Object.keys(valid)[0]]: null };
  for (const [what, value, verdict] of [
    ['valid', valid, true],
    ['invalid', wrong, false],
  ]) {
    for (const [name, validate] of [
      ['ours', ours],
      ['Ajv', theirs],
    ])
      if (validate(value) !== verdict) throw new Error(`${name} does not find that the body is ${what}`);
    const [here, ajv] = inTurns([() => ours(value), () => theirs(value)]);
    figure(`a body that is ${what}, ${JSON.stringify(value).length} characters`, perSecond(here), {
      note: `Ajv ${perSecond(ajv)}`,
    });
    figure('  ratio of times, here to Ajv', asRatio(ajv / here), { goal: '<= 1' });
  }
}

/** A document with nothing but the body, under the name Body, that has the most schemas in it. */
function largestBody(api) {
  const operations = Object.values(api.paths).flatMap((item) => Object.values(item));
  const bodies = operations.flatMap(({ operationId, requestBody }) => {
    const schema = requestBody?.content?.['application/json']?.schema;
    return schema === undefined ? [] : [{ operation: operationId, schema, size: schemasIn(schema, api) }];
  });
  const { operation, schema } = bodies.sort((a, b) => b.size - a.size)[0];
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Body' } } };
  const document = {
    openapi: api.openapi,
    info: api.info,
    paths: { '/body': { get: { operationId: 'getBody', responses: { 200: { description: 'It', content } } } } },
    components: { schemas: { ...api.components.schemas, Body: schema } },
  };
  return { document, operation, schema };
}

function schemasIn(schema, api, above = []) {
  if (typeof schema !== 'object' || schema === null) return 0;
  if (typeof schema.$ref === 'string') {
    const target = schema.$ref
      .split('/')
      .slice(1)
      .reduce((at, name) => at[name], api);
    return above.includes(target) ? 0 : schemasIn(target, api, [...above, target]);
  }
  return 1 + Object.values(schema).reduce((sum, member) => sum + schemasIn(member, api, above), 0);
}

function ourValidator(folder) {
  const entry = path.join(folder, 'generated/runtime/typescript/esm/models/body.js');
  const bundle = path.join(folder, 'body.cjs');
  require('esbuild').buildSync({
    entryPoints: [entry],
    bundle: true,
    outfile: bundle,
    format: 'cjs',
    platform: 'node',
  });
  const { validateBody } = require(bundle);
  return (value) => {
    const report = [];
    validateBody(value, '', report);
    return report.length === 0;
  };
}

function ajvValidator(document, schema) {
  const { default: Ajv } = require('ajv-draft-04');
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  require('ajv-formats').default(ajv);
  return ajv.compile({ ...schema, components: document.components });
}

/** The value that mocks of the body have. */
function mockOf(model) {
  const { readModel } = require(path.join(root, 'lib/codegen/generate.js'));
  const { mockResponses } = require(path.join(root, 'lib/codegen/mocks/mock-responses.js'));
  const { Diagnostics } = require(path.join(root, 'lib/shared/diagnostics.js'));
  const { service } = readModel({ model, cwd: root, handlers: [] }, new Diagnostics());
  return mockResponses(service).responses.getBody['200'].body;
}

/** Calls a second of each of some functions in turns, five times, after one to warm up. Gives the medians. */
function inTurns(functions) {
  const rates = functions.map(() => []);
  for (let round = 0; round < 6; round += 1) {
    for (const [index, run] of functions.entries()) {
      const start = performance.now();
      let calls = 0;
      for (; performance.now() - start < 500; calls += 100) for (let call = 0; call < 100; call += 1) run();
      if (round > 0) rates[index].push((calls * 1000) / (performance.now() - start));
    }
  }
  return rates.map(middle);
}

const perSecond = (rate) => `${Math.round(rate / 1000)} k/s`;
