import type { CfnFunction, IFunction } from 'aws-cdk-lib/aws-lambda';
import { Annotations, CfnResource } from 'aws-cdk-lib/core';

/**
 * Warns where SnapStart would do nothing: the function is invoked as it is, and only published versions start from a snapshot.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html
 */
export function warnWithoutSnapStart(lambdaFunction: IFunction): void {
  const resource = lambdaFunction.node.defaultChild;
  if (!CfnResource.isCfnResource(resource) || resource.cfnResourceType !== 'AWS::Lambda::Function') return;
  if ((resource as CfnFunction).snapStart === undefined) return;
  Annotations.of(lambdaFunction).addWarningV2(
    'type-safe-api-project:snap-start',
    `the API invokes '${lambdaFunction.node.path}' itself, but SnapStart is for published versions only; give the integration its 'currentVersion', or an alias of it`,
  );
}
