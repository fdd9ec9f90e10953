"""Words and sentences as half-open spans of code points; the text itself is never changed.

The rules follow the word segmentation of the English Universal Dependencies treebanks (hyphenated
compounds and clitics are split, abbreviations keep their stop), because the annotator was trained on it.
"""

import re
from collections.abc import Iterator

_CLITIC = re.compile(r"(?i)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_WORD = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"'”’)\]]+                     # addresses
  | [\w.+-]+@[\w-]+\.[\w.]+                                # e-mail
  | (?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)                      # U.S.  U.N.  a.m.
  | \d+(?:st|nd|rd|th)\b                                   # ordinals
  | \d+(?:[.,:]\d+)*                                       # 1,200.50  12:30
  | [^\W\d_][\w\u0300-\u036f\u00ad]*                     # a word with its accents, soft hyphens,
    (?:['’](?!(?:s|re|ve|ll|d|m|t)\b)[^\W\d_][\w\u0300-\u036f]*)*  # apostrophes inside,
    (?:['’](?:s|re|ve|ll|d|m|t)\b)?                         # and a clitic, which words() cuts off
  | \w+
  | (?:\.{2,}|…+|--+|[—–]+|([!?*=_~#])\1*)                # runs that are one token
  | [^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]     # any other sign but those that are not seen
    """,
    re.VERBOSE | re.UNICODE,
)

# Abbreviations that never end a sentence because a name or number follows, and those that may.
_BEFORE_NAME = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col maj capt cmdr sgt cpl pvt adm brig rev hon st ft mt pres fr sr "
    "fig vs maj.gen lt.gen supt insp amb atty".split()
)
_BEFORE_NUMBER = frozenset({"no", "nos"})
# Words that begin a sentence but never go on with a name: after "the U.S." they say that it ended there.
_BEGINNERS = frozenset(
    "The It He She They We But And In On At This That These Those There His Her Its Their If When While After Before "
    "As For However Meanwhile Then Now No Yes What How Why Where".split()
)
_MAY_END = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd bros "
    "etc jr ave blvd dept est approx ph.d al cf ca p pp vol ed eds llc plc".split()
)
_OPENERS = "\"'“‘«([¿¡"
_CLOSERS = "\"'”’»)]"
_BEFORE_WORD = frozenset("\"'“‘([")
_NEXT = re.compile(rf"\s+(?=\S)[{re.escape(_OPENERS)}]*(\w*)")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+\Z")


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of every word and punctuation mark of text[start:end], in order.

    >>> [ "They didn't test a long-range missile."[a:b] for a, b in words("They didn't test a long-range missile.") ]
    ['They', 'did', "n't", 'test', 'a', 'long', '-', 'range', 'missile', '.']
    """
    stop = len(text) if end is None else end
    position = start
    while match := _WORD.search(text, position, stop):
        a, b = match.span()
        token = match.group()
        if token[0].isalpha() and b < stop and text[b] == "." and _keeps_stop(text, a, b, stop):
            b += 1
        elif token[0].isalpha() and ("'" in token or "’" in token):
            clitic = _CLITIC.search(token)
            if clitic and clitic.start() > 0:
                yield a, a + clitic.start()
                a += clitic.start()
        yield a, b
        position = b


def _keeps_stop(text: str, a: int, b: int, stop: int) -> bool:
    word = text[a:b]
    if word.lower() in _BEFORE_NUMBER:
        return re.match(r"\.\s*\d", text[b:stop]) is not None
    if word.lower() in _BEFORE_NAME or (word.lower() in _MAY_END and word[0].isupper()):
        return True
    # An initial ("John F. Kennedy"): one capital, followed by a space and another capital.
    return len(word) == 1 and word.isupper() and word != "I" and re.match(r"\.\s+[A-Z]", text[b:stop]) is not None


def sentences(
    text: str, start: int = 0, end: int | None = None, *, is_wrapped: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of every sentence of text[start:end], without surrounding white space.

    A line break ends a sentence (headlines, captions and list items are lines of their own), unless the text is one
    paragraph wrapped to a width.

    >>> s = 'Gen. Roe left on Dec. 3. "We won." They cheered.'
    >>> [s[a:b] for a, b in sentences(s)]
    ['Gen. Roe left on Dec. 3.', '"We won."', 'They cheered.']
    """
    stop = len(text) if end is None else end
    if is_wrapped:
        yield from _line_sentences(text, start, stop)
        return
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text[start:stop]):
        yield from _line_sentences(text, start + line.start(), start + line.end())


def _line_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in re.finditer(r"[.!?…]+", text[start:end]):
        a, b = start + match.start(), start + match.end()
        while b < end and text[b] in _CLOSERS:
            b += 1
        if b < end and _ends_sentence(text, begin, a, b, end):
            yield from _trim(text, begin, b)
            begin = b
    yield from _trim(text, begin, end)


def _ends_sentence(text: str, begin: int, mark: int, after: int, end: int) -> bool:
    rest = _NEXT.match(text, after, end)
    if rest is None:
        return False
    first = text[rest.start(1) : min(rest.start(1) + 1, end)]
    if first.islower() or first in {",", ";", ":", "—", "–", "-", ")"}:
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    start = mark
    while start > begin and not text[start - 1].isspace() and text[start - 1] not in _BEFORE_WORD:
        start -= 1
    bare = text[start:mark]
    if re.fullmatch(r"\s*\d{1,2}", text[begin:mark]) or (text[after - 1] == ")" and text[mark - len(bare) - 1] == "("):
        return False  # the number of an item: "2. Ships left."; an aside of one word: "Gen. (ret.) Roe"
    return not _is_abbreviation(bare, rest.group(1))


def _is_abbreviation(word: str, following: str) -> bool:
    lower, first = word.lower(), following[:1]
    if lower in _BEFORE_NAME:
        return True
    if lower in _BEFORE_NUMBER:
        return first.isdigit()
    if lower in _MAY_END:
        return first.isdigit() or not first.isupper()
    return _INITIAL.match(word + ".") is not None and following not in _BEGINNERS  # "U.S" + ".", "F" + "."


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
