"""Names that the annotator found in one sentence and passed over in another; of people, any of their names alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg import places
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import Naming, head_of
from kg.extract.tree import Tree
from kg.model import Kind, Mention
from kg.ontology.honorifics import particles

Known = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""First word -> (words, class) of names."""


def known(names: Iterable[Mention], lexicon: Lexicon) -> Known:
    """The names of an article, by their first word, the longest first; also the parts of people's that may stand alone,
    and ships' of several words without the letters before them ("Ora Bay" of "USS Ora Bay").

    States and capitals are known anyway and mean now the one, now the other.
    """
    out: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for name in names:
        words = tuple(name.text.split())
        forms = {words, *_parts(words)} if lexicon.is_a(name.type, "person") else {words}
        if len(words) > 2 and lexicon.of_prefix(words[0]) == name.type:
            forms.add(words[1:])
        for form in forms:
            text = " ".join(form)
            is_given = lexicon.is_a(name.type, "state") or places.capital_of(text) is not None
            if not is_given and (len(form) > 1 or len(text) > 2):
                out.setdefault(form[0], set()).add((form, name.type))
    return {first: sorted(found, key=lambda f: (-len(f[0]), f)) for first, found in out.items()}


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The surname, also less its particle ("Haddad" of "al-Haddad"); the other words of a name of several, unless they
    name a place or are but joints."""
    yield words[-1:]
    before, _, rest = words[-1].partition("-")
    if len(words) > 1 and before.lower() in particles() and rest.istitle():
        yield (rest,)
    yield from ((w,) for w in words[:-1] if w.istitle() and w.lower() not in particles() and places.kind(w) is None)


def again(tree: Tree, names: Known, lexicon: Lexicon) -> Iterator[Naming]:
    """Where a sentence names what another one named."""
    for start, token in enumerate(tree.tokens):
        for words, type_ in names.get(token.text, ()):
            end = start + len(words)
            here = tree.tokens[start:end]
            is_there = tuple(t.text for t in here) == words and any(t.upos == "PROPN" for t in here)
            if is_there and not (len(words) == 1 and _is_part(tree, start)):
                first = _first(tree, start) if lexicon.is_a(type_, "person") else start
                yield Naming(first, end, head_of(tree, first, end), type_, Kind.NAME, 0.6)
                break


def _first(tree: Tree, word: int) -> int:
    """Where the name begins that ends with a surname: "Petra" of "Petra Novak"."""
    head = tree[word].head
    inside = tree.tokens[head:word]
    is_name = bool(inside) and all(t.upos == "PROPN" and t.text.istitle() for t in inside)
    is_flat = all(tree[w].deprel == "flat" and tree[w].head == head for w in range(head + 1, word + 1))
    return head if is_name and is_flat else word


def _is_part(tree: Tree, word: int) -> bool:
    """True of "Roe" in "Roe Steel" and "Al-Roe": in the name of something else."""
    if word and tree[word - 1].text == "-":
        return True
    after = word + 1
    if tree.is_headline or after == len(tree) or tree[after].upos != "PROPN" or not tree[after].text[0].isupper():
        return False
    return tree[word].head == after or (tree[after].head, tree[after].deprel) == (word, "flat")
