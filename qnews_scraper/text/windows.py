"""Where a text is searched: the lines that hold something odd, and the stretches of them around it."""

from collections.abc import Iterator, Sequence

NEAR = 40
"""Characters beside a cluster that the search for the damage's border takes in."""
REST = 3
"""Times `near` below which the rest of a line is taken in too."""
APART = 100
"""Sound characters between two clusters that make them two searches."""
LONGEST = 3000
"""Characters searched at once; a longer damaged stretch is searched in parts."""


def by_line(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """The lines that hold some of the spans, none of which goes over a line's end: start, end, and these spans."""
    at = 0
    while at < len(spans):
        start = text.rfind("\n", 0, spans[at][0]) + 1
        end = text.find("\n", spans[at][0])
        end = len(text) if end < 0 else end
        first = at
        while at < len(spans) and spans[at][0] < end:
            at += 1
        yield start, end, [(a, min(b, end)) for a, b in spans[first:at]]


def windows(found: Iterator[tuple[int, int]], start: int, end: int, near: int = NEAR) -> Iterator[tuple[int, int]]:
    """The stretches of text[start:end] to search: clusters that lie near each other together, with what stands beside them."""
    first = last = -1
    left = start
    for a, b in found:
        if first >= 0 and (a - last > APART or b - first > LONGEST):
            yield left, min(end, last + near)
            first = -1
            left = a - near
        if first < 0:
            first = a
            left = left if left > start or a - start < REST * near else a - near
        last = b
    if first >= 0:
        yield left, end if end - last < REST * near else last + near
