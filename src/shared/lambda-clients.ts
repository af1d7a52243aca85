/**
 * The runtime interface clients of AWS, which the local gateway runs functions with: what an installation fetches for each language.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export const lambdaClients = {
  /** As pip requires it. Its wheels are for Linux; of all its files, only the transport is. */
  python: 'awslambdaric==4.2.2',
  java: { groupId: 'com.amazonaws', artifactId: 'aws-lambda-java-runtime-interface-client', version: '2.9.0' },
} as const;
