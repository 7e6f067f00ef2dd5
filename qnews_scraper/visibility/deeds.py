"""What the words of a script do to elements: the browser's own, and jQuery's."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from qnews_scraper.visibility.constants import added, closings, decoded, of_list, of_text, short, tokens_of

_CAMEL = re.compile("[A-Z]")
_READY: Final = frozenset(["load", "DOMContentLoaded", "readystatechange", "pageshow"])
LISTENS: Final = frozenset(["addEventListener", "attachEvent", "on", "one", "bind"])
_AT_ONCE: Final = frozenset(["ready", "load", "setTimeout", "requestAnimationFrame", "requestIdleCallback", "queueMicrotask"])
_LATE: Final = 1000
"""Milliseconds after which a reader has seen what is hidden then."""
_PUTS: Final = frozenset(["appendTo", "prependTo", "insertAfter", "insertBefore", "replaceAll"])
_TAKES: Final = frozenset(["appendChild", "append", "prepend", "after", "before", "insertBefore", "replaceChild", "insertAdjacentElement", "html"])
"""Methods that put what was taken out somewhere else."""
_EMPTIES: Final = frozenset(["innerHTML", "innerText", "textContent", "outerHTML", "outerText"])
_HIDES: Final = frozenset(["hide", "fadeOut", "slideUp", "remove", "empty", "detach"])
_SHOWS: Final = frozenset(["show", "fadeIn", "slideDown"])
_APPEARS = re.compile(r"display\s*:\s*(?!\s|none)|visibility\s*:\s*(?:visible|$)|opacity\s*:\s*1(?![.\d])", re.I)
"""What a style says that lets something be seen again; "display:" is what an emptied property leaves."""
_LAYS: Final = frozenset(["insertRule", "replaceSync", "createTextNode", "append", "appendChild", "prepend", "insertAdjacentHTML", "after", "before", "html", "appendTo"])
HERE: Final = ":here"
"""Stands for the script itself in a selector."""


@dataclass(frozen=True, slots=True)
class Target:
    """The elements that a selector matches, or one of them."""

    selector: str
    index: int | None = None
    is_jquery: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A property of something, not yet asked for."""

    of: Any
    name: str


@dataclass(eq=False, slots=True)
class Made:
    """An element that the script makes."""

    tag: str
    css: str = ""
    """Its style."""


class Script:
    """The tokens of a script, and where each bracket in it closes."""

    __slots__ = ("ends", "last", "tokens")

    def __init__(self, tokens: tuple[str, ...]) -> None:
        self.tokens = (*tokens, ";", ";")  # what is not closed ends just behind the last token
        self.last = len(tokens)
        self.ends = closings(tokens)


@dataclass(frozen=True, slots=True)
class Function:
    parameters: tuple[str, ...]
    script: Script
    begin: int
    end: int
    """Its body: script.tokens[begin:end]."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is declared for a target: CSS without braces."""

    target: Target
    css: str
    added: str = ""
    """Or the class that is added to it."""


ANY: Final = object()
"""The number that a loop counts with."""
DOCUMENT: Final = object()
WINDOW: Final = object()


@dataclass(slots=True)
class Deeds:
    """What the scripts of one page have done by now."""

    deeds: list[Deed] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    """What is written where the script stands."""
    sheets: list[str] = field(default_factory=list)
    shown: list[Target] = field(default_factory=list)
    """What is shown at once."""
    names: dict[str, Any] = field(default_factory=dict)
    calls: int = 0
    """How many functions of its own have been followed."""
    left: int = 100_000
    """Characters that methods may still be given; each script adds to it by its length."""


