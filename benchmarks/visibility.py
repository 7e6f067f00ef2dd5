"""Computed visibility against a real browser, node by node.

    python benchmarks/visibility.py [--every N] [--limit N] [--no-bench]

Each page is parsed by us, its elements are numbered, and the tree is written back without its scripts, so that both sides
judge the same tree. Headless Chromium (Debian: apt-get install chromium) lays the pages out at 1280 x 800 and says for every
element that holds text itself whether a reader sees it: checkVisibility, opacity, client rects of the text, clipping
ancestors, font size, colour against background. Pages: the tests' own and, where it lies beside the repository, ../shared/bench.
Prints the agreement and every disagreement by cause; exit status 1 below 99%.
"""

import argparse
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from cleanse import cascades, sound, spellings  # noqa: E402
from cleanse.layouts import LAYOUTS  # noqa: E402
from cleanse.pages import ILLNESSES  # noqa: E402

try:
    from cleanse.test_negatives import NEGATIVES
except ModuleNotFoundError as lacking:
    raise SystemExit(f"skipped: no {lacking.name}, with which the tests' own pages are read (python3 make.py test installs it)") from lacking

from qnews_scraper.cleanse.view import View  # noqa: E402
from qnews_scraper.options import Options  # noqa: E402
from qnews_scraper.page import Page  # noqa: E402
from qnews_scraper.text.decode import decode  # noqa: E402
from qnews_scraper.tree import parse  # noqa: E402

BATCH = 12
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()

SHOWN = "<style>html,body{display:block!important;opacity:1!important;visibility:visible!important}</style>"
"""A page that is hidden as a whole until its scripts have run is shown: its scripts are not run here."""

