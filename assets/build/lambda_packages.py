"""Installs what Lambda functions require, for a version of Python and processors that are not those of this machine.

pip chooses wheels for another platform, but evaluates the markers of requirements for the Python that it runs on. So what is installed is
looked through with the markers of the platform it is for, and what is missing then is asked for as well.

Arguments: the folder to install into, the version of Python, the processors as wheels have them, a file of constraints that may not be there,
and requirements.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path

from pip._vendor.packaging.markers import default_environment
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

# The newest glibc of the systems that Lambda runs Python on: https://docs.aws.amazon.com/linux/al2023/ug/compare-with-al2.html
GLIBC = {"3.11": 26}
NEWER_GLIBC = 34


def main() -> int:
    """Installs until nothing is missing."""
    folder, version, machine, constraints, *requirements = sys.argv[1:]
    target = Path(folder)
    environment = target_environment(version, machine)
    wanted = [without_marker(each) for each in map(Requirement, requirements) if applies(each, environment, [""])]
    while True:
        shutil.rmtree(target, ignore_errors=True)
        if wanted and (code := install(target, version, machine, Path(constraints), wanted)) != 0:
            return code
        missing = list(missing_requirements(target, wanted, environment))
        if not missing:
            break
        wanted += missing
    # Scripts name the Python of this machine, and nothing runs them.
    shutil.rmtree(target / "bin", ignore_errors=True)
    return 0


def install(target: Path, version: str, machine: str, constraints: Path, requirements: Iterable[str]) -> int:
    """Has pip install wheels; there is nothing to compile others with."""
    newest = GLIBC.get(version, NEWER_GLIBC)
    platforms = [f"manylinux_2_{minor}_{machine}" for minor in range(newest, 4, -1)]
    platforms += [f"manylinux2014_{machine}", f"linux_{machine}"]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-input"]
    command += ["--no-compile", "--only-binary=:all:", "--implementation", "cp", "--python-version", version]
    command += [option for platform in platforms for option in ("--platform", platform)]
    command += ["--constraint", str(constraints)] if constraints.exists() else []
    return subprocess.run([*command, "--target", str(target), *requirements], check=False).returncode


def target_environment(version: str, machine: str) -> dict[str, str]:
    """What markers are compared with."""
    return {
        **default_environment(),
        "implementation_name": "cpython",
        "os_name": "posix",
        "platform_machine": machine,
        "platform_python_implementation": "CPython",
        "platform_system": "Linux",
        "python_full_version": f"{version}.0",
        "python_version": version,
        "sys_platform": "linux",
    }


def missing_requirements(target: Path, wanted: Iterable[str], environment: dict[str, str]) -> Iterator[str]:
    """What installed packages require on the platform they are for, and was not installed."""
    installed = {canonicalize_name(each.name): each for each in distributions(path=[str(target)])}
    extras = {canonicalize_name(name): found for name, found in extras_of(wanted)}
    for name, distribution in installed.items():
        for requirement in map(Requirement, distribution.requires or []):
            if not applies(requirement, environment, ["", *extras.get(name, ())]):
                continue
            if canonicalize_name(requirement.name) not in installed:
                yield without_marker(requirement)


def extras_of(wanted: Iterable[str]) -> Iterator[tuple[str, set[str]]]:
    """The extras of a package that are asked for."""
    for each in wanted:
        requirement = Requirement(each)
        yield requirement.name, requirement.extras


def without_marker(requirement: Requirement) -> str:
    """A requirement that is one on the platform, as pip does not judge by this machine."""
    requirement.marker = None
    return str(requirement)


def applies(requirement: Requirement, environment: dict[str, str], extras: Iterable[str]) -> bool:
    """Whether a requirement is one on a platform."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in extras)


if __name__ == "__main__":
    sys.exit(main())