class Actor:
    """One that follows a script: what calls and assignments mean to it."""

    reader: Deeds
    is_sure: bool

    def known(self, name: str) -> Any:
        """What a name stands for."""
        raise NotImplementedError

    def bind(self, name: str, value: Any) -> None:
        raise NotImplementedError

    def run(self, function: Function, values: list[Any], this: Any = None) -> Any:
        raise NotImplementedError

    def evaluate(self, source: str) -> None:
        """Follows a text that is run as a script."""
        raise NotImplementedError

    def got(self, value: Any) -> Any:
        """The value of a property, as far as it is known."""
        if isinstance(value, Member):
            if value.name == "length" and isinstance(value.of, str | list):
                return len(value.of)
            if value.name == "className" and isinstance(value.of, Target):
                return ""  # what is assigned is taken as added
            return value if isinstance(value.of, Target | Made) and value.name in ("style", "classList") else None
        return value

    def member(self, value: Any, name: Any) -> Any:
        if isinstance(value, Target):
            if isinstance(name, str) and name in _STEPS:
                return Target(_step(value.selector, _STEPS[name]), None, value.is_jquery)
            if isinstance(name, int):
                return Target(value.selector, name)
            if name is ANY:
                return value
            if not isinstance(name, str):
                return Target(HERE) if value.selector == "script" else None
            if name.isdigit():
                return Target(value.selector, int(name))
        elif isinstance(value, list) and isinstance(name, int):
            return value[name] if name < len(value) else None
        elif value is WINDOW and isinstance(name, str) and (known := self.known(name) or GLOBALS.get(name)) is not None:
            return known
        elif value is DOCUMENT:
            if name == "currentScript":
                return Target(HERE)
            if name == "scripts":
                return Target("script")
            if name in ("body", "head", "documentElement"):
                return Target({"documentElement": "html"}.get(str(name), str(name)))
            if name == "all":
                return Member(DOCUMENT, "all")
        elif isinstance(value, Member) and value.of is DOCUMENT and value.name == "all" and isinstance(name, str):
            return Target("#" + name)
        return Member(value, name) if isinstance(name, str) else value if isinstance(value, Member) else None

    def call(self, callee: Any, values: list[Any]) -> Any:
        """A call: what it does and gives."""
        first = values[0] if values else None
        if isinstance(callee, Function):
            return self.run(callee, values)
        if callee is JQUERY:
            if isinstance(first, Function):
                return self.run(first, [JQUERY])
            if isinstance(first, Target):
                return Target(first.selector, first.index, True)
            if isinstance(first, str) and "<" in first:
                return self._laid(first) or Made(first.lstrip(" <").split(">")[0].split(" ")[0].strip("/"))
            if isinstance(first, str) and isinstance(values[1] if len(values) > 1 else None, Target):
                return Target(_step(values[1].selector, f"{{}} {first}"), None, True)
            return Target(first, None, True) if isinstance(first, str) and first.strip() else (WINDOW if first in (DOCUMENT, WINDOW) else None)
        if isinstance(callee, Target):  # jQuery's steps have the names of the browser's own properties
            return Target(callee.selector + (first if isinstance(first, str) and callee.is_jquery else ""), None, callee.is_jquery)
        if isinstance(callee, Member):
            return self._method(callee.of, callee.name, values, first)
        return None

    def _method(self, of: Any, name: str, values: list[Any], first: Any) -> Any:
        self.reader.left -= sum(len(v) for v in (of, *values) if isinstance(v, str | list))
        if self.reader.left < 0:
            return None
        functions = [v for v in values if isinstance(v, Function)]
        if functions:
            if name in ("each", "forEach", "map", "call") and isinstance(each := of if isinstance(of, Target) else first, Target):
                self.run(functions[0], [None, each] if name == "each" else [each], each)
                return of
            is_at_once = name in _AT_ONCE and not (name == "setTimeout" and len(values) > 1 and isinstance(values[1], int) and values[1] >= _LATE)
            if is_at_once or (name in LISTENS and isinstance(first, str) and first.removeprefix("on") in _READY):
                self.run(functions[0], [JQUERY])
            return None if name in ("filter", "not", "map", "grep", "is") else of
        if isinstance(of, Function) and name in ("call", "apply", "bind"):
            return self.run(of, values[1:]) if name != "bind" else of
        if isinstance(of, str):
            return short(of_text(of, name, values))
        if isinstance(of, list):
            return short(of_list(of, name, values))
        if name in _LAYS and (css := next((v for v in values if isinstance(v, str)), None)) and (name in ("insertRule", "createTextNode", "replaceSync") or "<style" in css):
            self._laid(css)
        if name in _PUTS and isinstance(of, Target):
            self._put_back(of)
        if name in _TAKES:
            for value in values:
                if isinstance(value, Target):
                    self._put_back(value)
                    if isinstance(of, Made) and of.css:
                        self._do(value, of.css)
        if name == "assign" and isinstance(first, Member) and isinstance(first.of, Target) and len(values) > 1 and isinstance(values[1], dict):
            self._do(first.of, ";".join(f"{_dashed(k)}:{v}" for k, v in values[1].items()))
        if name in ("addRule", "insertRule") and len(values) > 1 and isinstance(first, str) and isinstance(values[1], str):
            self._laid(f"{first}{{{values[1]}}}")
        if name == "from" and isinstance(first, Target):
            return first
        if of is None or of is WINDOW:
            return self._global(name, values, first)
        if of is DOCUMENT:
            return self._of_document(name, values, first)
        if isinstance(of, Member) and name in ("add", "setProperty", "setAttribute") and isinstance(of.of, Target):
            if of.name == "classList" and isinstance(first, str):
                self._do(of.of, "", first)
            elif of.name == "style" and isinstance(first, str) and len(values) > 1:
                self._do(of.of, f"{first}:{values[1]}")
            return None
        if name == "removeChild" and isinstance(first, Target):
            self._do(first, "display:none")
        if isinstance(of, Target):
            return self._of_target(of, name, values, first)
        return self._global(name, values, first) if name in ("createTextNode", "fromCharCode") else None

    def _global(self, name: str, values: list[Any], first: Any) -> Any:
        if name == "Function" and values and isinstance(source := values[-1], str):
            self.reader.left -= 3 * len(source)
            script = Script(tokens_of(source[:20000]))
            return Function(tuple(v for v in values[:-1] if isinstance(v, str)), script, 0, script.last) if self.reader.left >= 0 else None
        if name in ("eval", "setTimeout", "execScript"):
            if isinstance(first, str):
                self.evaluate(first[:20000])
            return None
        return decoded(name, values)

    def _of_document(self, name: str, values: list[Any], first: Any) -> Any:
        if name in ("write", "writeln"):
            if values and all(isinstance(v, str) for v in values) and self.is_sure:
                self.reader.written.append("".join(values))
            return None
        if not isinstance(first, str):
            return None
        if name == "getElementById":
            return Target("#" + first)
        if name == "querySelector":
            return Target(first, 0)
        if name in ("querySelectorAll", "getElementsByTagName"):
            return Target(first)
        if name == "getElementsByClassName":
            return Target("." + ".".join(first.split()))
        if name == "getElementsByName":
            return Target(f'[name="{first}"]')
        if name == "createElement":
            return Made(first.lower())
        return None

    def _of_target(self, of: Target, name: str, values: list[Any], first: Any) -> Any:
        """What is done to a target by its methods, in the browser's own words and in jQuery's."""
        text = first if isinstance(first, str) else ""
        if name in _HIDES and not (name == "remove" and text) and (name not in ("fadeOut", "slideUp") or not values or first in (0, "fast", 1)):
            self._do(of, "display:none")
        elif name == "toggle" and isinstance(first, bool):
            self._do(of, "display:" if first else "display:none")
        elif name in _SHOWS or (name in ("removeAttr", "removeAttribute") and text in ("hidden", "style")):
            self._do(of, "display:")
        elif name in ("removeAttr", "removeAttribute") and "cloak" in text and self.is_sure:
            self.reader.shown.append(of)
        elif name == "css":
            if isinstance(first, dict):
                self._do(of, ";".join(f"{_dashed(k)}:{v}" for k, v in first.items()))
            elif text and len(values) > 1 and isinstance(values[1], str | int):
                self._do(of, f"{_dashed(text)}:{values[1]}")
        elif name in ("attr", "prop", "setAttribute"):
            given = values[1] if len(values) > 1 else None
            if text == "style" and isinstance(given, str):
                self._do(of, given)
            elif text == "class" and isinstance(given, str):
                self._do(of, "", given)
            elif text == "hidden" and len(values) > 1 and given is not None:
                self._do(of, "display:none")
            elif isinstance(first, dict) and "style" in first:
                self._do(of, first["style"])
        elif name == "addClass" and text:
            self._do(of, "", text)
        elif (name in ("html", "text") and values and first == "") or (name == "replaceWith" and not text.strip("\0 ") and values):
            self._do(of, "display:none")
        elif name in ("querySelector", "querySelectorAll", "find", "getElementsByTagName") and text:
            return Target(_step(of.selector, f"{{}} {text}"), 0 if name == "querySelector" else None, of.is_jquery)
        elif name == "getElementsByClassName" and text:
            return Target(_step(of.selector, "{} ." + ".".join(text.split())))
        elif name == "filter" and text:
            return Target(_step(of.selector, "{}") + text, None, True)
        elif name in ("eq", "get", "item"):
            return Target(of.selector, first if isinstance(first, int) else None, name == "eq") if isinstance(first, int) else None
        elif name == "first":
            return Target(of.selector, 0, True)
        elif name in ("closest", "parents", "not", "has", "last", "slice", "wrap", "wrapAll", "prevAll", "nextUntil", "siblings", "contents", "end"):
            return None
        return of

    def assign(self, to: Any, sign: str, value: Any) -> None:
        if not isinstance(to, Member):
            return
        name, of = to.name, to.of
        if of is None or of is WINDOW:
            if isinstance(value, Function) and name == "onload":
                self.run(value, [])
            elif isinstance(value, Function) and name.startswith("on"):
                return
            else:
                known = self.known(name)
                self.bind(name, value if sign == "=" else added(known, value))
            return
        if name == "onload" and isinstance(value, Function):
            self.run(value, [])
        elif isinstance(of, Member) and of.name == "style" and isinstance(of.of, Target):
            if isinstance(value, str | int) and not isinstance(value, bool):
                self._do(of.of, str(value) if name == "cssText" else f"{_dashed(name)}:{value}")
        elif isinstance(of, Member) and of.name == "style" and isinstance(of.of, Made) and isinstance(value, str | int):
            of.of.css = (of.of.css + ";" + (str(value) if name == "cssText" else f"{_dashed(name)}:{value}"))[:2000]
        elif name == "cssText" or (isinstance(of, Made) and name in ("innerHTML", "textContent", "innerText", "text")):
            if isinstance(value, str):
                self._laid(value)
        elif isinstance(of, Target):
            if name in _EMPTIES and isinstance(value, str):
                if not value.strip():
                    self._do(of, "display:none")
                elif "<style" in value:
                    self._laid(value)
            elif name == "className" and isinstance(value, str):
                self._do(of, "", value)
            elif name == "hidden" and value is not None:
                self._do(of, "display:none" if value else "display:")
            elif name == "style" and isinstance(value, str):
                self._do(of, value)

    def _laid(self, css: str) -> Any:
        """A style sheet that the script lays down, if the text is one."""
        if self.is_sure and "{" in css and ":" in css:
            self.reader.sheets.append(re.sub(r"</?style[^>]*>", "", css))
        return None

    def _put_back(self, target: Target) -> None:
        self.reader.deeds[:] = [deed for deed in self.reader.deeds if deed.target.selector != target.selector]

    def _do(self, target: Target, css: str, added: str = "") -> None:
        if self.is_sure and (added.strip() or css.strip()) and target.selector.isprintable() and not any(c in target.selector for c in "{}<"):
            if _APPEARS.search(css):
                self.reader.shown.append(target)
            if css.strip() != "display:" or added.strip():
                self.reader.deeds.append(Deed(target, css, added.strip()))


def _dashed(name: str) -> str:
    return _CAMEL.sub(lambda m: "-" + m[0].lower(), name)


_STEPS: Final = {
    "parentNode": ":has(> {})", "parentElement": ":has(> {})", "parent": ":has(> {})", "nextElementSibling": "{} + *", "nextSibling": "{} + *", "next": "{} + *", "nextAll": "{} ~ *",
    "previousElementSibling": ":has(+ {})", "previousSibling": ":has(+ {})", "prev": ":has(+ {})", "children": "{} > *", "firstElementChild": "{} > :first-child", "lastElementChild": "{} > :last-child",
}  # fmt: skip
"""Steps from an element to others, as selectors."""


def _step(selector: str, step: str) -> str:
    return step.replace("{}", f":is({selector})" if "," in selector else selector)[:500]


JQUERY: Final = object()
GLOBALS: Final[dict[str, Any]] = {"document": DOCUMENT, "window": WINDOW, "self": WINDOW, "top": WINDOW, "globalThis": WINDOW, "$": JQUERY, "jQuery": JQUERY, "true": True, "false": False}
