import { baseModules, namedModules, settingsFor } from '../../src/build/check-python';

test.each([
  ['from aws_cdk.aws_s3 import Bucket', ['aws_s3']],
  ['import aws_cdk.aws_lambda as lambda_', ['aws_lambda']],
  ['from aws_cdk import aws_sqs as sqs, aws_sns, Stack', ['aws_sqs', 'sqs', 'aws_sns']],
  ['from aws_cdk import (\n    App,\n    aws_ec2,\n)\n', ['aws_ec2']],
  ['bucket: aws_cdk.aws_s3.Bucket', ['aws_s3.Bucket']],
  ['from constructs import Construct', []],
])('%j names %j', (source, names) => {
  expect(namedModules(source)).toEqual(names.map((name) => `aws_cdk.${name}`));
});

test('the modules that base classes are from', () => {
  const source = `
if typing.TYPE_CHECKING:
    import aws_cdk.aws_iam as _aws_iam_11111111
    import aws_cdk.aws_kms as _aws_kms_22222222
    import aws_cdk.interfaces.aws_s3 as _aws_s3_33333333

class IBucket(_aws_s3_33333333.IBucketRef, typing_extensions.Protocol):
    def grant(self, key: _aws_kms_22222222.IKey) -> None: ...

class Bucket(
    _aws_iam_11111111.Resource,
    metaclass=jsii.JSIIMeta,
):
    pass
`;
  expect(baseModules(source)).toEqual(['aws_cdk.interfaces.aws_s3', 'aws_cdk.aws_iam']);
});

test('mypy reads those modules, and no others of the CDK', () => {
  expect(settingsFor(['aws_cdk.aws_s3', 'aws_cdk.aws_iam'])).toBe(`[mypy]
strict = true
[mypy-aws_cdk.*]
follow_imports = skip
[mypy-aws_cdk,aws_cdk.aws_s3,aws_cdk.aws_iam]
follow_imports = normal
`);
});
