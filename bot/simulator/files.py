"""Files on the simulated Telegram: what was uploaded, by whom, within which sizes."""

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePath

from bot.simulator import refusals
from bot.simulator.shapes import StoredFile

MEGABYTE = 1024 * 1024
MAX_UPLOAD = 50 * MEGABYTE
MAX_PHOTO = 10 * MEGABYTE
MAX_DOWNLOAD = 20 * MEGABYTE


@dataclass(slots=True)
class Files:
    """Every file by its file_id."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)

    def keep(self, content: bytes, name: str, *, mime: str, kind: str) -> StoredFile:
        """Store a file: the same bytes keep one unique id, each sending has a file_id of its own."""
        number = len(self.by_id) + 1
        digest = hashlib.sha256(content).hexdigest()[:16]
        path = f"{kind}s/file_{number}{PurePath(name).suffix}"
        file = StoredFile(f"SIM-{kind}-{number}-{digest}", digest, name, mime, path, content)
        self.by_id[file.file_id] = file
        return file

    def find(self, file_id: str) -> StoredFile:
        """A file the bot may fetch.

        Raises:
            RefusalError: 400 for an unknown id or more than 20 MB.
        """
        file = self.by_id.get(file_id)
        if file is None:
            raise refusals.bad_request(refusals.FILE_UNKNOWN)
        if len(file.content) > MAX_DOWNLOAD:
            raise refusals.bad_request(refusals.FILE_TOO_BIG)
        return file

    def at(self, path: str) -> StoredFile | None:
        """The file at a download path."""
        return next((file for file in self.by_id.values() if file.path == path), None)
