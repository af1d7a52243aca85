import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { githubApi } from '../api.mjs';
import { bytesIn, freshFolder } from '../folders.mjs';
import { mediansInTurns, middle, root, scratch } from '../measure.mjs';
import { asRatio, figure, heading, inMegabytes, inMilliseconds, inSeconds } from '../report.mjs';
import { javaStart } from './java-start.mjs';

/** Generation in three languages, what a handler in Python costs to load, and what one in Java costs to start. */
export async function languages() {
  heading("GitHub's API in TypeScript alone, and in TypeScript, Python and Java at once");
  const choices = ['typescript', 'typescript,python,java'];
  const medians = await mediansInTurns(choices.map((names) => ({ times: 3, prepare: () => generation(names) })));
  for (const [index, { seconds, megabytes, folder }] of medians.entries()) {
    const note = `${inMegabytes(megabytes)} peak, ${inMegabytes(bytesIn(folder) / 1e6)} written`;
    figure(choices[index], inSeconds(seconds), { note });
  }
  const [alone, together] = medians;
  figure('ratio of times, three languages to one', asRatio(together.seconds / alone.seconds), { goal: '<= 3' });
  pythonImport();
  await javaStart();
}

/** Writes runtimes, handlers and infrastructure of so many languages in one process. */
function generation(names) {
  const folder = freshFolder('languages');
  const all = ['--runtime', names, '--handlers', names, '--infrastructure', names];
  const cli = [process.execPath, path.join(root, 'lib/cli/main.js'), 'generate', '--name', 'bench'];
  return { folder, argv: [...cli, '--model', githubApi, '--output', folder, ...all] };
}

const byHand = `
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel
from typing import Annotated

app = APIGatewayRestResolver(enable_validation=True)


class Greeting(BaseModel):
    message: str


@app.get("/hello")
def say_hello(name: Annotated[str, Query(min_length=1)]) -> Greeting:
    return Greeting(message=f"Hello {name}!")


def handler(event, context):
    return app.resolve(event, context)
`;

const ours = `
from pets_python_runtime.handlers.say_hello import SayHelloOperationResponses, SayHelloRequest, say_hello_handler
from pets_python_runtime.interceptors import INTERCEPTORS
from pets_python_runtime.models import Greeting
from pets_python_runtime.response import Response


def say_hello(input: SayHelloRequest) -> SayHelloOperationResponses:
    return Response.success(Greeting(message=f"Hello {input.request_parameters.name}!"))


handler = say_hello_handler(interceptors=INTERCEPTORS)(say_hello)
`;

/** Loads the handler of the sample in new processes, byte code at hand, beside the same one written with Powertools alone. */
function pythonImport() {
  const python = path.join(root, '.cache/python/bin/python');
  heading("Loading the sample's handler in Python, median of 15 processes");
  if (!existsSync(python))
    return console.log("  left out: the environment of the tests is not there; 'npm test' makes it");
  const folder = path.join(scratch, 'python-import');
  const model = path.join(root, 'samples/root/model/src/main.yaml');
  const command = ['generate', '--model', model, '--output', folder, '--name', 'pets', '--runtime', 'python'];
  execFileSync(process.execPath, [path.join(root, 'lib/cli/main.js'), ...command], { stdio: 'pipe' });
  mkdirSync(path.join(folder, 'handlers'), { recursive: true });
  for (const [name, text] of Object.entries({ ours, by_hand: byHand })) {
    writeFileSync(path.join(folder, 'handlers', `${name}.py`), text);
  }
  const paths = [path.join(folder, 'generated/runtime/python'), path.join(folder, 'handlers')].join(path.delimiter);
  const load = (module) => {
    const program = `import time; start = time.perf_counter(); import ${module}; print((time.perf_counter() - start) * 1000)`;
    const env = { ...process.env, PYTHONPATH: paths };
    const run = () => Number(execFileSync(python, ['-c', program], { env, encoding: 'utf8' }));
    run();
    return middle(Array.from({ length: 15 }, run));
  };
  const [mine, theirs] = [load('ours'), load('by_hand')];
  figure('here', inMilliseconds(mine));
  figure('by hand, with Powertools and pydantic', inMilliseconds(theirs));
  figure('ratio of times', asRatio(mine / theirs));
}
