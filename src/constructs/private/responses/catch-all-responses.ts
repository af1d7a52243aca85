import { IntegrationResponseSet } from '../../integrations/integration-response-set';
import { fixedResponse } from './fixed-response';
import type { Responses } from './resolve-responses';

/** What is an error to S3, which answers with an explanation in XML to redirections, too. */
export const errorPattern = '[345]\\d{2}';

/** Any error becomes a 500 without a body. */
export class CatchAllResponses extends IntegrationResponseSet {
  render(): Responses {
    return { [errorPattern]: fixedResponse({ statusCode: 500 }) };
  }
}
