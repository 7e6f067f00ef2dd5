"""What a script does to the elements of its page, read and never run.

A script is taken as tokens. Text that is put together from constants is put together (+, +=, join, reverse, replace, unescape,
fromCharCode, variables, arguments of the script's own functions), and targets are followed as selectors. What goes on when a reader
does something, or on a condition that the page alone does not answer, is nobody's first sight and is left out.
"""

import re
from itertools import pairwise
from typing import Any, Final

from qnews_scraper.visibility.constants import INTEGER, added, pattern, short, tokens_of, unpacked, unquoted
from qnews_scraper.visibility.deeds import ANY, GLOBALS, LISTENS, Actor, Deeds, Function, Member, Script, Target

_NAMED = re.compile(r"\$\{\s*([A-Za-z_$][\w$]*)\s*\}")
_BEGINS_NAME: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$")
"""What begins so is a name: tokens are words, single signs and constants."""
_ASKS_DEVICE = re.compile(r"mobile|iphone|ipad|android|micromessenger|weixin|touch|innerWidth|clientWidth|screen|msie|length|cookie|storage|login|user(?!Agent)", re.I)
"""Conditions that a desktop browser on the page may answer with no."""
_ASKS_READER = re.compile(r"userAgent|referrer|addEventListener|attachEvent", re.I)
_PICKS = re.compile(
    r"(?P<name>[A-Za-z_$][\w$]*)(?: \[ \w+ \])? \. (?:(?:(?P<key>className|id)|getAttribute \( [\"'](?:class|id)[\"'] \)) ={2,3} (?P<whole>\"[^\"]*\"|'[^']*')"
    r"|(?:classList \. contains|className \. (?:indexOf|includes)) \( (?P<part>\"[^\"]*\"|'[^']*') \)(?: (?:> - 1|>= 0|!= - 1|!== - 1|> -1|!= -1|!== -1))?)"
)
"""How a loop asks for some of the elements that it goes through."""
_FINDS = re.compile(r"document \. \w+ [(\[] [\"'][^\"']*[\"'] [)\]](?: \[ 0 \])?")
_IS_NO_ELEMENT: Final = re.compile(r"nodeType (?:!==? 1|={2,3} 3)(?!\d)|nodeName ={2,3} [\"']#text")
"""How a script asks for the next step when it stands on blanks between two elements: steps here go from element to element."""
_DEEPEST: Final = 40
_CALLS: Final = 24
"""Calls of a page's own functions that are followed."""

_JOINS: Final = frozenset(["+", "=", "+=", "&&", "||", "?", "==", "===", "!=", "!==", "<", ">", "-", "*", "/", "%"])
"""What goes on with an expression behind a term."""
_OPENS: Final = frozenset(["var", "let", "const", "return", "try", "do", "finally", ";", "}", "{", ",", "new", "void"])
"""What stands before statements and says nothing."""
_VALUELESS: Final = frozenset(["typeof", "!", "-", "~", "++", "--", "delete"])
_PREFIXES: Final = _VALUELESS | {"new", "void", "+", "return", "var", "let", "const", "await"}


class Reader(Deeds):
    """Follows the scripts of one page, in their order."""

    def read(self, source: str) -> None:
        """Follows one script; linear in its length, never raises."""
        self.left += 8 * len(source)
        script = Script(tokens_of(source))
        _Walk(self, script, script.last, {}, True, 0).block(0, script.last)

    @property
    def functions(self) -> list[str]:
        return [name for name, value in self.names.items() if isinstance(value, Function)]


