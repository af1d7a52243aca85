import { setSource, sourceOf, type ValueSource } from '../private/services/value-source';
import { IntegrationParameterLocation } from './integration';

/**
 * A value that goes from a request into what an integration sends to a service. Wherever it lands, in JSON or in a form, it is escaped for
 * that place, so that no value can be taken for something else than a value.
 *
 * Names of parameters are those of the model, and an operation must declare them: a name that it does not know is an error. A parameter
 * that a request lacks counts as empty text.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export class RequestValue {
  /**
   * A parameter of the path, decoded.
   *
   * @param name the name of the parameter in the model
   */
  public static path(name: string): RequestValue {
    return new RequestValue({ kind: 'parameter', location: IntegrationParameterLocation.PATH, name });
  }

  /**
   * A parameter of the query string; the last value where it is given several times.
   *
   * @param name the name of the parameter in the model
   */
  public static query(name: string): RequestValue {
    return new RequestValue({ kind: 'parameter', location: IntegrationParameterLocation.QUERY, name });
  }

  /**
   * A header: one that the operation declares, or `Accept`, `Authorization` or `Content-Type`.
   *
   * @param name the name of the header, in any case
   */
  public static header(name: string): RequestValue {
    return new RequestValue({ kind: 'parameter', location: IntegrationParameterLocation.HEADER, name });
  }

  /** The whole body. Bytes arrive as base64. */
  public static body(): RequestValue {
    return new RequestValue({ kind: 'body' });
  }

  /**
   * A field of a JSON body, of whatever type it is there; empty text where the body lacks it.
   *
   * @param path the name of the field, or the names that lead to it, such as `owner.name`
   */
  public static field(path: string): RequestValue {
    return new RequestValue({ kind: 'field', path });
  }

  /**
   * What API Gateway knows of the request.
   *
   * @param name the name after `$context.`, such as `requestId`, `identity.sourceIp` or `authorizer.claims.sub`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#context-variable-reference
   */
  public static context(name: string): RequestValue {
    return new RequestValue({ kind: 'context', name });
  }

  /**
   * A text that is always the same.
   *
   * @param text the text, which may have tokens of the CDK in it
   */
  public static literal(text: string): RequestValue {
    return new RequestValue({ kind: 'literal', text });
  }

  /**
   * Values one after the other, as a text: `RequestValue.concat(RequestValue.literal('pet#'), RequestValue.path('petId'))`.
   *
   * @param values the values
   */
  public static concat(...values: RequestValue[]): RequestValue {
    return new RequestValue({ kind: 'concat', parts: values.map((value) => sourceOf(value)) });
  }

  /**
   * A JSON object.
   *
   * @param members the members by their names
   */
  public static object(members: { [name: string]: RequestValue }): RequestValue {
    const entries = Object.entries(members).map(([name, value]) => [name, sourceOf(value)] as const);
    return new RequestValue({ kind: 'object', members: Object.fromEntries(entries) });
  }

  /**
   * A JSON object of all that the operation declares: `body`, `path`, `query` and `headers`, each where the operation has such a thing.
   * Parameters are text, or null where a request lacks them.
   */
  public static request(): RequestValue {
    return new RequestValue({ kind: 'request' });
  }

  private constructor(source: ValueSource) {
    setSource(this, source);
  }

  /** The value as a number. What is none counts as null in JSON, and as empty elsewhere. */
  public asNumber(): RequestValue {
    return new RequestValue({ kind: 'number', value: sourceOf(this) });
  }

  /** The value as a boolean, from the texts `true` and `false`. What is neither counts as null in JSON, and as empty elsewhere. */
  public asBoolean(): RequestValue {
    return new RequestValue({ kind: 'boolean', value: sourceOf(this) });
  }
}
