import type { IntegrationSpec } from '../document/route';
import { mediaTypeOf } from '../http/request';
import type { Template } from './template';

/** The template for a body, or what to do without one. */
export type Choice =
  | { readonly kind: 'template'; readonly mediaType: string; readonly template: Template }
  | { readonly kind: 'passthrough' }
  | { readonly kind: 'unsupported' };

const json = 'application/json';

/**
 * Chooses a request template by the Content-Type: exactly that media type, JSON when there is no header; else that of `$default`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
 */
export function chooseRequestTemplate(integration: IntegrationSpec, contentType: string | undefined): Choice {
  const { requestTemplates, passthroughBehavior } = integration;
  const mediaType = mediaTypeOf(contentType) ?? json;
  const template = requestTemplates.get(mediaType) ?? requestTemplates.get('$default');
  if (template !== undefined) return choose(mediaType, template);
  if (passthroughBehavior === 'never') return { kind: 'unsupported' };
  const refused = passthroughBehavior === 'when_no_templates' && requestTemplates.size > 0;
  return { kind: refused ? 'unsupported' : 'passthrough' };
}

/** Chooses a response template by the first media type of Accept: that one, else JSON if anything goes, else the first there is. */
export function chooseResponseTemplate(templates: ReadonlyMap<string, Template>, accept: string | undefined): Choice {
  const wanted = mediaTypeOf(accept) ?? json;
  const mediaType = [wanted === '*/*' ? json : wanted, ...templates.keys()].find((each) => templates.has(each));
  const template = mediaType === undefined ? undefined : templates.get(mediaType);
  return mediaType === undefined || template === undefined ? { kind: 'passthrough' } : choose(mediaType, template);
}

/** An empty template passes the body through, and so does the one that exported documents have for that. */
function choose(mediaType: string, template: Template): Choice {
  const passes = template.text === '' || template.text === '__passthrough__';
  return passes ? { kind: 'passthrough' } : { kind: 'template', mediaType, template };
}
