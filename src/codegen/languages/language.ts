import type { JsonObject } from '../../shared/json';
import type { MockData } from '../../shared/mock-data';
import type { LanguageName } from '../../shared/workspace';
import type { GeneratedFile } from '../emit/generated-file';
import type { MockResponses } from '../mocks/mock-responses';
import type { Service } from '../model/service';
import type { Renaming } from './renaming';

/** What every emitter gets. */
export interface EmitInput {
  readonly service: Service;
  /** The name of the API: package names start with it. */
  readonly name: string;
  /** The document that API Gateway will import, before integrations are added (src/openapi/gateway). */
  readonly gatewayDocument: JsonObject;
  /** The languages whose handler packages are generated: their operations get function constructs. */
  readonly handlers: readonly LanguageName[];
  /** The Java package that generated Java lives below; derived from the name if absent. */
  readonly javaPackage?: string;
  /** How mocks are made; with `disable`, the infrastructure has none. */
  readonly mockData?: MockData;
  /** A mock for every response, made when it is first asked for. */
  readonly mocks: () => MockResponses;
}

/** One package of one language: its files, with paths relative to the package's folder. */
export type EmitPackage = (input: EmitInput) => Iterable<GeneratedFile>;

/** All that the generator knows of a language. A package kind that a language does not have yet is absent. */
export interface Language {
  readonly name: LanguageName;
  /** To `generated/runtime/<language>`. */
  readonly runtime?: EmitPackage;
  /** To `handlers/<language>`: stubs and tests for the operations with this language in `x-handler`. */
  readonly handlers?: EmitPackage;
  /** To `generated/infrastructure/<language>`. */
  readonly infrastructure?: EmitPackage;
  /** What is called otherwise than its name in the model says, for `check` to tell. */
  readonly renamings?: (service: Service) => Iterable<Renaming>;
}
