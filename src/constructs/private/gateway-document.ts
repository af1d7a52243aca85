import { existsSync, readFileSync } from 'node:fs';
import type { Construct } from 'constructs';
import { extensions, httpMethods } from '../../openapi/gateway';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import {
  type IntegrationOperationParameter,
  type IntegrationOperationResponse,
  IntegrationParameterLocation,
} from '../integrations/integration';
import { constructError } from './construct-error';

/** An operation of the gateway document. */
export interface DocumentOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly contentTypes: string[];
  /** By their names in the model, the names of the path's variables in API Gateway. */
  readonly pathVariables: { [name: string]: string };
  readonly parameters: IntegrationOperationParameter[];
  readonly responses: IntegrationOperationResponse[];
  readonly document: JsonObject;
}

/** Reads the gateway document that the generator wrote. */
export function readGatewayDocument(scope: Construct, specPath: string): JsonObject {
  if (!existsSync(specPath)) {
    throw constructError(
      scope,
      `the file '${specPath}' of 'specPath' does not exist; run 'npx projen build' to generate it`,
    );
  }
  const document = parse(scope, specPath);
  if (isJsonObject(document) && typeof document.openapi === 'string' && isJsonObject(document.paths)) return document;
  throw constructError(scope, `the file '${specPath}' of 'specPath' is not an OpenAPI document; generate it again`);
}

/** The operations of a gateway document, in its order. */
export function operationsOf(document: JsonObject): DocumentOperation[] {
  const paths = isJsonObject(document.paths) ? Object.entries(document.paths) : [];
  return paths.flatMap(([path, item]) =>
    httpMethods.flatMap((method): DocumentOperation[] => {
      const operation = isJsonObject(item) ? item[method] : undefined;
      if (!isJsonObject(operation)) return [];
      const operationId = typeof operation.operationId === 'string' ? operation.operationId : `${method} ${path}`;
      return [
        {
          operationId,
          method,
          path,
          contentTypes: contentTypesOf(operation),
          pathVariables: pathVariablesOf(path, operation[extensions.pathVariables]),
          parameters: parametersOf(operation),
          responses: responsesOf(operation),
          document: operation,
        },
      ];
    }),
  );
}

/** The operations that the model has but API Gateway cannot serve, with the reason. */
export function leftOutOf(document: JsonObject): ReadonlyMap<string, string> {
  const leftOut = document[extensions.leftOut];
  const entries = isJsonObject(leftOut) ? Object.entries(leftOut) : [];
  return new Map(entries.map(([operationId, reason]) => [operationId, String(reason)]));
}

function parse(scope: Construct, specPath: string): Json {
  try {
    return JSON.parse(readFileSync(specPath, 'utf8')) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw constructError(scope, `the file '${specPath}' of 'specPath' is not JSON (${reason}); generate it again`);
  }
}

function contentTypesOf({ requestBody }: JsonObject): string[] {
  const content = isJsonObject(requestBody) ? requestBody.content : undefined;
  return isJsonObject(content) ? Object.keys(content) : [];
}

function pathVariablesOf(path: string, renamed: Json | undefined): { [name: string]: string } {
  const names = isJsonObject(renamed) ? renamed : {};
  const variables = [...path.matchAll(/\{([^{}]+?)\+?\}/g)].flatMap((match) => match[1] ?? []);
  return Object.fromEntries(variables.map((gatewayName) => [String(names[gatewayName] ?? gatewayName), gatewayName]));
}

function parametersOf({ parameters }: JsonObject): IntegrationOperationParameter[] {
  if (!Array.isArray(parameters)) return [];
  return parameters.flatMap((parameter: Json): IntegrationOperationParameter[] => {
    const location = Object.values(IntegrationParameterLocation).find(
      (each) => isJsonObject(parameter) && parameter.in === each,
    );
    if (!isJsonObject(parameter) || location === undefined) return [];
    return [{ name: String(parameter.name), location, required: parameter.required === true }];
  });
}

/** Statuses with their headers, then what the extension says besides. */
function responsesOf(operation: JsonObject): IntegrationOperationResponse[] {
  const declared = isJsonObject(operation.responses) ? operation.responses : {};
  const described = operation[extensions.responses];
  const more = isJsonObject(described) ? described : {};
  return [...new Set([...Object.keys(declared), ...Object.keys(more)])].map((statusCode) => {
    const own = declared[statusCode];
    const known = more[statusCode];
    const headers =
      isJsonObject(own) && isJsonObject(own.headers) ? Object.keys(own.headers) : textsAt(known, 'headers');
    const usual = statusCode === '204' || statusCode === '304' ? [] : ['application/json'];
    return { statusCode, headers, mediaTypes: known === undefined ? usual : textsAt(known, 'mediaTypes') };
  });
}

function textsAt(value: Json | undefined, name: string): string[] {
  const texts = isJsonObject(value) ? value[name] : undefined;
  return Array.isArray(texts) ? texts.map(String) : [];
}
