import { pythonInfrastructurePackage, pythonPackageNames } from '../../src/shared/python-packages';
import { toToml } from '../../src/shared/toml';

test.each([
  ['pets', 'pets-python-infra', 'pets_python_infra'],
  ['@acme/Pets', 'acme-pets-python-infra', 'acme_pets_python_infra'],
  ['my.api_v2', 'my-api-v2-python-infra', 'my_api_v2_python_infra'],
  ['3d-models', '3d-models-python-infra', 'api_3d_models_python_infra'],
  ['Größe', 'gr-e-python-infra', 'gr_e_python_infra'],
  ['!', 'api-python-infra', 'api_python_infra'],
])('the package of %s is %s, and %s is imported', (name, infrastructure, module) => {
  expect(pythonPackageNames(name)).toMatchObject({ infrastructure, module });
});

test('pyproject.toml', () => {
  expect(toToml(pythonInfrastructurePackage('pets'))).toBe(`[build-system]
requires = ["setuptools>=64"]
build-backend = "setuptools.build_meta"

[project]
name = "pets-python-infra"
version = "0.0.0"
description = "CDK constructs of pets"
requires-python = ">=3.11"
dependencies = [
    "aws-cdk-lib>=2.200.0,<3",
    "constructs>=10.4.2,<11",
    "type-safe-api-project",
]

[tool.setuptools]
packages = ["pets_python_infra"]

[tool.setuptools.package-dir]
"" = "."

[tool.setuptools.package-data]
pets_python_infra = [
    "py.typed",
    "assets/*.json",
]

[tool.mypy]
strict = true

[tool.ruff]
line-length = 100

[tool.ruff.lint]
ignore = ["N999"]

[tool.ruff.format]
exclude = ["*.py"]
`);
});

test('texts and keys of TOML', () => {
  const content = { 'a b': 'say "hi"\n\u007f', list: [], table: { of: { nothing: {} } }, last: { number: 1.5 } };
  expect(toToml(content)).toBe(`"a b" = "say \\"hi\\"\\n\\u007f"
list = []

[last]
number = 1.5
`);
});
