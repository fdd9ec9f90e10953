"""What a phrase tells of itself by its grammar: person, number, gender, determiner, the words that carry meaning."""

from collections.abc import Iterable, Iterator, Sequence

from kg.annotate.phrases import Phrase
from kg.model import Kind, Sentence, Token


def _classes(*lines: str) -> dict[str, int]:
    """Every word of the lines -> the number of its line, from 1."""
    return {word: number for number, line in enumerate(lines, 1) for word in line.split()}


PRONOUNS = _classes(
    "i me my mine myself",
    "you your yours yourself yourselves",
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "we us our ours ourselves",
    "they them their theirs themselves themself",
    "this that",
    "these those",
    "here there",
)
OTHER = 11
"""The class of pronouns that are none of these ("one", "everybody")."""
SPEAKERS = (2, OTHER)
"""Classes that leave open how many are meant."""
MANY = (6, 7, 9)
"""Classes that stand for several."""
DETERMINERS = _classes(
    "the", "a an another", "this that these those such", "no any every each some all both many few several"
)
POSSESSED = 5
"""The class of phrases with an owner in the place of a determiner."""
TITLES = _classes("mr. mr sir lord king", "mrs. ms. mrs ms miss lady queen")
"""Words that tell the gender of whom they name, 1 he, 2 she."""
GENDERS = {3: 1, 4: 2}
MEANING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB", "X", "SYM"})
QUOTES = {"“": True, "``": True, "”": False, "''": False}


def pronoun(phrase: Phrase, head: Token) -> int:
    """The class of the pronoun, 0 if it is none."""
    if phrase.kind is not Kind.PRONOUN and phrase.end - phrase.start > 1:
        return 0
    return PRONOUNS.get(head.text.lower(), OTHER if head.upos == "PRON" else 0)


def number(phrase: Phrase, head: Token, pronoun: int) -> int:
    """0 unknown, 1 one, 2 several."""
    if pronoun:
        return 0 if pronoun in SPEAKERS else 1 + (pronoun in MANY)
    if phrase.is_coordination or head.xpos in {"NNS", "NNPS"}:
        return 2
    return 1 if head.xpos in {"NN", "NNP"} else 0


def gender(inside: Iterable[Token], pronoun: int) -> int:
    """0 unknown, 1 he, 2 she."""
    return GENDERS.get(pronoun, 0) or max(TITLES.get(t.text.lower(), 0) for t in inside)


def determiner(phrase: Phrase, inside: Iterable[Token]) -> int:
    """The class of the determiner of the head, 0 if it has none."""
    own = [t for t in inside if t.head == phrase.head]
    if any(t.deprel == "nmod:poss" for t in own):
        return POSSESSED
    found = (DETERMINERS.get(t.text.lower(), 0) for t in own if t.upos in {"DET", "PRON"})
    return next((d for d in found if d), 0)


def content(phrase: Phrase, tokens: Sequence[Token]) -> list[str]:
    """The lemmas that carry the meaning, the head's first, then the nearest to it; none of a pronoun.

    "the new Kenyan engineering battalion" gives battalion, engineering, kenyan, new.
    """
    if phrase.kind is Kind.PRONOUN or tokens[phrase.head].upos in {"ADV", "DET"}:
        return []
    order = sorted(range(phrase.start, phrase.end), key=lambda i: (abs(i - phrase.head), i))
    return [tokens[i].lemma.lower() for i in order if tokens[i].upos in MEANING]


def initials(inside: Iterable[Token]) -> str:
    """The capitals that a name's words begin with, if it has several: "Baltic Sea Council" gives BSC."""
    capitals = [t.text[0] for t in inside if t.text[:1].isupper()]
    return "".join(capitals) if len(capitals) > 1 else ""


def acronym(head: Token) -> str:
    """The word itself if it is in capitals, without stops: "U.N." gives UN."""
    return head.text.replace(".", "") if head.text.isupper() else ""


def quoted(sentences: Iterable[Sentence]) -> Iterator[bool]:
    """Of every word of the article, whether it stands inside quotation marks."""
    inside = False
    for token in (t for s in sentences for t in s.tokens):
        inside = not inside if token.text == '"' else QUOTES.get(token.text, inside)
        yield inside


def speakers(tokens: Sequence[Token]) -> list[int]:
    """For every word the subject of the verb whose content it is, else -1: "She says he slept" gives -1, -1, 0, 0."""
    subject = {t.head: i for i, t in enumerate(tokens) if t.deprel == "nsubj"}
    beside = {t.head: i for i, t in enumerate(tokens) if t.deprel == "parataxis" and i in subject}
    return [_speaker(tokens, i, subject, beside) for i in range(len(tokens))]


def _speaker(tokens: Sequence[Token], word: int, subject: dict[int, int], beside: dict[int, int]) -> int:
    at = word
    path = {word}
    while tokens[at].head != at:
        above = tokens[at].head
        if tokens[at].deprel == "ccomp" and above in subject and subject[above] != word:
            return subject[above]
        at = above
        path.add(at)
    said = beside.get(at)  # "The roads are closed, she says": the clause beside has the speaker
    return subject[said] if said is not None and said not in path else -1
