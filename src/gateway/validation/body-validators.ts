import type { ValidateFunction } from 'ajv';
import type { JsonObject } from '../../shared/json';
import type { Route } from '../document/route';
import { GatewayFault } from '../gateway-fault';
import { explain } from './validation-message';

/** Validates bodies against the models of a document. Each model is compiled when it is first needed. */
export class BodyValidators {
  private readonly compiled = new Map<string, ValidateFunction>();
  private ajv: import('ajv-draft-04').default | undefined;

  constructor(private readonly schemas: JsonObject) {}

  /** What is wrong with a value, in the words of API Gateway's validator; empty when it is valid. */
  validate(route: Route, mediaType: string, value: unknown): readonly string[] {
    const validator = this.validatorOf(route, mediaType);
    return validator(value) ? [] : (validator.errors ?? []).map((error) => explain(error));
  }

  private validatorOf(route: Route, mediaType: string): ValidateFunction {
    const key = `${route.method} ${route.path} ${mediaType}`;
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    try {
      const validator = this.engine().compile(rebase(route.models.get(mediaType) ?? {}) as JsonObject);
      this.compiled.set(key, validator);
      return validator;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new GatewayFault('DEFAULT_5XX', undefined, { note: `the model of ${key} cannot be compiled: ${reason}` });
    }
  }

  private engine(): import('ajv-draft-04').default {
    if (this.ajv === undefined) {
      const { default: Ajv } = require('ajv-draft-04') as typeof import('ajv-draft-04');
      const reading = { strict: false, validateSchema: false, validateFormats: false, logger: false } as const;
      // API Gateway counts in decimals, of which 4.35 is a multiple of 0.01; divided as doubles, it is nearly one.
      const multiples = { multipleOfPrecision: 9 } as const;
      // A member named `constructor` is not there because objects inherit one. Draft 4 has patterns without Unicode, with escapes of any character.
      this.ajv = new Ajv({
        ...reading,
        ...multiples,
        allErrors: true,
        verbose: true,
        ownProperties: true,
        unicodeRegExp: false,
      });
      this.ajv.addSchema({ id: 'models', components: { schemas: rebase(this.schemas) } });
    }
    return this.ajv;
  }
}

/**
 * A schema of the document in terms of the one registered schema: references point into it, and `nullable`, which API Gateway does not
 * know but ajv does, is gone.
 */
function rebase(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rebase);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).filter(
    ([name, value]) => !(name === 'nullable' && typeof value === 'boolean'),
  );
  return Object.fromEntries(
    members.map(([name, value]) =>
      name === '$ref' && typeof value === 'string' ? [name, `models${value}`] : [name, rebase(value)],
    ),
  );
}
