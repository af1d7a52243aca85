import { Annotations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { JsonObject } from '../../../shared/json';
import { constructError } from '../construct-error';

/** Can be raised by support. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const authorizerQuota = 10;

/** The security schemes of the document that is deployed. */
export class SecuritySchemes {
  private readonly schemes = new Map<string, JsonObject>();

  constructor(private readonly scope: Construct) {}

  /** @throws Error for a name that is taken by another scheme, or that no scheme can have */
  add(name: string, scheme: JsonObject): void {
    if (!/^[\w.-]+$/.test(name)) {
      throw constructError(this.scope, `'${name}' is no authorizerId; use letters, digits, '.', '_' and '-'`);
    }
    const known = this.schemes.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(scheme)) {
      throw constructError(
        this.scope,
        `two different authorizers have the id '${name}'; give each its own 'authorizerId'`,
      );
    }
    this.schemes.set(name, scheme);
  }

  /** All of them, after a look at how many authorizers they are. */
  all(): JsonObject {
    const authorizers = [...this.schemes].filter(
      ([, scheme]) => scheme['x-amazon-apigateway-authorizer'] !== undefined,
    );
    if (authorizers.length > authorizerQuota) {
      Annotations.of(this.scope).addWarningV2(
        'type-safe-api-project:authorizers',
        `the API has ${authorizers.length} authorizers (${authorizers.map(([name]) => name).join(', ')}) and the quota is ${authorizerQuota}; let one Lambda function with one authorizerId decide for several operations, have AWS Support raise 'Authorizers per API', or split the model into several APIs`,
      );
    }
    return Object.fromEntries(this.schemes);
  }
}
