import { additionalProperties } from './additional-properties';
import { binaryBodies } from './binary-bodies';
import { blankParameters } from './blank-parameters';
import { bounds } from './bounds';
import { callbacks } from './callbacks';
import { compositions } from './compositions';
import { cookies } from './cookies';
import { discriminators } from './discriminators';
import { documentSize } from './document-size';
import { emptySegments } from './empty-segments';
import { enumerations } from './enumerations';
import { formats } from './formats';
import { gatewayExtensions } from './gateway-extensions';
import { greedyVariables } from './greedy-variables';
import { ignoredHeaders } from './ignored-headers';
import { interimResponses } from './interim-responses';
import { itemCounts } from './item-counts';
import { items } from './items';
import { jsonBodies } from './json-bodies';
import { mediaTypeParameters } from './media-type-parameters';
import { methods } from './methods';
import { modelNames } from './model-names';
import { nativeSchemes } from './native-schemes';
import { newerKeywords } from './newer-keywords';
import { nullable } from './nullable';
import { openapiVersion } from './openapi-version';
import { operationIds } from './operation-ids';
import { optionalBodies } from './optional-bodies';
import { otherMediaTypes } from './other-media-types';
import { parameterConstraints } from './parameter-constraints';
import { parameterNames } from './parameter-names';
import { pathCharacters } from './path-characters';
import { pathVariables } from './path-variables';
import { patterns } from './patterns';
import { properties } from './properties';
import { prose } from './prose';
import { recursion } from './recursion';
import { references } from './references';
import { requestHeaders } from './request-headers';
import { requiredProperties } from './required-properties';
import { reservedPaths } from './reserved-paths';
import { reservedQueryCharacters } from './reserved-query-characters';
import { resourceCount } from './resource-count';
import { responseBodies } from './response-bodies';
import { responseHeaders } from './response-headers';
import { responseRanges } from './response-ranges';
import { rootSecurity } from './root-security';
import type { Rule } from './rule';
import { securityAlternatives } from './security-alternatives';
import { securitySchemes } from './security-schemes';
import { servers } from './servers';
import { siblingVariables } from './sibling-variables';
import { spreadObjects } from './spread-objects';
import { trace } from './trace';
import { trailingSlashes } from './trailing-slashes';
import { types } from './types';
import { undeclaredSchemes } from './undeclared-schemes';
import { unservablePaths } from './unservable-paths';

/** A part of OpenAPI, and the rules of API Gateway about it in the order of the guide. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Every rule of API Gateway. Adding one is a file in this folder and an entry here. */
export const ruleGroups: readonly RuleGroup[] = [
  { title: 'Documents', rules: [openapiVersion, prose, servers, callbacks, gatewayExtensions, documentSize] },
  {
    title: 'Paths and operations',
    rules: [
      ...[pathCharacters, pathVariables, greedyVariables, emptySegments, trailingSlashes, siblingVariables],
      ...[unservablePaths, reservedPaths, resourceCount, trace, methods, operationIds],
    ],
  },
  {
    title: 'Parameters',
    rules: [
      // Those that leave parameters out first: of these there is no more to say.
      ...[ignoredHeaders, cookies, parameterNames, spreadObjects],
      ...[parameterConstraints, blankParameters, reservedQueryCharacters, requestHeaders],
    ],
  },
  {
    title: 'Request bodies',
    rules: [jsonBodies, optionalBodies, otherMediaTypes, mediaTypeParameters, binaryBodies],
  },
  {
    title: 'Schemas of request bodies',
    rules: [
      ...[modelNames, references, recursion, types, nullable, enumerations, properties, requiredProperties],
      ...[additionalProperties, items, itemCounts, bounds, patterns, formats, compositions, discriminators],
      newerKeywords,
    ],
  },
  { title: 'Responses', rules: [responseBodies, responseRanges, interimResponses, responseHeaders] },
  { title: 'Security', rules: [rootSecurity, securitySchemes, nativeSchemes, undeclaredSchemes, securityAlternatives] },
];

export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);

/** The functions of all rules that take part at one point of deriving. */
export function functionsOf<K extends keyof Rule>(point: K): NonNullable<Rule[K]>[] {
  return rules.flatMap((rule) => {
    const found = rule[point];
    return found === undefined ? [] : [found as NonNullable<Rule[K]>];
  });
}
