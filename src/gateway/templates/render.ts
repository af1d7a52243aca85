import type { Json, JsonObject } from '../../shared/json';
import { contextOf, type Exchange } from '../http/exchange';
import { inputOf } from './input';
import type { Template } from './template';
import { util } from './util';

/** What a template made, and what it set aside in `$context`. */
export interface Rendered {
  readonly text: string;
  readonly requestOverride: Readonly<Record<'header' | 'path' | 'querystring', ReadonlyMap<string, string>>>;
  readonly responseOverride: { readonly status?: number; readonly header: ReadonlyMap<string, string> };
}

/**
 * Renders a mapping template over a body.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html
 */
export function render(template: Template, exchange: Exchange, body: string): Rendered {
  const context = {
    ...contextOf(exchange),
    requestOverride: { header: {}, path: {}, querystring: {} },
    responseOverride: { header: {} },
  };
  const variables = { input: inputOf(exchange, body), util, context, stageVariables: exchange.api.stageVariables };
  const text = template.print(variables);
  const { requestOverride, responseOverride } = context as { requestOverride: Overrides; responseOverride: Overrides };
  const status = Number(responseOverride.status);
  return {
    text,
    requestOverride: {
      header: textsIn(requestOverride.header),
      path: textsIn(requestOverride.path),
      querystring: textsIn(requestOverride.querystring),
    },
    responseOverride: {
      header: textsIn(responseOverride.header),
      ...(Number.isInteger(status) && status >= 100 ? { status } : {}),
    },
  };
}

type Overrides = Readonly<Record<string, unknown>>;

function textsIn(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map();
  const entries = Object.entries(value).filter(([, item]) => typeof item !== 'function');
  return new Map(entries.map(([name, item]) => [name, String(item as Json | JsonObject)]));
}
