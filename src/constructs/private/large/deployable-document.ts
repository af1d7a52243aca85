import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  ApiDefinition,
  type ApiDefinitionConfig,
  EndpointType,
  type RestApiBaseProps,
} from 'aws-cdk-lib/aws-apigateway';
import { FileAssetPackaging, Stack, Stage } from 'aws-cdk-lib/core';
import type { Construct, IDependable } from 'constructs';
import type { JsonObject } from '../../../shared/json';
import { constructError } from '../construct-error';
import { InvocationRole } from '../invocation/invocation-role';
import { checkDocument, checkImport } from '../limits/check-document';
import { watchStack } from '../limits/check-stack';
import { inlineBytes, kilobytes, templateBytes, warnTemplateSize, writtenBytes } from '../limits/template-size';
import { hasEnvironment, type PlacedDocument, placeVariables } from './place-variables';
import { markReferences } from './references';
import { checkStageVariables, stageVariableLimits } from './stage-variables';

/** A document as it is deployed. */
export interface DeployableDocument {
  /** The document, with its references. */
  readonly document: JsonObject;
  readonly definition: ApiDefinition;
  /** What every stage of the API needs, by their names. */
  readonly variables: { [name: string]: string };
  /** Options of the REST API, whose stage has the variables. */
  readonly options: RestApiBaseProps;
  /** What has to be there before the API. */
  readonly dependencies: readonly IDependable[];
}

/**
 * Takes a document into the template, or where it is too large for that, writes it to a file that CloudFormation reads from S3. That file has
 * no references, so they become variables of the stage.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-restapi.html#cfn-apigateway-restapi-bodys3location
 */
export function deployableDocument(
  scope: Construct,
  document: JsonObject,
  options: RestApiBaseProps,
): DeployableDocument {
  const own = options.deployOptions?.variables ?? {};
  checkStageVariables(scope, own);
  const resolved = Stack.of(scope).resolve(document) as JsonObject;
  checkDocument(scope, resolved, isEdge(options));
  const bytes = writtenBytes(scope, resolved);
  const external = bytes <= inlineBytes ? undefined : externalDocument(scope, document, own);
  if (external !== undefined && !('problem' in external)) {
    const { definition, variables, dependencies } = external;
    watchStack(scope, { bytes: 0 });
    return { document, definition, variables, dependencies, options: withVariables(options, variables) };
  }
  const problem = external?.problem;
  if (problem !== undefined) checkInline(scope, resolved, problem);
  watchStack(scope, { bytes, problem });
  return { document, definition: ApiDefinition.fromInline(document), variables: {}, dependencies: [], options };
}

function checkInline(scope: Construct, resolved: JsonObject, problem: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(resolved));
  if (bytes <= templateBytes) {
    warnTemplateSize(scope, resolved, problem);
    return;
  }
  throw constructError(
    scope,
    `the document of the API is ${kilobytes(bytes)}, more than the ${kilobytes(templateBytes)} of a CloudFormation template, and it cannot be deployed from S3: ${problem}`,
  );
}

function isEdge({ endpointConfiguration, endpointTypes }: RestApiBaseProps): boolean {
  return (endpointConfiguration?.types ?? endpointTypes ?? []).includes(EndpointType.EDGE);
}

function withVariables(options: RestApiBaseProps, variables: { [name: string]: string }): RestApiBaseProps {
  if (options.deploy === false) return options;
  const { deployOptions } = options;
  return { ...options, deployOptions: { ...deployOptions, variables: { ...deployOptions?.variables, ...variables } } };
}

type External = Pick<DeployableDocument, 'definition' | 'variables' | 'dependencies'>;

function externalDocument(
  scope: Construct,
  document: JsonObject,
  own: Readonly<Record<string, string>>,
): External | { readonly problem: string } {
  const stack = Stack.of(scope);
  if (!hasEnvironment(stack)) {
    return {
      problem: `the account and the region of the stack '${stack.node.path}' must be known for that; give it 'env: { account, region }'`,
    };
  }
  const placed = placeVariables(scope, markReferences(scope, document));
  const problem = problemOf(placed, own);
  if (problem !== undefined) return { problem };
  const text = JSON.stringify(placed.document);
  checkImport(scope, Buffer.byteLength(text));
  const role = InvocationRole.find(scope);
  return {
    definition: new FileDefinition(scope, text),
    variables: placed.variables,
    // Its ARN is in the document where variables may not be.
    dependencies: role === undefined ? [] : [role],
  };
}

function problemOf({ problems, variables }: PlacedDocument, own: Readonly<Record<string, string>>): string | undefined {
  if (problems.length > 0) {
    const [first, ...others] = problems;
    return `${first}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
  }
  const names = Object.keys(variables);
  const count = names.length + Object.keys(own).length;
  if (count <= stageVariableLimits.variables) return undefined;
  return `its functions, roles and other resources take ${names.length} variables of the stage, with those of 'deployOptions' ${count}, and a stage has ${stageVariableLimits.variables}; let one function handle many operations, give functions a 'functionName', or split the model into several APIs`;
}

/** A document in a file of the cloud assembly, which is published with its other assets. */
class FileDefinition extends ApiDefinition {
  constructor(
    private readonly scope: Construct,
    private readonly text: string,
  ) {
    super();
  }

  override bind(): ApiDefinitionConfig {
    const sourceHash = createHash('sha256').update(this.text).digest('hex');
    const fileName = `asset.${sourceHash}.json`;
    const file = path.join(Stage.of(this.scope)?.outdir ?? '.', fileName);
    if (!existsSync(file)) writeFileSync(file, this.text);
    const { bucketName, objectKey } = Stack.of(this.scope).synthesizer.addFileAsset({
      fileName,
      packaging: FileAssetPackaging.FILE,
      sourceHash,
    });
    return { s3Location: { bucket: bucketName, key: objectKey } };
  }
}
