"""What scripts do, read and never run: blocks they hide, wrappers they write, and redirects and cloaks, which are only reported."""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin

from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.flow import NO_TEXT
from qnews_scraper.cleanse.view import Element, View, domain_of
from qnews_scraper.trust import Trust
from qnews_scraper.visibility.sheets import hides

_TARGET = r"""(?:document\.(?:getElementById\(\s*['"](?P<id>[\w-]+)['"]\s*\)|querySelector(?:All)?\(\s*['"](?P<css>[^'"]+)['"]\s*\)|getElementsByClassName\(\s*['"](?P<cls>[\w-]+)['"]\s*\)|all\.(?P<all>[\w-]+))|\$\(\s*['"](?P<jq>[^'"]+)['"]\s*\)|jQuery\(\s*['"](?P<jq2>[^'"]+)['"]\s*\))(?:\[\d+\])?"""
_STYLE = re.compile(_TARGET + r"""\.style\.(?P<prop>[a-zA-Z]+)\s*=\s*['"](?P<value>[^'"]*)['"]""")
_CSS_TEXT = re.compile(_TARGET + r"""(?:\.style\.cssText\s*=\s*|\.setAttribute\(\s*['"]style['"]\s*,\s*|\.attr\(\s*['"]style['"]\s*,\s*)['"](?P<text>[^'"]*)['"]""")
_SET = re.compile(_TARGET + r"""\.style\.setProperty\(\s*['"](?P<prop>[\w-]+)['"]\s*,\s*['"](?P<value>[^'"]*)['"]""")
_EACH = re.compile(r"""\.forEach\(\s*(?:function\s*\(\s*(\w+)[^)]*\)\s*\{|\(?\s*(\w+)\s*\)?\s*=>\s*\{?)\s*(\w+)(?=\.)""")
"""What is done to each of several targets; as if it were done to the target."""
_CALL = re.compile(_TARGET + r"""\.(?:hide\(\s*\)|(?:fadeOut|slideUp)\(\s*0?\s*\)|remove\(\s*\)|css\(\s*(?:['"](?P<prop>[\w-]+)['"]\s*,\s*['"](?P<value>[^'"]*)['"]|\{(?P<map>[^}]*)\}))""")
_CLASS = re.compile(_TARGET + r"""(?:\.className\s*\+?=\s*|\.classList\.add\(|\.addClass\()\s*['"]\s*(?P<class>[\w-]+)\s*['"]""")
_EMPTIED = re.compile(_TARGET + r"""(?:\.parentNode\.removeChild\(|\.(?:innerHTML|innerText|textContent|outerHTML)\s*=\s*(?:''|"")|\.(?:html|text)\(\s*(?:''|"")\s*\)|\.empty\(\s*\)|\.detach\(\s*\))""")
_BRACKET = re.compile(r"""\[\s*['"]([a-zA-Z]+)['"]\s*\]""")
_LAID = re.compile(r"""(?:insertRule\(\s*|(?:innerHTML|textContent|innerText|cssText)\s*\+?=\s*|createTextNode\(\s*)(['"`])(?P<css>[^'"`]*\{[^'"`]*\}[^'"`]*)\1""")
_ASSIGNED = re.compile(r"""(?<![\w.])(?:(?:var|let|const)\s+)?([a-zA-Z_$][\w$]*)\s*=\s*((['"])(?:(?!\3)[^\\\n]|\\.)*\3)\s*[;,\n]""")
_DECODED = re.compile(r"""(?:unescape|decodeURI(?:Component)?)\(\s*(['"])([^'"]*)\1\s*\)""")
_HIDDEN = re.compile(_TARGET + r"""\.(?:hidden\s*=\s*(?:true|!0)|setAttribute\(\s*['"]hidden['"])""")
_TARGETED = re.compile(_TARGET)
_TARGETS = ("document.", "$(", "jQuery(")
_ACTS = (
    (_STYLE, (".style.",)),
    (_SET, (".style.setProperty(",)),
    (_CSS_TEXT, (".style.cssText", ".setAttribute(", ".attr(")),
    (_CALL, (".hide(", ".remove(", ".css(", ".fadeOut(", ".slideUp(")),
    (_HIDDEN, (".hidden", ".setAttribute(")),
    (_EMPTIED, (".parentNode.", ".inner", ".textContent", ".outerHTML", ".html(", ".text(", ".empty(", ".detach(")),
)
"""What a script does to a target, and what stands in each source that does so."""
_VARIABLE = re.compile(r"""(?:var|let|const)\s+(\w+)\s*=\s*(document\.(?:getElementById|querySelector)\(\s*['"][^'"]+['"]\s*\))\s*[;,\n]""")
_WRITTEN_NAME = re.compile(r"document\.write(?:ln)?\(\s*([a-zA-Z_$][\w$]*)\s*\)")
_WRITE = re.compile(r"""document\.write(?:ln)?\(\s*(['"])(?P<text>.*?)(?<!\\)\1\s*\)""", re.S)
_JOINED = re.compile(r"""['"]\s*\+\s*['"]""")
_WRAPS = ("display", "visib", "posit", "overflow", "opacity", "hidden", "indent", "textarea", "marquee", "noscript", "style", "iframe")
_HIDING = re.compile(r"insertRule|\[['\"]style|\.(?:className|classList|addClass|removeChild|innerHTML|textContent|innerText|outerHTML|html\(|text\(|empty\(|detach\(|style\b|hide\(|fadeOut\(|slideUp\(|css\(|hidden\b|remove\(|attr\(|setAttribute\()")
_SHOWS = (
    re.compile(r"""display\s*[=:]\s*['"]?\s*['"](?:block|inline|flex|)['"]"""),
    re.compile(r"\.(?:show|toggle|slideDown|slideToggle|fadeIn|fadeToggle)\("),
    re.compile(r"classList\.(?:toggle|remove)"),
)
"""Apart, as each begins with a literal: only so are they searched at C speed."""