class _Walk(Actor):
    """One way through a piece of a script."""

    def __init__(self, reader: Deeds, script: Script, last: int, local: dict[str, Any], is_sure: bool, depth: int) -> None:
        self.reader = reader
        self.script = script
        self.tokens = script.tokens
        self.ends = script.ends
        self.last = last
        self.local = local
        self.is_sure = is_sure
        self.is_top = not depth
        self.depth = depth

    def block(self, at: int, end: int) -> None:
        """The statements from one token to another; functions are known before they stand there."""
        tokens = self.tokens
        i = at
        while (i := _next(tokens, "function", i, end - 2)) < end - 2:
            if tokens[i + 2] == "(" and tokens[i + 1][0] in _BEGINS_NAME:
                name = tokens[i + 1]
                (self.reader.names if self.is_top else self.local)[name], i = self._function(i + 2)
            else:
                i += 1
        while at < end:
            at = max(at + 1, self._statement(at, end))

    def _statement(self, at: int, end: int) -> int:
        tokens = self.tokens
        token = tokens[at]
        if token == "function" and at + 2 < end and tokens[at + 2] == "(":
            return self._function(at + 2)[1]
        if token in ("if", "while", "switch", "catch") and at + 1 < end and tokens[at + 1] == "(":
            close = self.ends.get(at + 1, end)
            if _IS_NO_ELEMENT.search(" ".join(tokens[at + 2 : close][:40])):
                return self._end(close + 1, end) + 1
            if token == "if" and (found := self._picked(at + 2, close)):
                name, picked = found
                was = self.known(name)
                self.bind(name, picked)
                then = self._doubtful(close + 1, end, self.is_sure)
                self.bind(name, was)
                return then
            is_sure = token == "if" and self._is_met(at + 2, close)
            return self._doubtful(close + 1, end, self.is_sure and is_sure)
        if token == "for" and at + 1 < end and tokens[at + 1] == "(":
            close = min(self.ends.get(at + 1, end), end)
            self._loop(at + 2, close)
            return close + 1
        if token == "else" and at + 1 < end:
            if tokens[at + 1] == "if":
                return self._doubtful(at + 2, end, False) if tokens[at + 2 : at + 3] != ("(",) else self._doubtful(self.ends.get(at + 2, end) + 1, end, False)
            return self._doubtful(at + 1, end, False)
        if token in _OPENS:
            return at + 1
        return self.expression(at, end)[1]

    def _doubtful(self, at: int, end: int, is_sure: bool) -> int:
        """One statement or block that goes on under a condition."""
        if at >= end:
            return end
        was, self.is_sure = self.is_sure, is_sure
        close = self._end(at, end)
        if self.depth < _DEEPEST:
            self.depth += 1
            while at < close:
                at = max(at + 1, self._statement(at, close))
            self.depth -= 1
        self.is_sure = was
        return close + 1

    def _end(self, at: int, end: int) -> int:
        """Where a statement or a block ends."""
        if at >= end:
            return end
        if self.tokens[at] == "{":
            return min(self.ends.get(at, end), end)
        last = min(end, at + 400)
        close = _next(self.tokens, ";", at, last)
        return close if close < last else end

    def _loop(self, at: int, end: int) -> None:
        """The head of a loop: what it counts with is any number afterwards, what it goes through by `of` stands for all."""
        names = [i for i in range(at, end) if self.tokens[i] not in ("var", "let", "const")]
        if len(names) > 2 and self.tokens[names[1]] in ("of", "in"):
            value = self.got(self.expression(names[2], end)[0]) if self.tokens[names[1]] == "of" else ANY
            self.bind(self.tokens[names[0]], value)
            return
        while at < end:
            at = max(at + 1, self._statement(at, end))
        for i, then in pairwise(names):
            if self.tokens[then] == "=" and self.tokens[i][0] in _BEGINS_NAME and isinstance(self.known(self.tokens[i]), int):
                self.bind(self.tokens[i], ANY)

    def _picked(self, at: int, end: int) -> tuple[str, Target] | None:
        """The name of the elements that a loop goes through and those of them that a condition on their class or id picks."""
        found = _PICKS.fullmatch(" ".join(self.tokens[at:end][:20]))
        if found is None or not isinstance(target := self.known(found["name"]), Target) or "," in target.selector:
            return None
        value = unquoted(found["whole"] or found["part"]).strip()
        if not re.fullmatch(r"[\w-]+(?: [\w-]+)*", value):
            return None
        key = "id" if found["key"] == "id" else "class"
        return found["name"], Target(f'{target.selector}[{key}{"=" if found["whole"] else "*="}"{value}"]', None, target.is_jquery)

    def _is_met(self, at: int, end: int) -> bool:
        """Whether a desktop browser with a reader before it meets a condition, as far as it can be told."""
        condition = " ".join(self.tokens[at:end][:200])
        if end - at == 1:
            return isinstance(self.known(condition), Target) or condition in ("true", "1")
        if _ASKS_DEVICE.search(condition):
            return False
        return _ASKS_READER.search(condition) is not None or (_FINDS.fullmatch(condition) is not None)

    def known(self, name: str) -> Any:
        return self.local[name] if name in self.local else self.reader.names.get(name)

    def bind(self, name: str, value: Any) -> None:
        (self.reader.names if self.is_top or (name not in self.local and name in self.reader.names) else self.local)[name] = value

    def expression(self, at: int, end: int) -> tuple[Any, int]:
        """The value of an expression and where it ends."""
        if self.depth >= _DEEPEST:
            return None, at + 1
        self.depth += 1
        try:
            value, at = self._term(at, end)
            tokens = self.tokens
            while at < end and (token := tokens[at]) in _JOINS:
                if token == "+":
                    other, at = self._term(at + 1, end)
                    value = added(self.got(value), self.got(other))
                elif token in ("=", "+="):
                    other, at = self.expression(at + 1, end)
                    self.assign(value, token, self.got(other))
                    value = other
                elif token in ("&&", "||"):
                    was = self.is_sure
                    self.is_sure = was and token == "&&" and (isinstance(value, Target) or (value is None and was and _looks_up(tokens, at)))
                    value, at = self.expression(at + 1, end)
                    self.is_sure = was
                else:
                    was, self.is_sure = self.is_sure, self.is_sure and (token != "?" or (isinstance(value, Member) and value.name in LISTENS))
                    then, at = self.expression(at + 1, end)
                    other = None
                    if token == "?" and at < end and tokens[at] == ":":
                        other, at = self.expression(at + 1, end)
                    self.is_sure = was
                    # "a" or " a", whatever was asked
                    value = then if isinstance(then, str) and isinstance(other, str) and then.strip() == other.strip() else None
            return value, at
        finally:
            self.depth -= 1

    def _term(self, at: int, end: int) -> tuple[Any, int]:
        """A name, constant, function or what stands in brackets, with all that follows it by . [ and (."""
        if at >= end:
            return None, end
        tokens = self.tokens
        token = tokens[at]
        if token in _PREFIXES:
            begin = at
            while at < end and tokens[at] in _PREFIXES:
                at += 1
            if at >= end:
                return None, end
            if not _VALUELESS.isdisjoint(tokens[begin:at]):
                _, at = self._term(at, end)
                return (tokens[at - 1] == "0" if tokens[begin] == "!" and tokens[at - 1] in ("0", "1") else None), at
            token = tokens[at]
        value: Any = None
        first = token[0]
        if first in "\"'`":
            value, at = self._filled(unquoted(token)) if token[0] == "`" else unquoted(token), at + 1
        elif token == "(":
            close = min(self.ends.get(at, end), end)
            values = self._list(at + 1, close)
            value, at = (values[-1] if values else None), close + 1
            if at < end and tokens[at] == "=>":
                return self._arrow(at - 1, at, end)
        elif token == "[":
            close = min(self.ends.get(at, end), end)
            value, at = [self.got(v) for v in self._list(at + 1, close)], close + 1
        elif token == "{":
            return self._object(at, min(self.ends.get(at, end), end))
        elif token in ("function", "async"):
            value, at = self._function(at + (1 if token == "function" else 2))
        elif first in "0123456789" and INTEGER.fullmatch(token):
            value, at = int(token, 0 if token[:2] in ("0x", "0X") else 10), at + 1
        elif first == "/" and len(token) > 1:
            value, at = pattern(token), at + 1
        elif first in _BEGINS_NAME:
            at += 1
            if at < end and tokens[at] == "=>":
                return self._arrow(at - 1, at, end)
            value = self.known(token)
            if value is None:
                value = GLOBALS.get(token, Member(None, token))
            elif at < end and tokens[at] in ("=", "+="):
                value = Member(None, token)
        else:
            return None, at + 1
        while at < end:
            token = tokens[at]
            if token in (".", "?.") and at + 1 < end:
                value, at = self.member(value, tokens[at + 1]), at + 2
            elif token == "[":
                close = min(self.ends.get(at, end), end)
                keys = self._list(at + 1, close)
                value, at = self.member(value, self.got(keys[-1]) if keys else None), close + 1
            elif token == "(":
                close = min(self.ends.get(at, end), end)
                value, at = self.call(value, [self.got(v) for v in self._list(at + 1, close)]), close + 1
            else:
                break
        return value, at

    def _list(self, at: int, end: int) -> list[Any]:
        values = []
        while at < end:
            value, then = self.expression(at, end)
            at = max(at + 1, then)
            values.append(value)
            while at < end and self.tokens[at] != ",":
                at = max(at + 1, self.expression(at, end)[1]) if self.tokens[at] not in ";)}]" else at + 1
            at += 1
        return values

    def _object(self, at: int, end: int) -> tuple[Any, int]:
        """The constants of an object, by their names."""
        found: dict[str, str] = {}
        i = at + 1
        while i + 2 < end:
            name, mark = self.tokens[i], self.tokens[i + 1]
            if mark != ":":
                i += 1
                continue
            value, i = self.expression(i + 2, end)
            if isinstance(value := self.got(value), str | int) and not isinstance(value, bool):
                found[unquoted(name) if name[0] in "\"'" else name] = str(value)
        return found, end + 1

    def _function(self, at: int) -> tuple[Function, int]:
        """A function whose ( or name stands at a place, and where it ends."""
        tokens = self.tokens
        if at < self.last and tokens[at] != "(":
            at += 1
        close = self.ends.get(at, self.last)
        begin = close + 1
        end = self.ends.get(begin, self.last)
        return Function(tuple(t for t in tokens[at + 1 : close] if t[0] in _BEGINS_NAME), self.script, begin + 1, end), end + 1

    def _arrow(self, before: int, at: int, end: int) -> tuple[Any, int]:
        tokens = self.tokens
        begin = before
        while tokens[before] == ")" and begin > 0 and tokens[begin] != "(":
            begin -= 1
        parameters = tuple(t for t in tokens[begin : before + 1] if t[0] in _BEGINS_NAME)
        if tokens[at + 1 : at + 2] == ("{",):
            close = min(self.ends.get(at + 1, end), end)
            return Function(parameters, self.script, at + 2, close), close + 1
        depth, close = 0, at + 1
        while close < end and not (depth == 0 and tokens[close] in ",;)]}"):
            depth += (tokens[close] in "([{") - (tokens[close] in ")]}")
            close += 1
        script = Script(("return", *tokens[at + 1 : close]))
        return Function(parameters, script, 0, script.last), close

    def _filled(self, template: str) -> str | None:
        """A template with the constants that it names; None where it asks for more."""
        if "${" not in template:
            return template
        filled = _NAMED.sub(lambda m: str(value) if isinstance(value := self.known(m[1]), str | int) else m[0], template)
        return None if "${" in filled else filled[:20000]

    def evaluate(self, source: str) -> None:
        self.reader.left -= 3 * len(source)  # to follow a text takes longer than to put it together
        if self.depth < 8 and self.reader.left >= 0:
            script = Script(tokens_of(source))
            _Walk(self.reader, script, script.last, self.local, self.is_sure, self.depth + 1).block(0, script.last)

    def run(self, function: Function, values: list[Any], this: Any = None) -> Any:
        """The body of a function that is called."""
        reader = self.reader
        if function.parameters[:4] == ("p", "a", "c", "k") and len(values) > 3 and isinstance(values[0], str) and isinstance(values[1], int) and isinstance(values[3], list):
            reader.left -= 4 * len(values[0])
            return short(unpacked(values[0], values[1], values[3])) if reader.left >= 0 else None
        reader.calls += 1
        if reader.calls > _CALLS or self.depth >= _DEEPEST:
            return None
        local = {**self.local, **dict.fromkeys(function.parameters), **dict(zip(function.parameters, values, strict=False))}
        if this is not None:
            local["this"] = this
        begin, end, tokens = function.begin, function.end, function.script.tokens
        walk = _Walk(reader, function.script, end, local, self.is_sure, self.depth + 1)
        walk.block(begin, end)
        for i in range(end - 2, begin - 1, -1):
            if tokens[i] == "return":
                walk.is_sure = False
                return walk.got(walk.expression(i + 1, end)[0])
        return None


def _next(tokens: tuple[str, ...], token: str, at: int, end: int) -> int:
    """Where a token stands next, else the end."""
    try:
        return tokens.index(token, at, max(at, end))
    except ValueError:
        return end


def _looks_up(tokens: tuple[str, ...], at: int) -> bool:
    """Whether what stands before && is nothing but a name or a look-up."""
    return at > 0 and tokens[at - 1] != ")"
