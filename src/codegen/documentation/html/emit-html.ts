import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Json } from '../../../shared/json';
import type { GeneratedFile } from '../../emit/generated-file';
import type { EmitInput } from '../../languages/language';
import { JsonSizes } from '../../mocks/json-size';
import { type MockRequests, mockRequests } from '../../mocks/mock-requests';
import { type MockResponses, mockBodies, mockedContent } from '../../mocks/mock-responses';
import type { NamedShape, Operation, Response, Service } from '../../model/service';
import { anchors } from './anchors';
import { type Content, Html, html } from './html';
import { markdown } from './markdown';
import { operationView } from './operation-view';
import { aboutShape, type SchemaAnchors, typeLine } from './shape-view';

const untagged = 'Operations';
/** Examples on a page are there to be read; larger ones are made shorter, or left out. */
const largestExample = 1_500;

/** One page with everything in it: it needs no network, and opens from a disk. */
export function* emitHtml(input: EmitInput): Iterable<GeneratedFile> {
  yield { path: 'index.html', owner: 'generated', text: page(input).markup };
}

function page({ service, mocks, mockData }: EmitInput): Html {
  const operations = anchors(
    'op',
    service.operations.map(({ id }) => id),
  );
  const schemas = anchors('schema', service.shapes.keys());
  const responses = responseExamples(service, mocks(), mockData);
  const requests = mockRequests(service, mockData);
  const groups = grouped(service.operations);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${service.title}</title>
<style>${asset('style.css')}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the operations</a>
<nav aria-label="Contents">
<label for="filter">Filter</label>
<input id="filter" type="search" autocomplete="off" placeholder="name, method or path">
<p id="count" role="status"></p>
${[...groups].map(([tag, members]) => navigation(tag, members, operations))}
${service.shapes.size === 0 ? '' : schemaNavigation(schemas)}
</nav>
<main id="main">
<header><h1>${service.title} <small>${service.version}</small></h1>
${service.description === undefined ? '' : markdown(service.description)}</header>
${[...groups].map(
  ([tag, members]) => html`<section class="group"><h2>${tag}</h2>
${members.map((operation) => section(operation, { anchors: operations, schemas, responses, requests }))}</section>
`,
)}
${
  service.shapes.size === 0
    ? ''
    : html`<section class="group"><h2>Schemas</h2>
${[...service.shapes.values()].map((named) => schemaView(named, schemas))}</section>`
}
</main>
<script>${asset('script.js')}</script>
</body>
</html>
`;
}

interface SectionContext {
  readonly anchors: ReadonlyMap<string, string>;
  readonly schemas: SchemaAnchors;
  readonly responses: ResponseExample;
  readonly requests: MockRequests;
}

type ResponseExample = (operation: Operation, response: Response) => Json | undefined;

/** The mocks that the infrastructure has too, and smaller ones in place of those that are large. */
function responseExamples(service: Service, mocks: MockResponses, mockData: EmitInput['mockData']): ResponseExample {
  const sizes = new JsonSizes();
  const smaller = mockBodies(service, { ...mockData, largest: largestExample });
  return (operation, response) => {
    const body = mocks[operation.id]?.[String(response.status)]?.body;
    if (body === undefined || sizes.of(body) <= largestExample) return body;
    const content = mockedContent(response);
    return content === undefined ? undefined : smaller(operation, response, content).body;
  };
}

function section(operation: Operation, { anchors: ids, schemas, responses, requests }: SectionContext): Html {
  return operationView(operation, {
    schemas,
    anchor: ids.get(operation.id) ?? operation.id,
    responseExample: (response) => responses(operation, response),
    requestExample: requests.body(operation),
  });
}

function navigation(tag: string, members: readonly Operation[], operations: ReadonlyMap<string, string>): Content {
  return html`<details open><summary>${tag}</summary><ul>${members.map(
    ({ id, method, path: route }) => html`
<li><a href="#${operations.get(id) ?? id}" title="${method.toUpperCase()} ${route}"><span class="method ${method}">${method}</span> ${id}</a></li>`,
  )}
</ul></details>`;
}

function schemaNavigation(schemas: SchemaAnchors): Html {
  return html`<details><summary>Schemas</summary><ul>${[...schemas].map(
    ([name, anchor]) => html`
<li><a href="#${anchor}">${name}</a></li>`,
  )}
</ul></details>`;
}

function schemaView({ name, shape }: NamedShape, schemas: SchemaAnchors): Html {
  return html`<section class="schema" id="${schemas.get(name) ?? name}"><h3>${name}</h3>
<p class="type">${typeLine(shape, schemas)}</p>${aboutShape(shape, schemas)}</section>
`;
}

/** By the first tag, in the order in which tags appear. */
function grouped(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const tag = operation.tags[0] ?? untagged;
    const members = groups.get(tag);
    if (members === undefined) groups.set(tag, [operation]);
    else members.push(operation);
  }
  return groups;
}

/** Style and script are real files of this package, under `assets/documentation/html`. */
function asset(name: string): Html {
  const file = path.join(__dirname, '..', '..', '..', '..', 'assets', 'documentation', 'html', name);
  return new Html(readFileSync(file, 'utf8').trim());
}
