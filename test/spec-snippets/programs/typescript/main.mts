import { writeFileSync } from 'node:fs';
import { App, type Stack } from 'aws-cdk-lib/core';
import { hello } from './hello';
import { pets } from './pets';

function synthesize(create: new (scope: App) => Stack): object {
  try {
    const app = new App({ analyticsReporting: false });
    const stack = new create(app);
    return { template: app.synth().getStackByName(stack.stackName).template };
  } catch (error) {
    return { error: String(error) };
  }
}

const cases = [...hello, ...pets].map((create) => [create.name, synthesize(create)]);
writeFileSync(process.argv[2] ?? '', JSON.stringify(Object.fromEntries(cases)));
