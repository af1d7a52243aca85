import type { BodyDocument, BodyIntegration, BodyOperation } from './support';

/**
 * What API Gateway would refuse in a document that it imports, or lose: mappings from and to what is not declared, variables without a
 * value, two responses with one status, and what is none of its own.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html
 */
export function documentProblems(document: BodyDocument): string[] {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, where: `${method} ${path}`, operation })),
  );
  return [
    ...operations.flatMap(({ path, where, operation }) =>
      [
        ...undeclaredVariables(path, operation),
        ...undeclaredSources(operation),
        ...unfilledVariables(operation['x-amazon-apigateway-integration']),
        ...responseProblems(operation),
      ].map((problem) => `${where}: ${problem}`),
    ),
    ...(JSON.stringify(document).includes('x-type-safe-api') ? ['an extension of ours is left'] : []),
  ];
}

function undeclaredVariables(path: string, operation: BodyOperation): string[] {
  const declared = namesIn(operation, 'path');
  return [...path.matchAll(/\{(.+?)\+?\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !declared.has(name))
    .map((name) => `the variable ${name} is not declared`);
}

function undeclaredSources(operation: BodyOperation): string[] {
  const { requestParameters = {} } = operation['x-amazon-apigateway-integration'];
  return Object.values(requestParameters).flatMap((source) => {
    const [, location = '', name = ''] =
      /^method\.request\.(?:multivalue)?(path|querystring|header)\.(.+)$/.exec(source) ?? [];
    const place = location === 'querystring' ? 'query' : location;
    return place === '' || namesIn(operation, place).has(name) ? [] : [`${source} is not declared`];
  });
}

/** API Gateway answers requests with a 500 where the URI keeps a brace. */
function unfilledVariables({ uri, requestParameters = {} }: BodyIntegration): string[] {
  return [...JSON.stringify(uri ?? '').matchAll(/\{([A-Za-z]\w*)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => requestParameters[`integration.request.path.${name}`] === undefined)
    .map((name) => `the variable ${name} of the URI has no value`);
}

function responseProblems(operation: BodyOperation): string[] {
  const statuses = new Set<string>();
  const { responses = {} } = operation['x-amazon-apigateway-integration'];
  return Object.entries(responses).flatMap(([pattern, { statusCode, responseParameters = {} }]) => {
    const declared = operation.responses[statusCode];
    const problems = statuses.has(statusCode) ? [`${pattern} is the second response with ${statusCode}`] : [];
    statuses.add(statusCode);
    if (pattern !== 'default') new RegExp(pattern);
    if (declared === undefined) return [...problems, `the status ${statusCode} is not declared`];
    const headers = Object.keys(declared.headers ?? {});
    const undeclared = Object.keys(responseParameters)
      .map((target) => target.replace('method.response.header.', ''))
      .filter((name) => !headers.includes(name));
    const spellings = new Set(headers.map((name) => name.toLowerCase()));
    return [
      ...problems,
      ...undeclared.map((name) => `the header ${name} of ${statusCode} is not declared`),
      ...(spellings.size < headers.length ? [`a header of ${statusCode} is declared twice`] : []),
    ];
  });
}

function namesIn({ parameters = [] }: BodyOperation, location: string): ReadonlySet<string> {
  return new Set(parameters.filter((parameter) => parameter.in === location).map(({ name }) => name));
}