_NO_ARGUMENTS = re.compile(r"\s*\(\s*\)")
_WHEN_THERE = re.compile(r"(?:onload|ready)\s*[=(]\s*\Z")
_NAMED = re.compile(r"function\s+(\w+)\s*\([^)]*\)\s*$")
_HANDLER = re.compile(r"on(?:click|mouseover|scroll|change)|addEventListener\(\s*['\"](?!load|DOMContentLoaded)\w+['\"]\s*,|\.(?:click|hover|on|bind|scroll)\(")
"""What goes on into a handler of something that a reader does."""
_SPIDER_SIGNS = ("spider", "googlebot", "bingbot", "haosou")
_SPIDERS = re.compile(r"baiduspider|googlebot|bingbot|sogou\s*(?:web)?\s*spider|360spider|yisouspider|bytespider|spider\|bot|haosou", re.I)
_REFERRER = re.compile(r"document\.referrer", re.I)
_PLACE = re.compile(r"ocation(?i:(?:\.href)?\s*=(?!=)|\.(?:replace|assign)\s*\()")
"""Where `_GOES` matches, but for at most ten characters before: what begins with a literal is searched at C speed."""
_GOES = re.compile(r"(?:window|document|top|self|parent)?\.?location(?:\.href)?\s*=(?!=)|location\.(?:replace|assign)\s*\(", re.I)
_PACKED = (
    ("eval", re.compile(r"eval\s*\(\s*(?:function\s*\(\s*p\s*,\s*a\s*,\s*c|unescape|atob|String\.fromCharCode|decodeURIComponent)")),
    ("fromCharCode", re.compile(r"fromCharCode\((?:\s*\d+\s*,){8,}")),
    ("\\x", re.compile(r"\\x[0-9a-fA-F]{2}(?:\\x[0-9a-fA-F]{2}){11,}")),
)
"""How scripts are packed, and what stands in each that is."""
_HEX = re.compile(r"(?:\\x[0-9a-fA-F]{2}){4,}")
_CODE = re.compile(r"\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})")
_TELLING = re.compile("location|href|referrer|https?:|write|eval|iframe")
_ADDRESS = re.compile(r"""['"]((?:https?:)?//[^'"\s]{4,300})['"]""")
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"\s;]+)", re.I)


def find(view: View) -> Iterator[Finding]:
    rules: list[str] = []
    for script, source in view.scripts:
        if "document.write" in source and any(map(source.lower().__contains__, _WRAPS)):
            yield from _written(view, script, source, rules)
        if len(source) < 20000 and (_HIDING.search(source) or "createTextNode" in source):
            rules += _rules(view, source)
    if rules:
        view.extra_css = "\n".join(rules)


