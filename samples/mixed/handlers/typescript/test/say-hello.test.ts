import { invoke } from 'pets-typescript-runtime/testing';
import { handler } from '../src/say-hello';

test('answers with 200', async () => {
  const response = await invoke.sayHello(handler, { name: 'Hidden lantern' });
  expect(response).toMatchObject({ status: 200 });
});
