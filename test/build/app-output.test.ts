import { withoutOurs } from '../../src/build/app-output';

test('of an app in TypeScript, the frames of the app are left', () => {
  const printed = `/work/api/node_modules/tsx/dist/register.mjs:2
${'x'.repeat(600)}
   ^
Error: no integration for sayHello
    at check (/work/api/node_modules/aws-cdk-lib/core.js:1:1)
    at new ApiStack (/work/api/app/src/main.ts:9:5)
    at Array.map (<anonymous>)
    at node:internal/main:2:3

Node.js v20.20.2
`;
  expect(withoutOurs(printed, '/work/api')).toBe(`node_modules/tsx/dist/register.mjs:2
Error: no integration for sayHello
    at new ApiStack (app/src/main.ts:9:5)`);
});

test('of an app in Python, an error of a construct is told once, with the frames of the app', () => {
  const printed = `jsii.errors.JavaScriptError: 
  TypeSafeApiError: operation 'getPet': there is no such thing [at Pets/Api]
      at constructError (/tmp/jsii-kernel-f1/node_modules/type-safe-api-project/lib/construct-error.js:7:19)

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/work/api/app/app.py", line 41, in <module>
    ApiStack(app, "Pets")
  File "/work/api/.venv/lib/python3.11/site-packages/jsii/_runtime.py", line 135, in __call__
    inst = super(JSIIMeta, cast(JSIIMeta, cls)).__call__(*args, **kwargs)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/work/api/app/app.py", line 22, in __init__
    Api(
  File "/work/api/generated/infrastructure/python/pets_python_infra/api.py", line 84, in __init__
    super().__init__(
RuntimeError: operation 'getPet': there is no such thing [at Pets/Api]
`;
  expect(withoutOurs(printed, '/work/api')).toBe(`Traceback (most recent call last):
  File "app/app.py", line 41, in <module>
    ApiStack(app, "Pets")
  File "app/app.py", line 22, in __init__
    Api(
RuntimeError: operation 'getPet': there is no such thing [at Pets/Api]`);
});

test('of an app in Python, what it prints and raises itself is left as it is', () => {
  const printed = `a warning
Traceback (most recent call last):
  File "/work/api/app/app.py", line 3, in <module>
    raise ValueError(
ValueError: mine
`;
  expect(withoutOurs(printed, '/work/api')).toBe(printed.replace('/work/api/', '').trimEnd());
});

test('of an app in Java, an error of a construct is told once, with the frames of the app', () => {
  const message = "operation 'getPet': there is no such thing [at Pets/Api]";
  const printed = `Exception in thread "main" software.amazon.jsii.JsiiError: ${message}
TypeSafeApiError: ${message}
    at constructError (/tmp/jsii-kernel-rS/node_modules/type-safe-api-project/lib/construct-error.js:7:19)
\tat software.amazon.jsii.JsiiRuntime.processErrorResponse(JsiiRuntime.java:159)
\tat io.github.typesafeapiproject.constructs.TypeSafeRestApi.<init>(TypeSafeRestApi.java:35)
\tat com.example.pets.app.App$ApiStack.<init>(App.java:47)
\tat com.example.pets.app.App.main(App.java:22)
`;
  expect(withoutOurs(printed, '/work/api')).toBe(`Exception in thread "main" software.amazon.jsii.JsiiError: ${message}
\tat com.example.pets.app.App$ApiStack.<init>(App.java:47)
\tat com.example.pets.app.App.main(App.java:22)`);
});
