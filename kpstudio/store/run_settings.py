"""What a training was asked for, as the folder of its run tells."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.core.texts import say
from kpstudio.io.atomic import write_text
from kpstudio.io.formats import json_text


class RunSettings:
    """The files of a run that do not change while it is trained.

    Attributes:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        """Take the folder of a run; nothing is read yet."""
        self.path = path

    @property
    def name(self) -> str:
        """The folder's name, which identifies the run in its project."""
        return self.path.name

    @property
    def label(self) -> str:
        """What to call the run: the name a person gave it, else its folder's."""
        try:
            return str(self._read("label.json")["label"])
        except (InputError, KeyError, TypeError):
            return self.name

    @cached_property
    def config(self) -> dict[str, Any]:
        """The settings of the training, as given to `RunFolder.create`.

        Raises:
            InputError: If they cannot be read.
        """
        config = self._read("config.json")
        if not isinstance(config, dict):
            raise self._damaged("config.json", say("it contains no settings"))
        return config

    @cached_property
    def scheme(self) -> PointSchema:
        """The landmark scheme.

        Raises:
            InputError: If it cannot be read.
        """
        return PointSchema.from_json(self._read("scheme.json"))

    @cached_property
    def split(self) -> Split:
        """Which faces were trained on and which held out.

        Raises:
            InputError: If it cannot be read.
        """
        data = self._read("split.json")
        try:
            return Split(
                tuple(data["training"]),
                tuple(data["validation"]),
                str(data["by"]),
                str(data.get("where", "")),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise self._damaged("split.json", error) from error

    @cached_property
    def versions(self) -> dict[str, str]:
        """The versions that trained it.

        Raises:
            InputError: If they cannot be read.
        """
        data = self._read("versions.json")
        if not isinstance(data, dict):
            raise self._damaged("versions.json", say("it contains no versions"))
        return {str(key): str(value) for key, value in data.items()}

    @property
    def data(self) -> dict[str, Any]:
        """What was opened to train on, as given to `RunFolder.create`.

        Raises:
            InputError: If it cannot be read.
        """
        data = self._read("data.json")
        return data if isinstance(data, dict) else {}

    def require_there(self) -> None:
        """Check that nobody has deleted the run.

        Raises:
            InputError: If its folder is no longer there.
        """
        if not self.path.is_dir():
            raise InputError(say("{path} is no longer there: the run was deleted", path=self.path))

    def _damaged(self, name: str, error: object) -> InputError:
        return InputError(say("{path} is damaged: {error}", path=self.path / name, error=error))

    def _write(self, name: str, value: Any) -> None:
        self.require_there()  # writing would make it again
        write_text(self.path / name, json.dumps(value, indent=1) + "\n")

    def _read(self, name: str) -> Any:
        return json_text.load_alone(self.path / name)
