import type { Json } from '../../shared/json';
import type { StreamFormat } from '../../shared/streaming-media-types';
import type { LanguageName } from '../../shared/workspace';
import type { Pagination } from './pagination';
import type { Shape } from './shape';

/** A whole API, read and checked: references resolve, names are free of collisions. All of it is readonly data. */
export interface Service {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  /** In the order of the model. */
  readonly operations: readonly Operation[];
  /** The named schemas by the name of the model, in its order; a target of every reference shape. */
  readonly shapes: ReadonlyMap<string, NamedShape>;
}

export interface NamedShape {
  /** As in the model (`components/schemas/<name>`), or as the bundler named a schema of another file. */
  readonly name: string;
  readonly shape: Shape;
  /** Into the bundled document. */
  readonly pointer: string;
}

export const httpMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;
export type HttpMethod = (typeof httpMethods)[number];

export interface Operation {
  /** An identifier in camelCase, unique in the service: from `operationId`, or from method and path where there is none. */
  readonly id: string;
  readonly method: HttpMethod;
  /** As in the model: `/pets/{petId}`, `/files/{proxy+}`. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  /** Those of the path item and of the operation merged, path first, then query, header, cookie. */
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** Sorted: statuses ascending, then ranges, then `default`. */
  readonly responses: readonly Response[];
  /** `x-handler`. */
  readonly handler?: { readonly language: LanguageName };
  /** `x-paginated`. */
  readonly pagination?: Pagination;
  /** Into the bundled document. */
  readonly pointer: string;
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';
export type ParameterStyle = 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';

export interface Parameter {
  /** As on the wire. */
  readonly name: string;
  /**
   * The key in the one flat object that clients and handlers see: the wire name, unless two locations share it or it is `body`; then with
   * its location (`idQuery`).
   */
  readonly key: string;
  readonly location: ParameterLocation;
  readonly required: boolean;
  readonly shape: Shape;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** Set where the model uses `content`: the value is this media type's text. */
  readonly mediaType?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly pointer: string;
}

export interface RequestBody {
  readonly required: boolean;
  /** In the order of the model; at least one. */
  readonly contents: readonly Content[];
  readonly description?: string;
}

/** How the bytes of a body become a value: JSON text, characters, bytes, fields of a form; or, for a stream, many values one by one. */
export type ContentKind = 'json' | 'text' | 'binary' | 'form' | 'multipart' | StreamFormat;

export interface Content {
  /** As in the model: `application/json`, `image/*`. */
  readonly mediaType: string;
  readonly kind: ContentKind;
  /** Of the value; of each item where it is a stream. An item of server-sent events has `data`, and may have `event`, `id` and `retry`. */
  readonly shape: Shape;
  /** Of server-sent events: whether their data is JSON, or characters. */
  readonly eventData?: 'json' | 'text';
  /** Of the parts of a multipart form whose media types the model says. */
  readonly partTypes?: Readonly<Record<string, string>>;
  /**
   * Of the fields of a form that are written as query parameters of their names are, since the model says how (`encoding`). In all others lists
   * repeat their field, and objects are JSON.
   */
  readonly fieldStyles?: Readonly<Record<string, FieldStyle>>;
  /** `example`, or the values of `examples`, of the media type. */
  readonly examples: readonly Json[];
  readonly pointer: string;
}

/** As of query parameters. */
export interface FieldStyle {
  readonly style: 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  readonly explode: boolean;
}

/** A status code, a range of them such as `4XX`, or all that are not named. */
export type Status = number | '1XX' | '2XX' | '3XX' | '4XX' | '5XX' | 'default';

export interface Response {
  readonly status: Status;
  readonly description?: string;
  readonly headers: readonly ResponseHeader[];
  /** Empty for a response without a body. */
  readonly contents: readonly Content[];
  readonly pointer: string;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
  readonly explode: boolean;
  /** As of parameters. */
  readonly mediaType?: string;
  readonly description?: string;
  /** `example`, or the values of `examples`, of the header. */
  readonly examples?: readonly Json[];
}
