"""The text phase: what is wrong with the characters of a page, one illness a file."""

from qnews_scraper.damage import (
    asked,
    cut,
    east_asian,
    entities,
    escapes,
    folded_marks,
    gbk_lacks,
    gone_from_dates,
    invisible,
    kana,
    kept_bytes,
    latin,
    lone_halves,
    lookalikes,
    lost,
    mirror,
    out_of_step,
    replaced,
    script,
    short_clause,
    single_byte,
    surrogates,
    toneless,
    western,
)
from qnews_scraper.page import Finder

FINDERS: tuple[tuple[str, Finder], ...] = (
    # pairs that a mirror put out of step look like misread bytes to every other finder
    ("mirror", mirror.find),
    # these three read the proof that the mirror's pass left, and the bare text it gives
    ("script", script.find),
    ("gbk_lacks", gbk_lacks.find),
    ("folded_marks", folded_marks.find),
    # another tool of the same trade, which leaves the pairs in step
    ("toneless", toneless.find),
    # references and escapes hide the characters that all others look at
    ("entities", entities.find),
    # single bytes among text, before rows of escapes are looked for
    ("kept_bytes", kept_bytes.find),
    ("escapes", escapes.find),
    # what is gone is marked before anything could take it for bytes to be read
    ("lost", lost.find),
    # 锟斤拷 is U+FFFD now, and what stands between them can be read
    ("replaced", replaced.find),
    # bytes read one by one hide all else; other character sets before Latin-1, which shares most of its characters with them; Chinese before French, since ftfy would see pieces of it
    ("single_byte", single_byte.find),
    ("latin", latin.find),
    ("western", western.find),
    # whole lines of kana, before stretches of them are looked for
    ("kana", kana.find),
    # bytes read in another East Asian encoding; a whole misreading explains more than a slip of one byte
    ("east_asian", east_asian.find),
    ("short_clause", short_clause.find),
    ("cut", cut.find),
    ("out_of_step", out_of_step.find),
    # what shifted is back in step, and what else stands alone is no end of it
    ("lone_halves", lone_halves.find),
    # of what is left of marks beside question marks, nothing more can be read
    ("asked", asked.find),
    # what all others have left open
    ("gone_from_dates", gone_from_dates.find),
    # an emoji needs its joiners, halves of one do not
    ("surrogates", surrogates.find),
    # last, because controls and odd characters are evidence for the ones before
    ("invisible", invisible.find),
    ("lookalikes", lookalikes.find),
)
