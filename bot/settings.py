"""Settings, from the environment (KERJALAGI_*) or a .env file; every secret is a SecretStr, so that none is printed."""

import os
from functools import cached_property
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

TELEGRAM_API = "https://api.telegram.org/bot"
TELEGRAM_FILES = "https://api.telegram.org/file/bot"
KEY_FILE = "secret.key"


class Settings(BaseSettings):
    """What an operator can set; docs/operations.md explains each."""

    model_config = SettingsConfigDict(env_prefix="KERJALAGI_", env_file=".env", env_ignore_empty=True, extra="ignore")

    telegram_token: SecretStr | None = None
    telegram_api_url: str = TELEGRAM_API
    telegram_file_url: str = TELEGRAM_FILES
    database_url: str = ""
    secret_key: SecretStr | None = Field(default=None, description="current key first, older ones after a comma")
    webhook_url: str | None = None
    webhook_port: int | None = None
    webhook_secret: SecretStr | None = None
    timezone: str = "Asia/Jakarta"
    holidays_file: Path | None = None
    night_cores: int = 1
    night_scheduler: str = ""
    data_folder: Path = Field(default_factory=lambda: _home() / "kerjalagi")

    @property
    def database_address(self) -> str:
        """Where the rows live; a SQLite file in the data folder unless an address is given."""
        if self.database_url:
            return self.database_url
        return f"sqlite:///{self.data_folder / 'kerjalagi.db'}"

    @property
    def key_file(self) -> Path:
        """Where the secret key lies when it is not in the environment."""
        return self.data_folder / KEY_FILE

    @cached_property
    def secret_keys(self) -> tuple[str, ...]:
        """Every key we have, current first; empty when there is none."""
        if self.secret_key is not None:
            text = self.secret_key.get_secret_value()
        elif self.key_file.exists():
            text = self.key_file.read_text(encoding="ascii")
        else:
            text = ""
        return tuple(part.strip() for part in text.replace("\n", ",").split(",") if part.strip())

    def write_keys(self, keys: tuple[str, ...]) -> None:
        """Keep the keys in the key file, readable by us alone."""
        self.data_folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.key_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write("\n".join(keys) + "\n")
        self.__dict__.pop("secret_keys", None)


def _home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
