import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { HandlerFunctionProps } from '../handler-function';
import { constructError } from './construct-error';

type Defaults = Required<Pick<lambda.FunctionProps, 'handler' | 'runtime' | 'memorySize'>> &
  Pick<lambda.FunctionProps, 'architecture' | 'snapStart'>;

/** What a function has by the language of its handler, where nobody says otherwise. */
export function defaultsOf(scope: Construct, props: HandlerFunctionProps): Defaults {
  if (props.language === 'python') return pythonDefaults(scope, props);
  if (props.language === 'java') return javaDefaults(props);
  return { handler: 'index.handler', runtime: latestNode(), memorySize: 512, ...snapshots(props, false) };
}

function latestNode(): lambda.Runtime {
  return (lambda.Runtime.NODEJS_24_X as lambda.Runtime | undefined) ?? lambda.Runtime.NODEJS_22_X;
}

/** `handlers/python/pets_python_handlers/say_hello.py` is the module `pets_python_handlers.say_hello`. */
function pythonDefaults(scope: Construct, props: HandlerFunctionProps): Defaults {
  const module = props.source.split('/').slice(2).join('.').replace(/\.py$/, '');
  const made = props.code === undefined ? packedFor(props) : undefined;
  if (made !== undefined) checkMade(scope, props, made);
  return {
    handler: `${module}.handler`,
    runtime: made === undefined ? lambda.Runtime.PYTHON_3_13 : pythonRuntime(made.runtime),
    memorySize: 512,
    ...(made === undefined ? {} : { architecture: architectureOf(made.architecture) }),
    ...snapshots(props, false),
  };
}

/** What the packages in a bundle were chosen for. */
interface Packed {
  /** Such as `python3.13`. */
  readonly runtime: string;
  /** `x86_64` or `arm64`. */
  readonly architecture: string;
}

/** Beside a bundle, whoever made it says what it is for. */
function packedFor({ directory, bundle }: HandlerFunctionProps): Packed | undefined {
  const file = path.resolve(directory, `${bundle}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Packed) : undefined;
}

/** Packages with compiled code run on what they were compiled for, and nowhere else. */
function checkMade(scope: Construct, props: HandlerFunctionProps, { runtime, architecture }: Packed): void {
  const { operation } = props;
  const wanted = [
    ['runtime', runtime, props.runtime?.name],
    ['architecture', architecture, props.architecture?.name],
  ] as const;
  for (const [option, made, given] of wanted) {
    if (given === undefined || given === made || Token.isUnresolved(given)) continue;
    const choice = option === 'runtime' ? 'pythonVersion' : 'architecture';
    throw constructError(
      scope,
      `the function of operation '${operation}' is to run on ${given}, but its handlers were packed for ${made}; leave '${option}' out, and choose it in .projenrc.ts: handlers: { options: { python: { ${choice} } } }`,
    );
  }
}

function pythonRuntime(name: string): lambda.Runtime {
  const known = lambda.Runtime.ALL.find((runtime) => runtime.name === name);
  return known ?? new lambda.Runtime(name, lambda.RuntimeFamily.PYTHON);
}

function architectureOf(name: string): lambda.Architecture {
  return name === lambda.Architecture.ARM_64.name ? lambda.Architecture.ARM_64 : lambda.Architecture.X86_64;
}

/**
 * `handlers/java/src/main/java/com/example/pets/handlers/SayHelloHandler.java` is the class `com.example.pets.handlers.SayHelloHandler`. It starts
 * from a snapshot, unless the function has what snapshots cannot have.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html
 */
function javaDefaults(props: HandlerFunctionProps): Defaults {
  const { source, filesystem, ephemeralStorageSize } = props;
  const handler = source
    .replace(/^.*?\/java\/src\/main\/java\//, '')
    .replace(/\.java$/, '')
    .replaceAll('/', '.');
  const tooMuch = ephemeralStorageSize !== undefined && ephemeralStorageSize.toMebibytes() > 512;
  const can = filesystem === undefined && !tooMuch;
  return { handler, runtime: lambda.Runtime.JAVA_21, memorySize: 1024, ...snapshots(props, can) };
}

function snapshots({ startsFromSnapshot }: HandlerFunctionProps, byDefault: boolean): Pick<Defaults, 'snapStart'> {
  return (startsFromSnapshot ?? byDefault) ? { snapStart: lambda.SnapStartConf.ON_PUBLISHED_VERSIONS } : {};
}