def _rules(view: View, source: str) -> Iterator[str]:
    """Rules equal to what a script's first run does; what it can also show again is not hidden."""
    for name, target in _VARIABLE.findall(source) if "document.getElementById" in source or "document.querySelector" in source else ():
        source = re.sub(rf"(?<![\w.]){re.escape(name)}(?=\.)", lambda _, t=target: t, source)  # type: ignore[misc]
    if any(shows.search(source) for shows in _SHOWS):
        return
    source = _BRACKET.sub(r".\1", source)
    if ".forEach(" in source:
        source = _EACH.sub(lambda m: "" if m[3] == (m[1] or m[2]) else m[0], source)
    if "insertRule" in source or re.search(r"createElement\(\s*['\"]style", source):
        yield from (found["css"] for found in _LAID.finditer(source))
    targets = [found.start() for found in _TARGETED.finditer(source)] if any(map(source.__contains__, _TARGETS)) else []
    for found in _at(_CLASS, source, targets) if "lass" in source else ():
        styles = "\n".join(s.text or "" for s in view.outline.get("style"))
        blocks = re.findall(rf"\.{re.escape(found['class'])}\s*\{{([^}}]*)\}}", styles) if found["class"] in styles else []
        if blocks and (selector := _selector(found.groupdict())) and not _is_in_handler(source, found.start()):
            yield from (f"{selector}{{{block}}}" for block in blocks)
    for pattern, signs in _ACTS:
        for found in _at(pattern, source, targets) if targets and any(map(source.__contains__, signs)) else ():
            groups = found.groupdict()
            selector = _selector(groups)
            if not selector:
                continue
            if (pattern is _CALL and not groups.get("prop") and not groups.get("map")) or pattern in (_HIDDEN, _EMPTIED):
                block = "display:none"
            elif groups.get("map"):
                block = ";".join(p.replace("'", "").replace('"', "") for p in groups["map"].split(","))
            elif pattern is _CSS_TEXT:
                block = groups["text"]
            else:
                prop = re.sub("[A-Z]", lambda m: "-" + m[0].lower(), groups.get("prop") or "")
                block = f"{prop}:{groups.get('value') or ''}"
            block = re.sub(r";|$", " !important;", block.strip().rstrip(";"))
            if _is_in_handler(source, found.start()) or not selector.isprintable():
                continue
            yield f"{selector}{{{block}}}"


def _at(pattern: re.Pattern[str], source: str, targets: list[int]) -> Iterator[re.Match[str]]:
    """Where a pattern that begins with a target matches."""
    return (found for at in targets if (found := pattern.match(source, at)))


def _selector(groups: dict[str, str | None]) -> str:
    """What a script's target says in CSS, "" when it says nothing."""
    selector = next((p + v for k, p in (("id", "#"), ("all", "#"), ("cls", "."), ("css", ""), ("jq", ""), ("jq2", "")) if (v := groups.get(k))), "")
    return "" if any(c in selector for c in "{}<") else selector


def _is_in_handler(source: str, at: int) -> bool:
    """Whether a place in a script lies in a function that the script itself does not call at once."""
    depth = 0
    for found in re.finditer(r"[{}]", source[:at][::-1]):
        if found[0] == "}":
            depth += 1
        elif depth:
            depth -= 1
        else:
            head = source[max(0, at - found.end() - 120) : at - found.end()]
            if "function" in head and (name := _NAMED.search(head)):
                return not _calls(source, name[1])
            if _HANDLER.search(head[head.rfind("{") + 1 :]):
                return True
    return False


def _calls(source: str, name: str) -> bool:
    """Whether a script calls a function of its own, at once or when the page is there."""
    at = source.find(name)
    while at >= 0:
        end = at + len(name)
        before = source[max(0, at - 40) : at]
        if _NO_ARGUMENTS.match(source, end) and not before.endswith(("function ", ".", "_")) and not before[-1:].isalnum():
            return True
        if _WHEN_THERE.search(before) and not source[end : end + 1].isalnum() and source[end : end + 1] != "_":
            return True
        at = source.find(name, end)
    return False


