import { createClient, sayHello } from 'pets-typescript-runtime';

/** What the home page says. */
export async function welcome(baseUrl: string, name: string): Promise<string> {
  const { message } = await sayHello(createClient({ baseUrl }), { name });
  return `<h1>${message}</h1>`;
}
