"""What the README shows is what happens."""

import doctest
import re
from pathlib import Path

from typer.testing import CliRunner

from qnews_scraper import page
from qnews_scraper.cli import app

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_its_python_runs_as_shown() -> None:
    test = doctest.DocTestParser().get_doctest(README, {}, "README.md", "README.md", 0)
    assert len(test.examples) >= 4
    assert doctest.DocTestRunner().run(test).failed == 0


def test_every_command_is_shown_and_exists() -> None:
    shown = set(re.findall(r"\.venv/bin/qnews (\w+)", README))
    assert shown == {command.callback.__name__ for command in app.registered_commands if command.callback}
    for name in shown:
        assert CliRunner().invoke(app, [name, "--help"]).exit_code == 0


def test_what_a_finder_is_made_with_exists() -> None:
    assert "qnews_scraper.page.edits(run, start, end, new, trust, why)" in README
    names = page.edits.__code__.co_varnames[: page.edits.__code__.co_argcount]
    assert names[:6] == ("run", "start", "end", "new", "trust", "why")
