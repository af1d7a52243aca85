import type { javascript, ProjectOptions } from 'projen';
import type { BindingsSource } from './bindings';
import type { Language, ModelLanguage } from './language';
import type { DocumentationFormat, Library } from './outputs';

/** Options of the sample model that a new OpenAPI model starts as. */
export interface OpenApiModelOptions {
  /**
   * The title of the API.
   *
   * @default - the name of the project, in words
   */
  readonly title?: string;
}

/** Options of the model, by its language. */
export interface ModelLanguageOptions {
  /**
   * For models in OpenAPI.
   *
   * @default - an API that is called like the project
   */
  readonly openapi?: OpenApiModelOptions;
}

/** What the API is modelled in. */
export interface ModelOptions {
  /**
   * The language of the model.
   *
   * @default - what `modelLanguage` says
   */
  readonly language?: ModelLanguage;
  /**
   * Options of the model, by its language.
   *
   * @default - none
   */
  readonly options?: ModelLanguageOptions;
}

/** Options of a package in TypeScript. */
export interface TypeScriptPackageOptions {
  /**
   * Dependencies, such as `@aws-sdk/client-dynamodb@^3`.
   *
   * @default - only what the generated code needs
   */
  readonly deps?: string[];
  /**
   * Dependencies that only building and testing needs.
   *
   * @default - only what the generated code needs
   */
  readonly devDeps?: string[];
}

/** Options of a package in Python. */
export interface PythonPackageOptions {
  /**
   * Requirements of the package as pip writes them, such as `cdk-nag>=2,<3`.
   *
   * @default - only what the generated code needs
   */
  readonly deps?: string[];
  /**
   * Requirements that only building and testing needs: they are installed into the environment of the workspace.
   *
   * @default - only what the build needs
   */
  readonly devDeps?: string[];
}

/** Options of a package in Java. */
export interface JavaPackageOptions {
  /**
   * Dependencies as Maven writes them, such as `io.github.cdklabs:cdknag:2.35.0`.
   *
   * @default - only what the generated code needs
   */
  readonly deps?: string[];
  /**
   * Dependencies that only tests need, in the same way.
   *
   * @default - only what the generated tests need
   */
  readonly devDeps?: string[];
}

/** Options of Lambda handlers in Python: their functions run on what is said here. */
export interface PythonHandlersOptions extends PythonPackageOptions {
  /**
   * The version of Python on AWS Lambda: `3.11` or newer. Tests run on the Python of the workspace.
   *
   * @default '3.13'
   */
  readonly pythonVersion?: string;
  /**
   * The processors of AWS Lambda: `x86_64` or `arm64`. Packages with compiled code are those that were made for them.
   *
   * @default 'x86_64'
   */
  readonly architecture?: string;
}

/** Options of generated packages, by their language. */
export interface PackageOptions {
  /**
   * For packages in TypeScript.
   *
   * @default - none
   */
  readonly typescript?: TypeScriptPackageOptions;
  /**
   * For packages in Python.
   *
   * @default - none
   */
  readonly python?: PythonPackageOptions;
  /**
   * For packages in Java.
   *
   * @default - none
   */
  readonly java?: JavaPackageOptions;
}

/** Options of the packages of handlers, by their language. */
export interface HandlerPackageOptions {
  /**
   * For handlers in TypeScript.
   *
   * @default - none
   */
  readonly typescript?: TypeScriptPackageOptions;
  /**
   * For handlers in Python.
   *
   * @default - none
   */
  readonly python?: PythonHandlersOptions;
  /**
   * For handlers in Java.
   *
   * @default - none
   */
  readonly java?: JavaPackageOptions;
}

/** The runtime packages: types, validation, client and handler wrappers. */
export interface RuntimeOptions {
  /**
   * The languages to generate, besides those that handlers and infrastructure need.
   *
   * @default - only those that handlers and infrastructure need
   */
  readonly languages?: Language[];
  /**
   * Options of the packages, by their language.
   *
   * @default - none
   */
  readonly options?: PackageOptions;
}

/** The Lambda handlers. */
export interface HandlersOptions {
  /**
   * The languages that operations may name in `x-handler`.
   *
   * @default - what `handlerLanguage` says
   */
  readonly languages?: Language[];
  /**
   * Options of the packages, by their language.
   *
   * @default - none
   */
  readonly options?: HandlerPackageOptions;
}

