import { type Callable, loadRuntime } from '../../../support/generated-runtime';

test('a test calls handlers of paths outside of ASCII', async () => {
  const { index, testing } = loadRuntime('unicode-paths.yaml');
  const seen: unknown[] = [];
  const handler = (index.holeGrößeHandler as Callable)(async ({ input }: { readonly input: unknown }) => {
    seen.push(input);
    return { statusCode: 204, body: undefined };
  });
  expect(await testing.invoke.holeGröße?.(handler, { größe: 'ä/b' })).toMatchObject({ status: 204 });
  expect(seen).toMatchObject([{ requestParameters: { größe: 'ä/b' } }]);
});