def _written(view: View, script: Element, source: str, rules: list[str]) -> Iterator[Finding]:
    joined = _JOINED.sub("", _DECODED.sub(lambda m: m[1] + unquote(m[2]).replace(m[1], "") + m[1], source))
    named = set(_WRITTEN_NAME.findall(joined))
    for name, value, _ in _ASSIGNED.findall(joined)[:50] if named else ():
        if name not in named:
            continue
        joined = re.sub(rf"(?<=document\.write\()\s*{re.escape(name)}\s*(?=\))|(?<=document\.writeln\()\s*{re.escape(name)}\s*(?=\))", lambda _, v=value: v, joined)  # type: ignore[misc]
    for found in _WRITE.finditer(joined):
        text = html.unescape(_unescaped(found["text"]).replace("\\/", "/").replace('\\"', '"').replace("\\'", "'"))
        if "<style" in text:
            rules.append(re.sub(r"</?style[^>]*>", "", text))
            continue
        opened = re.search(r"<(div|span|p|section|font|table|ul|dl|center|b|i|textarea|marquee|noscript|iframe|h\d)\b([^>]*)>\s*$", text, re.I)
        if opened is None:
            continue
        attributes = opened[2]
        style = re.search(r"style\s*=\s*(['\"]?)(.*?)\1(?:\s|$)", attributes + " ", re.S | re.I)
        why = ""
        if opened[1].lower() in ("textarea", "marquee", "noscript", "iframe"):
            why = f"<{opened[1].lower()}>"
        elif re.search(r"\shidden\b", attributes):
            why = "hidden"
        elif style and hides(attributes.replace("'", "").replace('"', "")):
            why = style[2] or attributes.strip()
        if why:
            yield from _between(view, script, opened[1].lower(), why)


def _between(view: View, script: Element, tag: str, why: str) -> Iterator[Finding]:
    """What lies between the script that writes the opening of a hidden element and the one that closes it."""
    ends = []
    for sibling in script.itersiblings():
        ends.append(sibling)
        if sibling.tag == "script" and re.search(rf"(?:<|%3C)\\?/{tag}", _unescaped(_JOINED.sub("", sibling.text or "")), re.I):
            break
    else:
        return
    reason = f"between scripts that write <{tag} {why}> around it"
    if script.tail and script.tail.strip():
        yield Finding(script, reason, Trust.CERTAIN, (why,), "tail")
    for sibling in ends[:-1]:
        if isinstance(sibling.tag, str) and sibling.tag not in NO_TEXT and (view.flow.text(sibling) or sibling.tag == "a"):
            yield Finding(sibling, reason, Trust.CERTAIN, (why,))
        if sibling.tail and sibling.tail.strip():
            yield Finding(sibling, reason, Trust.CERTAIN, (why,), "tail")


def reports(view: View) -> Iterator[str]:
    """Redirects and cloaks, each "kind: evidence"."""
    for _, source in view.scripts:
        source = source[:200_000]
        place = _PLACE.search(source) if "location" in source else None
        goes = _GOES.search(source, max(0, place.start() - 10)) if place else None
        if goes and _REFERRER.search(source):
            yield "redirect-script: sends readers on by where they come from (document.referrer)"
        if ("pider" in source or "bot" in source) and any(map(source.lower().__contains__, _SPIDER_SIGNS)) and _SPIDERS.search(source) and ("userAgent" in source or "useragent" in source.lower() or _REFERRER.search(source)):
            yield "cloaking-script: asks whether a search engine's spider is reading"
        if (packed := next((p for sign, pattern in _PACKED if sign in source and (p := pattern.search(source))), None)) and (goes or "location" in source or "document.write" in source or len(packed[0]) > 40 or "function" not in packed[0]):
            yield f"packed-script: hides what it does ({packed[0][:24]}…)"
        elif "\\x" in source and (word := _escaped(source)):
            yield f"packed-script: spells {word} in codes"
        if goes and not _REFERRER.search(source):
            for url in _ADDRESS.findall(source[goes.start() : goes.start() + 400]):
                if view.is_foreign(url):
                    yield f"redirect-script: sends readers to {domain_of(url)}"
                    break
    for meta in view.outline.get("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh" and (found := _REFRESH.search(meta.get("content") or "")):
            target = _join(view.page.url, found[1])
            if view.is_foreign(target):
                yield f"redirect-refresh: sends readers to {domain_of(target)}"
    for element in view.outline.get("base"):
        if view.is_foreign(element.get("href") or ""):
            yield f"foreign-base: links are read from {domain_of(element.get('href') or '')}"


def _unescaped(source: str) -> str:
    """A source with its \\xNN and \\uNNNN read."""
    return _CODE.sub(lambda m: chr(int(m[1] or m[2], 16)), source) if "\\x" in source or "\\u" in source else source


def _escaped(source: str) -> str:
    """A telling word that a script spells in \\xNN."""
    for found in _HEX.finditer(source):
        if telling := _TELLING.search(_unescaped(found[0])):
            return telling[0]
    return ""


def _join(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return ""
