import type { Pair } from '../http/request';
import { declaration, element } from './xml';

/** The errors that S3 answers here, with their statuses and messages. */
const errors = {
  AccessDenied: [403, 'Access Denied'],
  BadDigest: [400, 'The Content-MD5 you specified did not match what we received.'],
  InvalidArgument: [400, 'Invalid Argument'],
  InvalidDigest: [400, 'The Content-MD5 you specified was invalid.'],
  InvalidRange: [416, 'The requested range is not satisfiable'],
  KeyTooLongError: [400, 'Your key is too long'],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
  NoSuchBucket: [404, 'The specified bucket does not exist'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NotImplemented: [501, 'A header you provided implies functionality that is not implemented'],
  PreconditionFailed: [412, 'At least one of the pre-conditions you specified did not hold'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;

/** The code of an error of S3. */
export type S3ErrorCode = keyof typeof errors;

/** What more an error says. */
export interface S3ErrorDetails {
  /** Instead of the usual one. */
  readonly message?: string;
  /** Elements between the message and the ids, in order: `Key`, `BucketName` …. */
  readonly elements?: Readonly<Record<string, string>>;
  readonly headers?: readonly Pair[];
}

/**
 * Thrown anywhere on the way of a call: S3 answers it with a status and a document.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export class S3Error extends Error {
  readonly status: number;

  constructor(
    readonly code: S3ErrorCode,
    readonly details: S3ErrorDetails = {},
  ) {
    super(details.message ?? errors[code][1]);
    this.name = 'S3Error';
    this.status = errors[code][0];
  }

  /** The document of the error. */
  toXml(requestId: string, hostId: string): string {
    const elements = { Code: this.code, Message: this.message, ...this.details.elements };
    const all = Object.entries({ ...elements, RequestId: requestId, HostId: hostId });
    return `${declaration}${element(
      'Error',
      all.map(([name, text]) => element(name, text)),
    )}`;
  }
}
