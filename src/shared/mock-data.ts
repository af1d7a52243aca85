/** Where the people, places and companies of mocks are from. */
export const mockLocales = ['en', 'de', 'es', 'fr'] as const;
export type MockLocale = (typeof mockLocales)[number];

/** How mocks are made; what is absent is as it is by default. */
export interface MockData {
  /** The infrastructure has no data of mocks: whoever mocks a response gives its body. */
  readonly disable?: boolean;
  readonly locale?: MockLocale;
  /** How many items a list has where the model leaves it open. */
  readonly maxArrayLength?: number;
  readonly seed?: number;
}

/** More than this is no sample any more, and templates of API Gateway are limited. */
export const mostArrayLength = 100;

/** What is wrong with a number of {@link MockData}, such as "must be a whole number from 0 to 100". */
export function faultOfMockData({
  maxArrayLength = 0,
  seed = 0,
}: MockData): readonly [keyof MockData, string] | undefined {
  if (!Number.isInteger(maxArrayLength) || maxArrayLength < 0 || maxArrayLength > mostArrayLength) {
    return ['maxArrayLength', `must be a whole number from 0 to ${mostArrayLength}`];
  }
  return Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32
    ? undefined
    : ['seed', 'must be a whole number from 0 to 4294967295'];
}