MEASURE = r"""
const W = 1280, H = 800;
function rgba(c) { const m = c.match(/[\d.]+/g); return m ? [+m[0], +m[1], +m[2], m.length > 3 ? +m[3] : 1] : null; }
function ground(win, e) {
  let layers = [];
  for (let a = e; a; a = a.parentElement) {
    const s = win.getComputedStyle(a);
    if (s.backgroundImage !== 'none') return null;
    const c = rgba(s.backgroundColor);
    if (c && c[3] > 0.02) { layers.push(c); if (c[3] > 0.9) break; }
  }
  let g = [255, 255, 255];
  for (const c of layers.reverse()) g = g.map((v, i) => c[i] * c[3] + v * (1 - c[3]));
  return g;
}
function judge(win, e) {
  const s = win.getComputedStyle(e);
  if (!e.checkVisibility({contentVisibilityAuto: false, opacityProperty: false, visibilityProperty: true})) return 'checkVisibility';
  if (s.contentVisibility === 'hidden') return 'content-visibility';
  if (e.tagName === 'DETAILS' && !e.open) return 'closed details';
  let opacity = 1;
  for (let a = e; a; a = a.parentElement) {
    const t = win.getComputedStyle(a);
    opacity *= +t.opacity;
    const f = t.filter.match(/opacity\(([\d.]+)\)/);
    if (f) opacity *= +f[1];
  }
  if (opacity <= 0.05) return 'opacity';
  for (let a = e; a; a = a.parentElement) {
    const stops = win.getComputedStyle(a).maskImage.includes('gradient(') ? win.getComputedStyle(a).maskImage.match(/rgba?\([^)]*\)/g) : null;
    if (stops && stops.every(c => rgba(c)[3] <= 0.05)) return 'mask';
  }
  if (parseFloat(s.fontSize) <= 2) return 'font-size';
  const range = win.document.createRange();
  let rects = [];
  for (const n of e.childNodes) if (n.nodeType === 3 && n.data.trim()) { range.selectNodeContents(n); rects.push(...range.getClientRects()); }
  if (!rects.length) return 'no rects';
  let isFixed = false;
  for (let a = e; a; a = a.parentElement) isFixed ||= win.getComputedStyle(a).position === 'fixed';
  const seen = rects.filter(r => r.width > 1 && r.height > 1 && r.right + win.scrollX > 0 && r.bottom + win.scrollY > 0 && (isFixed ? r.left < W && r.top < H : r.left < 5 * W));
  if (!seen.length) return 'off screen';
  let left = Math.min(...seen.map(r => r.left)), right = Math.max(...seen.map(r => r.right)), top = Math.min(...seen.map(r => r.top)), bottom = Math.max(...seen.map(r => r.bottom));
  let position = s.position;
  for (let a = e; a && a !== win.document.body; a = a.parentElement) {
    const t = win.getComputedStyle(a), r = a.getBoundingClientRect();
    if (t.clipPath !== 'none' && /inset\((50|100)%|inset\([^)]*\b100%|(circle|ellipse)\((0|0px|0%)[ )]|polygon\(0px 0px, 0px 0px/.test(t.clipPath)) return 'clip-path';
    if ((t.position === 'absolute' || t.position === 'fixed') && /^rect\((0|1)px,? (0|1)px,? (0|1)px/.test(t.clip)) return 'clip';
    const skips = a !== e && (position === 'absolute' || position === 'fixed') && t.position === 'static' && t.transform === 'none';
    if (!skips && (t.overflowX !== 'visible' || t.overflowY !== 'visible') && t.display !== 'inline' && !/^table/.test(t.display)) {
      left = Math.max(left, r.left); right = Math.min(right, r.right); top = Math.max(top, r.top); bottom = Math.min(bottom, r.bottom);
      if (right - left <= 3 || bottom - top <= 3) return (r.width <= 3 || r.height <= 3) ? 'clipped by a small box' : 'clipped by layout';
    }
    if (!skips) position = t.position;
  }
  for (let a = e; a && a !== win.document.body; a = a.parentElement) {
    if (+win.getComputedStyle(a).zIndex < 0 && win.getComputedStyle(a).position !== 'static') {
      win.scrollTo(0, seen[0].top + win.scrollY - 100);
      range.selectNodeContents(e);
      const at = range.getClientRects()[0];
      win.scrollTo(0, 0);
      let above = at && win.document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
      for (; above && !above.contains(e) && !e.contains(above); above = above.parentElement) if ((rgba(win.getComputedStyle(above).backgroundColor) || [0, 0, 0, 0])[3] > 0.9) return 'covered';
      for (let b = a.parentElement; b && b !== win.document.body; b = b.parentElement) {
        const t = win.getComputedStyle(b);
        if (t.zIndex !== 'auto' && t.position !== 'static' || +t.opacity < 1 || t.transform !== 'none') break;
        if ((rgba(t.backgroundColor) || [0, 0, 0, 0])[3] > 0.9) return 'covered';
      }
    }
  }
  const g = ground(win, e), fill = rgba(s.webkitTextFillColor);
  if (g && fill && s.textShadow === 'none') {
    const seenInk = fill.slice(0, 3).map((v, i) => v * fill[3] + g[i] * (1 - fill[3]));
    if (Math.max(...seenInk.map((v, i) => Math.abs(v - g[i]))) <= 14) return 'colour';
  }
  return '';
}
async function main() {
  const out = [];
  for (const source of PAGES) {
    const frame = document.createElement('iframe');
    frame.width = W; frame.height = H;
    frame.srcdoc = source;
    await new Promise(done => { frame.onload = done; document.body.appendChild(frame); setTimeout(done, 4000); });
    const win = frame.contentWindow, found = {};
    for (const e of win.document.querySelectorAll('[data-qn]')) found[e.getAttribute('data-qn')] = judge(win, e);
    out.push(found);
    frame.remove();
  }
  const pre = document.createElement('pre');
  pre.id = 'measured';
  pre.textContent = JSON.stringify(out);
  document.body.appendChild(pre);
}
main();
"""


