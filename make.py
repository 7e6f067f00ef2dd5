#!/usr/bin/env python3
"""Set up a local environment and do one thing in it. Needs Python 3.11 or newer, nothing else.

    python3 make.py run [ARGS]     scrapy crawl articles: the bundled sample archive, offline
    python3 make.py test [ARGS]    pytest, a process for each core
    python3 make.py check          ruff, mypy, import contracts
    python3 make.py wheel          build the wheel, install it into a clean environment, use it
    python3 make.py shell CMD...   any command inside the environment
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENV = ROOT / ".venv"
BIN = ENV / ("Scripts" if os.name == "nt" else "bin")


def ready(pins: str) -> None:
    """An environment that holds the pinned packages and this project, editable; made anew when the pins change."""
    stamp = ENV / f"{pins}.installed"
    digest = hashlib.sha256((ROOT / pins).read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        print(f"making {ENV.name} ...", file=sys.stderr)
        venv.create(ENV, with_pip=True)
    print(f"installing {pins} ...", file=sys.stderr)
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", str(ROOT / pins)], check=True)
    subprocess.run([*pip, "--no-deps", "-e", str(ROOT)], check=True)
    stamp.write_text(digest)


def inside(*command: str) -> int:
    """Exit status of a command run in the environment, from the project's folder."""
    env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "VIRTUAL_ENV": str(ENV)}
    return subprocess.run([str(BIN / command[0]) if (BIN / command[0]).exists() else command[0], *command[1:]], cwd=ROOT, env=env).returncode


def wheel() -> int:
    """Build, install where nothing of the checkout is seen, and repair the sample with it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([str(BIN / "python"), "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, str(ROOT)], check=True)
        clean = Path(folder) / "env"
        venv.create(clean, with_pip=True)
        python = clean / BIN.relative_to(ENV) / "python"
        built = next(Path(folder).glob("*.whl"))
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", str(ROOT / "pins.txt"), str(built)], check=True)
        sample = ROOT / "data" / "sample" / "sample.warc.gz"
        out = Path(folder) / "articles.jsonl"
        qnews = python.parent / "qnews"
        subprocess.run([str(qnews), "repair", str(sample), "--out", str(out)], check=True, cwd=folder)
        return subprocess.run([str(qnews), "check", str(out)], cwd=folder).returncode


def main(what: str = "", *args: str) -> int:
    if sys.version_info < (3, 11):
        print(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    if what == "run":
        ready("pins.txt")
        return inside("scrapy", "crawl", "articles", *args)
    if what in ("test", "check", "wheel", "shell"):
        ready("pins-dev.txt")
    if what == "test":
        return inside("pytest", "-n", "auto", *args)
    if what == "check":
        return inside("ruff", "check", ".") or inside("mypy") or inside("lint-imports")
    if what == "wheel":
        return wheel()
    if what == "shell" and args:
        return inside(*args)
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
