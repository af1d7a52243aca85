import type { IntegrationRenderProps } from '../../integrations/integration';
import { IntegrationResponseSet } from '../../integrations/integration-response-set';
import type { Responses } from './resolve-responses';

/** The responses of several sets. */
export class CompositeResponses extends IntegrationResponseSet {
  constructor(private readonly sets: readonly IntegrationResponseSet[]) {
    super();
  }

  render(props: IntegrationRenderProps): Responses {
    return Object.assign({}, ...this.sets.map((set) => set.render(props)));
  }
}
