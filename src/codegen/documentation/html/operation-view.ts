import type { Json } from '../../../shared/json';
import type { Content as BodyContent, Operation, Parameter, Response } from '../../model/service';
import { isStream } from '../../model/streams';
import { type Content, type Html, html } from './html';
import { inlineMarkdown, markdown } from './markdown';
import { aboutShape, type SchemaAnchors, shapeSummary, typeLine } from './shape-view';

/** What an operation's section is made of besides the operation. */
export interface OperationContext {
  readonly schemas: SchemaAnchors;
  readonly anchor: string;
  /** An example of a response's body, when one is known. */
  readonly responseExample: (response: Response) => Json | undefined;
  /** An example of the request body, when one is known. */
  readonly requestExample: Json | undefined;
}

/** The section of one operation. */
export function operationView(operation: Operation, context: OperationContext): Html {
  const { id, method, path, summary, description, deprecated } = operation;
  return html`<section class="operation" id="${context.anchor}" data-method="${method}" data-path="${path}">
<h3><span class="method ${method}">${method.toUpperCase()}</span> <code class="path">${path}</code>
<a class="anchor" href="#${context.anchor}" aria-label="Link to ${id}">#</a></h3>
<p class="summary"><code>${id}</code>${summary === undefined ? '' : html` ${inlineMarkdown(summary)}`}${
    deprecated === true ? html` <span class="flag">deprecated</span>` : ''
  }</p>
${description === undefined ? '' : markdown(description)}${paginationView(operation)}
${parametersView(operation.parameters, context.schemas)}
${requestView(operation, context)}
${operation.responses.length === 0 ? '' : html`<h4>Responses</h4>`}
${operation.responses.map((response) => responseView(response, context))}
</section>`;
}

/** How one gets from a page to the next. */
function paginationView({ pagination, parameters }: Operation): Content {
  if (pagination === undefined) return undefined;
  const { inputToken, outputToken } = pagination;
  const from = outputToken.location === 'header' ? outputToken.name : outputToken.path.join('.');
  const to =
    inputToken.location === 'body' ? inputToken.name : parameters.find(({ key }) => key === inputToken.key)?.name;
  return html`<p class="pages">Answers in pages: <code>${from}</code> of a page asks for the next, as <code>${to}</code> of its request. The last page has none.</p>`;
}

function parametersView(parameters: readonly Parameter[], schemas: SchemaAnchors): Content {
  if (parameters.length === 0) return undefined;
  const row = ({ name, location, required, shape, description }: Parameter) => html`
<tr data-name="${name}" data-in="${location}"${required ? html` data-required` : ''}><th scope="row"><code>${name}</code></th><td>${location}${
    required ? html` <span class="required">required</span>` : ''
  }</td><td class="type">${typeLine(shape, schemas)}</td><td>${
    description === undefined ? '' : inlineMarkdown(description)
  }${shapeSummary({ ...shape, ...(shape.description === description ? { description: undefined } : {}) })}</td></tr>`;
  return html`<h4>Parameters</h4>
<table class="parameters"><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Description</th></tr></thead><tbody>${parameters.map(row)}
</tbody></table>`;
}

function requestView({ body }: Operation, { schemas, requestExample }: OperationContext): Content {
  if (body === undefined) return undefined;
  return html`<h4>Request body${body.required ? html` <span class="required">required</span>` : ''}</h4>
${body.description === undefined ? '' : markdown(body.description)}
${body.contents.map((content) => contentView(content, schemas))}
${requestExample === undefined ? '' : exampleView(requestExample, 'request')}`;
}

function responseView(response: Response, { schemas, responseExample }: OperationContext): Html {
  const { status, description, contents, headers } = response;
  // Errors are alike all over an API, and their schemas say enough.
  const example = String(status).startsWith('2') ? responseExample(response) : undefined;
  return html`<div class="response"><h5><span class="status s${String(status).charAt(0)}">${status}</span> ${
    description === undefined ? '' : inlineMarkdown(description)
  }</h5>
${headers.map(({ name, shape, description: about }) => html`<p>Header <code>${name}</code> <span class="type">${typeLine(shape, schemas)}</span> ${about ?? ''}</p>`)}
${contents.map((content) => contentView(content, schemas))}${example === undefined ? '' : exampleView(example, 'response')}</div>`;
}

function contentView(content: BodyContent, schemas: SchemaAnchors): Html {
  const { mediaType, shape } = content;
  const stream = isStream(content) ? html`a stream of ` : '';
  return html`<p><code>${mediaType}</code> ${stream}<span class="type">${typeLine(shape, schemas)}</span></p>${
    shape.kind === 'reference' ? '' : aboutShape(shape, schemas)
  }`;
}

const longestExample = 4_000;

function exampleView(example: Json, kind: 'request' | 'response'): Content {
  const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  if (text.length > longestExample) return undefined;
  return html`<details class="example"><summary>Example</summary><pre data-example="${kind}"><code>${text}</code></pre></details>`;
}
