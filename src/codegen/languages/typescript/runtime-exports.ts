/** What the runtime package exports of its support, by module: no schema or operation takes one of these names. */
export const supportExports: readonly SupportExport[] = [
  {
    module: 'api-gateway',
    values: [],
    types: ['ApiGatewayEvent', 'ApiGatewayRequestContext', 'ApiGatewayResult', 'LambdaContext', 'LambdaFunction'],
  },
  { module: 'client', values: ['createClient'], types: ['Client', 'RawResponse', 'RawResponseWithHeaders'] },
  { module: 'client-errors', values: ['FetchError', 'ResponseError'], types: [] },
  {
    module: 'client-options',
    values: [],
    types: ['ClientOptions', 'HeaderSource', 'Middleware', 'OutgoingRequest', 'RequestOptions'],
  },
  { module: 'configuration', values: ['Configuration'], types: ['ConfigurationParameters'] },
  { module: 'create-handler', values: ['ResponseViolationError'], types: [] },
  {
    module: 'handler',
    values: [],
    types: [
      'ApiHandler',
      'ChainedHandlerFunction',
      'ChainedRequestInput',
      'HandlerFunction',
      'HandlerRequest',
      'Interceptor',
      'InterceptorContext',
    ],
  },
  {
    module: 'interceptors',
    values: [
      'INTERCEPTORS',
      'buildResponseHeaderInterceptor',
      'buildTryCatchInterceptor',
      'corsInterceptor',
      'tryCatchInterceptor',
    ],
    types: [],
  },
  {
    module: 'response',
    values: ['Response', 'isOperationResponse'],
    types: ['OperationResponse', 'OperationResponseWithHeaders', 'ResponseHeaders'],
  },
  { module: 'validation', values: ['violationsOf'], types: ['Check', 'Violation'] },
];

/** What it exports besides if there are operations that stream. */
export const streamingSupportExports: readonly SupportExport[] = [
  { module: 'stream', values: [], types: ['ItemSource', 'ServerSentEvent'] },
  { module: 'streaming-handler', values: [], types: ['StreamingApiHandler', 'StreamingLambdaFunction'] },
];

interface SupportExport {
  readonly module: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** The names that are the same in every runtime package. */
export const runtimeExports: readonly string[] = [
  ...supportExports.flatMap(({ values, types }) => [...values, ...types]),
  'HandlerRouterHandlers',
  'HandlerRouterProps',
  'handlerRouter',
];

/** The names that are the same in every runtime package with operations that stream. */
export const streamingExports: readonly string[] = [
  ...streamingSupportExports.flatMap(({ values, types }) => [...values, ...types]),
  'StreamingHandlerRouterHandlers',
  'StreamingHandlerRouterProps',
  'streamingHandlerRouter',
];
