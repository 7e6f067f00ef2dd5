"""Writes data/article.schema.json from the class; `--check` says whether the file is current."""

import json
import sys
from pathlib import Path

from qnews_scraper.article import json_schema

TARGET = Path(__file__).resolve().parents[1] / "data" / "article.schema.json"


def main() -> int:
    made = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if "--check" in sys.argv:
        return 0 if TARGET.read_text("utf-8") == made else 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
