"""Where functions are made from."""

import importlib.util
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pets_python_infra
import pytest
from aws_cdk import App, Stack, aws_lambda
from aws_cdk.assertions import Template
from pets_python_infra import SayHelloFunction

PACKAGE = Path(pets_python_infra.__file__).parent
BUNDLE = "handlers/typescript/dist/lambda/say-hello"


def functions_in(stack: Stack) -> list[Mapping[str, Any]]:
    return list(Template.from_stack(stack).find_resources("AWS::Lambda::Function").values())


def test_the_handler_is_below_the_folder_that_the_package_was_generated_in() -> None:
    stack = Stack(App(), "Pets")
    SayHelloFunction(stack, "SayHello", memory_size=1024, runtime=aws_lambda.Runtime.NODEJS_24_X)
    (function,) = functions_in(stack)
    assert function["Properties"]["MemorySize"] == 1024
    assert function["Properties"]["Runtime"] == "nodejs24.x"
    assert function["Metadata"]["type-safe-api"] == {
        "operation": "sayHello",
        "language": "typescript",
        "source": "handlers/typescript/src/say-hello.ts",
        "bundle": BUNDLE,
    }


def test_code_of_the_users_own_needs_no_handler(installed: ModuleType) -> None:
    stack = Stack(App(), "Pets")
    code = aws_lambda.Code.from_inline("exports.handler = () => {}")
    installed.SayHelloFunction(stack, "SayHello", code=code)
    assert len(functions_in(stack)) == 1


def test_an_installed_package_finds_the_handler_around_the_working_directory(
    installed: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / BUNDLE).mkdir(parents=True)
    (tmp_path / BUNDLE / "index.js").write_text("")
    (tmp_path / "app").mkdir()
    monkeypatch.chdir(tmp_path / "app")
    stack = Stack(App(), "Pets")
    installed.SayHelloFunction(stack, "SayHello")
    assert len(functions_in(stack)) == 1


def test_an_installed_package_says_where_it_looked(
    installed: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError) as error:
        installed.CreatePetFunction(Stack(App(), "Pets"), "CreatePet")
    assert str(error.value) == (
        "neither 'handlers/typescript/dist/lambda/create-pet' nor"
        f" 'handlers/typescript/src/create-pet.ts' is in '{tmp_path}' or a folder above it, and"
        f" '{Path(str(installed.__file__)).parent}' is not where the package was generated;"
        " install the package from there with 'pip install --editable', or run this below the"
        " folder of the API"
    )


@pytest.fixture
def installed(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package elsewhere than where it was generated."""
    folder = tmp_path_factory.mktemp("site-packages") / "installed_python_infra"
    shutil.copytree(PACKAGE, folder)
    spec = importlib.util.spec_from_file_location(
        "installed_python_infra", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    for name in [name for name in sys.modules if name.split(".")[0] == "installed_python_infra"]:
        del sys.modules[name]
    sys.modules["installed_python_infra"] = module
    spec.loader.exec_module(module)
    return module
