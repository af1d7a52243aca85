"""Finds what function constructs are made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_FOLDER_IN_API = ("generated", "infrastructure", "python")


@dataclass(frozen=True, kw_only=True)
class HandlerOrigin:
    """Where the handler of an operation is; paths are relative to the folder of the API."""

    operation: str
    language: str
    source: str
    bundle: str

    def directory(self) -> str:
        """The folder of the API.

        That is where this package was generated, or, for a package that was built and installed,
        the nearest folder around the working directory that has the handler or its bundle.

        :raises FileNotFoundError: if there is no such folder.
        """
        package = Path(__file__).resolve().parent
        if package.parent.parts[-len(_FOLDER_IN_API) :] == _FOLDER_IN_API:
            return str(package.parents[len(_FOLDER_IN_API)])
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / self.bundle).exists() or (folder / self.source).exists():
                return str(folder)
        raise FileNotFoundError(
            f"neither '{self.bundle}' nor '{self.source}' is in '{here}' or a folder above it,"
            f" and '{package}' is not where the package was generated;"
            " install the package from there with 'pip install --editable', or run this below the"
            " folder of the API"
        )
