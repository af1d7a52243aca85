// biome-ignore-all lint/suspicious/noTsIgnore: an expected error would be one when the packages are there.
// @ts-ignore These packages are optional peers: until they are installed, their types are unknown here.
import { Logger } from '@aws-lambda-powertools/logger';
// @ts-ignore
import { Metrics } from '@aws-lambda-powertools/metrics';
// @ts-ignore
import { Tracer } from '@aws-lambda-powertools/tracer';
import type { Interceptor, InterceptorContext } from '../support/handler.js';
import type { OperationResponse } from '../support/response.js';

const logger = /* @__PURE__ */ new Logger();
const tracer = /* @__PURE__ */ new Tracer();
const metrics = /* @__PURE__ */ new Metrics();

type Request = Parameters<Interceptor>[0];
type WithContext = { readonly interceptorContext: InterceptorContext };

/** Logs with Powertools: the Lambda context and the operation are on every line. */
export class LoggingInterceptor {
  static readonly intercept: Interceptor = async (request: Request): Promise<OperationResponse> => {
    logger.addContext(request.context);
    logger.appendKeys({ operationId: request.interceptorContext.operationId });
    request.interceptorContext.logger = logger;
    try {
      return await request.chain.next(request);
    } finally {
      logger.removeKeys(['operationId']);
    }
  };

  /** The logger of a request. */
  static getLogger(_request: WithContext): Logger {
    return logger;
  }
}

/** Traces each request as a subsegment of its own. */
export class TracingInterceptor {
  static readonly intercept: Interceptor = async (request: Request): Promise<OperationResponse> => {
    const parent = tracer.getSegment();
    const segment = parent?.addNewSubsegment(request.interceptorContext.operationId);
    if (segment !== undefined) tracer.setSegment(segment);
    tracer.annotateColdStart();
    tracer.addServiceNameAnnotation();
    try {
      return await request.chain.next(request);
    } catch (error) {
      tracer.addErrorAsMetadata(error as Error);
      throw error;
    } finally {
      segment?.close();
      if (parent !== undefined) tracer.setSegment(parent);
    }
  };

  static getTracer(_request: WithContext): Tracer {
    return tracer;
  }
}

/** Publishes the metrics that a handler adds, with the operation as a dimension. */
export class MetricsInterceptor {
  static readonly intercept: Interceptor = async (request: Request): Promise<OperationResponse> => {
    metrics.addDimension('operationId', request.interceptorContext.operationId);
    try {
      return await request.chain.next(request);
    } finally {
      metrics.publishStoredMetrics();
      metrics.clearDimensions();
    }
  };

  static getMetrics(_request: WithContext): Metrics {
    return metrics;
  }
}
