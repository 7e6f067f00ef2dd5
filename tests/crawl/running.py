"""Runs `scrapy crawl` as a user does: in a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FAST = {"DOWNLOAD_DELAY": "0", "RETRY_TIMES": "0"}
ENV = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "120"}


@dataclass(frozen=True)
class Crawl:
    status: int
    stdout: str
    stderr: str
    output: Path

    @property
    def articles(self) -> list[dict[str, Any]]:
        return rows(self.output / "articles.jsonl")

    @property
    def ledger(self) -> list[dict[str, Any]]:
        return rows(self.output / "articles.ledger.jsonl")

    @property
    def rejected(self) -> list[dict[str, Any]]:
        return rows(self.output / "rejected.jsonl")


def rows(path: Path) -> list[dict[str, Any]]:
    """Every line of a file; each must be whole."""
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n") or not text
    return [json.loads(line) for line in text.split("\n")[:-1]]


def command(output: Path, settings: dict[str, str] | None = None, **arguments: str | Path) -> list[str]:
    argv = [sys.executable, "-m", "scrapy", "crawl", "articles", "-a", f"output={output}"]
    for name, value in arguments.items():
        argv += ["-a", f"{name}={value}"]
    for name, value in (FAST | (settings or {})).items():
        argv += ["-s", f"{name}={value}"]
    return argv


def crawl(output: Path, settings: dict[str, str] | None = None, **arguments: str | Path) -> Crawl:
    done = subprocess.run(command(output, settings, **arguments), cwd=ROOT, env=ENV, capture_output=True, text=True, timeout=120, check=False)
    return Crawl(done.returncode, done.stdout, done.stderr, output)
