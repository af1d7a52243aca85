import { invoke } from 'pets-typescript-runtime/testing';
import { handler } from '../src/say-hello';

test('greets by name', async () => {
  expect(await invoke.sayHello(handler, { name: 'Grace' })).toMatchObject({ status: 200, body: { message: 'Hello Grace!' } });
});

test('refuses an empty name', async () => {
  expect(await invoke.sayHello(handler, { name: '' })).toMatchObject({ status: 400 });
});