def pages(every: int, with_bench: bool) -> Iterator[tuple[str, Page]]:
    url = "http://www.qingxi-news.cn/news/2023/0516.html"
    for ill in ILLNESSES:
        if not ill.name.startswith("dump"):
            yield ill.name, Page(url=url, text=ill.source)
    for name, (source, _) in NEGATIVES.items():
        if not name.startswith("dump"):
            yield name, Page(url=url, text=source)
    rows = [(f"{group}: {row[0]}", spellings.arguments(row[1])) for group in ("styles", "sheets", "elements") for row in spellings.GROUPS[group]]
    rows += [(name, sound.arguments(parts)) for name, parts, _ in sound.SOUND]
    for i, (name, parts) in enumerate(rows):
        yield name, Page(url=url, text=LAYOUTS[i % 3](**parts))
    for name, (css, body, _) in cascades.CASCADES.items():
        yield name, Page(url=url, text=cascades.source(css, body))
    bench = ROOT.parent / "shared" / "bench" / "pages"
    if with_bench and bench.is_dir():
        for path in sorted(bench.glob("*/*.gz"))[::every]:
            yield path.name.partition(".")[0], Page(text=decode(gzip.decompress(path.read_bytes())).text)


def prepared(page: Page) -> tuple[str, dict[str, str], dict[str, str]]:
    """The numbered page without scripts, what we say of each element with text (why it is hidden, or ""), and its opening tag."""
    tree = parse(page.text)
    for element in [*tree.root.iter("script", "noscript", "iframe", "link", "base", "meta", "frameset")]:
        if element.getparent() is not None:
            element.drop_tree()
    visibility = View(tree, page, Options()).visibility
    told: dict[str, str] = {}
    tags: dict[str, str] = {}
    for i, element in enumerate(tree.root.iter(etree.Element)):
        if not isinstance(element.tag, str) or any(a.tag in ("head", "style", "select", "textarea", "svg", "object", "button") for a in (element, *element.iterancestors())):
            continue
        if (element.text and element.text.strip()) or any(c.tail and c.tail.strip() for c in element):
            style = visibility.style(element)
            told[str(i)] = style.gone or style.veiled
            tags[str(i)] = etree.tostring(element, encoding="unicode", with_tail=False)[:150].replace("\n", " ")
            element.set("data-qn", str(i))
    doctype = "<!DOCTYPE html>" if re.match(r"\s*<!doctype", page.text, re.I) else ""
    return doctype + etree.tostring(tree.root, encoding="unicode", method="html") + SHOWN, told, tags


def measured(sources: list[str], chromium: str) -> list[dict[str, str]]:
    """What Chromium says of each numbered element of each page."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        data = json.dumps(sources).replace("</", "<\\/").replace("<!--", "<\\!--")
        page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body><script>const PAGES = {data};{MEASURE}</script>', encoding="utf-8", errors="replace")
        command = [chromium, *FLAGS, f"--user-data-dir={folder}/profile", "--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=1280,900", "--virtual-time-budget=60000", "--dump-dom", page.as_uri()]
        out = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False).stdout
    found = re.search(r'<pre id="measured">(.*?)</pre>', out, re.S)
    if found is None:
        raise SystemExit("Chromium gave no answer: " + out[-300:])
    return json.loads(unescape(found[1]))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--every", type=int, default=4, help="every Nth bench page")
    options.add_argument("--limit", type=int, default=1000, help="at most so many pages")
    options.add_argument("--no-bench", action="store_true", help="the tests' own pages only")
    args = options.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        print("skipped: no chromium (apt-get install chromium)")
        return 0
    wanted = [p for _, p in zip(range(args.limit), pages(args.every, not args.no_bench), strict=False)]
    agree = total = 0
    causes: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for at in range(0, len(wanted), BATCH):
        batch = [(name, *prepared(page)) for name, page in wanted[at : at + BATCH]]
        for (name, _, told, tags), seen in zip(batch, measured([b[1] for b in batch], chromium), strict=True):
            for number, ours in told.items():
                if number not in seen:
                    continue
                total += 1
                if bool(ours) == bool(seen[number]):
                    agree += 1
                else:
                    cause = f"we: {re.sub('[0-9.-]+', 'N', ours) or 'seen'} / Chromium: {seen[number] or 'seen'}"
                    causes[cause] += 1
                    examples.setdefault(cause, f"{name}: {tags[number]}")
    print(f"{len(wanted)} pages, {total} elements with text: {agree / max(1, total):.4%} agree")
    for cause, n in causes.most_common():
        print(f"{n:6}  {cause}\n        {examples[cause]}")
    return 0 if agree >= 0.99 * total else 1


if __name__ == "__main__":
    sys.exit(main())
