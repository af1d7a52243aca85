/**
 * The name of the function that an integration's URI invokes, without version or alias:
 * `arn:…:lambda:path/2015-03-31/functions/arn:aws:lambda:…:function:<name>/invocations`.
 */
export function functionNameOf(uri: string): string | undefined {
  return /:lambda:path\/[^/]+\/functions\/(?:arn:[^/]*:function:)?([^:/]+)(?::[^/]*)?\/[\w-]*invocations$/.exec(
    uri,
  )?.[1];
}
