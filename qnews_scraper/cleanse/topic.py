"""What a page is about: what its own sentences and headings say, and how much of another text stands in them."""

from abc import ABC, abstractmethod
from collections import Counter
from functools import cached_property
from itertools import chain

from qnews_scraper.cleanse.flow import Line
from qnews_scraper.cleanse.prose import CODE, HAN, OF_CODE, OF_PLANTED, SENTENCE, grams, has_sentence
from qnews_scraper.text.signs import HANGUL


class Topic(ABC):
    """What a page says, told by its lines and main headings; each is computed when first asked for."""

    @property
    @abstractmethod
    def lines(self) -> tuple[Line, ...]:
        """The lines of the body's text."""

    @property
    @abstractmethod
    def h1(self) -> str:
        """The main headings."""

    @cached_property
    def told(self) -> str:
        """The lines of the body that are not mostly links: what a page says of itself and not in its menus."""
        return "\n".join(line.text for line in self.lines if line.linked * 2 < len(line.text))

    @cached_property
    def heading(self) -> str:
        """The main headings; on a page without one the first short line that its sentences say most of."""
        if self.h1:
            return self.h1
        for line in self.lines[:20]:
            if 8 <= len(line.text) <= 60 and not line.linked and not has_sentence(line.text) and (pairs := grams(line.text)) and sum(self.prose[g] > self.has_few_sentences for g in pairs) * 2 >= len(pairs):
                return line.text
        return ""

    @cached_property
    def sentences(self) -> list[str]:
        """The lines that are running text."""
        return [line.text for line in self.lines if len(line.text) >= 20 and line.linked * 2 < len(line.text) and SENTENCE.search(line.text)]

    @cached_property
    def speaks_of_code(self) -> bool:
        """Whether a sentence that is no source code itself speaks of such."""
        return any(OF_CODE.search(text) and not CODE.search(text) for text in self.sentences)

    @cached_property
    def speaks_of_planted(self) -> bool:
        """Whether lines of the page speak of planted links or of fraud."""
        return sum(OF_PLANTED.search(line.text) is not None for line in self.lines if not line.linked) >= 2

    @cached_property
    def has_few_sentences(self) -> bool:
        """Whether there is so little running text that every line speaks for the page's topic."""
        return sum(map(len, self.sentences)) < 100

    @cached_property
    def prose(self) -> Counter[str]:
        """How often each pair of characters, or each longer word, stands in the sentences and main headings of the page."""
        lines = (self.told.split("\n") if len(self.told) >= 60 else [line.text for line in self.lines]) if self.has_few_sentences else self.sentences
        return Counter(chain.from_iterable(map(grams, (*lines, self.h1))))

    def is_han(self, text: str) -> bool:
        """Whether a text is in Han characters, as the page's own sentences are."""
        return 2 * sum(map(len, HAN.findall(text))) > len(text) and any(HAN.match(pair) for pair in self.prose)

    @cached_property
    def is_latin(self) -> bool:
        """Whether the page itself is in Latin letters, or in Korean ones: most of its sentences have no Han character."""
        return sum(HAN.search(text) is None for text in self.sentences) * 2 > len(self.sentences)

    @cached_property
    def is_east_asian(self) -> bool:
        """Whether the page itself is in Chinese, Japanese or Korean."""
        return not self.is_latin or sum(HANGUL.search(text) is not None for text in self.sentences) * 2 > len(self.sentences)

    def learn(self) -> None:
        """Reads what the page is about now, while all that is hidden is left out."""
        self.prose.total()

    def share(self, text: str, is_inside: bool = True) -> float | None:
        """The share of a text's pairs of characters that the rest of the page has too; None when it is too short to tell, or in Korean.

        Measured on news pages: a paragraph against the rest of its article has .11 or more in 95% of cases (Latin script: .18),
        a paragraph of another article .10 or less (.33). Of 47 Korean sentences of short own articles a quarter has none: its words change their ends.
        """
        if 2 * len(HANGUL.findall(text)) > len(text):
            return None
        own = Counter(grams(text))
        if len(own) < 4:
            return None
        page = self.prose
        if len(page) < 30:
            return None
        # a text that repeats itself stands in the page's prose less often than in itself
        counted = own if is_inside and (own.total() > 1.6 * len(own) or any(page.get(g, 0) >= n for g, n in own.items())) and (self.has_few_sentences or SENTENCE.search(text)) else Counter[str]()
        return sum(page.get(g, 0) > counted.get(g, 0) for g in own) / len(own)

    def says_more(self, text: str) -> bool:
        """Whether the page's own sentences and headings speak of something in a text elsewhere too."""
        return any(self.prose.get(pair, 0) > count for pair, count in Counter(grams(text)).items())