/** How the data of mocks is made, which `MockIntegrations` answer with. */
export interface MockDataOptions {
  /**
   * Leaves the data of mocks out of the infrastructure: whoever mocks a response gives its body, and there is no `mockAll`.
   *
   * @default false
   */
  readonly disable?: boolean;
  /**
   * Where people, places and companies are from: `en`, `de`, `es` or `fr`. All other words are English.
   *
   * @default 'en'
   */
  readonly locale?: string;
  /**
   * How many items a list has where the model leaves it open, from 0 to 100. Lists in lists have fewer.
   *
   * @default 3
   */
  readonly maxArrayLength?: number;
  /**
   * Another seed gives other values. A whole number from 0 to 4294967295.
   *
   * @default 1337
   */
  readonly seed?: number;
}

/** The CDK constructs of the API. */
export interface InfrastructureOptions {
  /**
   * The language of the CDK app that uses them.
   *
   * @default - what `infrastructureLanguage` says
   */
  readonly language?: Language;
  /**
   * Options of the package, by its language.
   *
   * @default - none
   */
  readonly options?: PackageOptions;
  /**
   * Where Python and Java get the constructs of this package from.
   *
   * @default BindingsSource.PACKAGE
   */
  readonly bindings?: BindingsSource;
  /**
   * How the data of mocks is made.
   *
   * @default - for every response, in English, lists of up to three items
   */
  readonly mockDataOptions?: MockDataOptions;
}

/** The generated documentation. */
export interface DocumentationOptions {
  /** The formats to generate. */
  readonly formats: DocumentationFormat[];
}

/** The generated libraries. */
export interface LibraryOptions {
  /** The libraries to generate. */
  readonly libraries: Library[];
}

/** Options of a type-safe API. `name` alone gives a workspace with a model, handlers and a CDK app in TypeScript. */
export interface TypeSafeApiProjectOptions extends ProjectOptions {
  /**
   * What the API is modelled in.
   *
   * @default - an OpenAPI document, `model/src/main.yaml`
   */
  readonly model?: ModelOptions;
  /**
   * The runtime packages: types, validation, client and handler wrappers.
   *
   * @default - in the languages of handlers and infrastructure
   */
  readonly runtime?: RuntimeOptions;
  /**
   * The Lambda handlers.
   *
   * @default - in TypeScript
   */
  readonly handlers?: HandlersOptions;
  /**
   * The CDK constructs of the API.
   *
   * @default - in TypeScript
   */
  readonly infrastructure?: InfrastructureOptions;
  /**
   * The generated documentation.
   *
   * @default - one page of HTML
   */
  readonly documentation?: DocumentationOptions;
  /**
   * The generated libraries.
   *
   * @default - none
   */
  readonly library?: LibraryOptions;
  /**
   * Whether generated code is committed. It is generated by every build, so it need not be.
   *
   * @default false
   */
  readonly commitGeneratedCode?: boolean;
  /**
   * Whether there is a CDK app that instantiates the API, in `app`.
   *
   * @default - true for a workspace of its own, false below a parent, which tends to have one for all of its APIs
   */
  readonly app?: boolean;
  /**
   * Whether to start with a sample model and app. Files that are there are left alone.
   *
   * @default true
   */
  readonly sampleCode?: boolean;
  /**
   * The package manager of the workspace. Below a parent, it is the parent's.
   *
   * @default - npm, or what `projen new` was started with
   * @featured
   */
  readonly packageManager?: javascript.NodePackageManager;
  /**
   * The language of the model, as one word for the command line; `model` says more.
   *
   * @default ModelLanguage.OPENAPI
   */
  readonly modelLanguage?: ModelLanguage;
  /**
   * The language of the CDK app, as one word for the command line; `infrastructure` says more.
   *
   * @default Language.TYPESCRIPT
   */
  readonly infrastructureLanguage?: Language;
  /**
   * The language of the handlers, as one word for the command line; `handlers` can name several.
   *
   * @default Language.TYPESCRIPT
   */
  readonly handlerLanguage?: Language;
  /**
   * The Java package that generated Java lives below, such as `com.acme.pets`.
   *
   * @default - `com.example` and the name of the API
   */
  readonly javaPackage?: string;
  /**
   * Dependencies of the workspace itself, which only building needs, such as other projen modules.
   *
   * @default - this package, projen and what they need
   */
  readonly devDeps?: string[];
}
