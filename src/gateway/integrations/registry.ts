import type { IntegrationSpec } from '../document/route';
import { http, httpProxy } from './http';
import type { Integration } from './integration';
import { lambda } from './lambda';
import { lambdaProxy } from './lambda-proxy';
import { eventBridge, sns, sqs } from './messages';
import { mock } from './mock';
import { s3 } from './s3';
import { unsupported } from './unsupported';

/** Every integration that runs on a developer's machine; the first that matches is it. */
const integrations: readonly Integration[] = [lambdaProxy, mock, s3, lambda, httpProxy, http, sqs, sns, eventBridge];

/** The integration of an operation; one that answers 501 when it cannot be run here. */
export function findIntegration(spec: IntegrationSpec): Integration {
  return integrations.find((integration) => integration.matches(spec)) ?? unsupported;
}
