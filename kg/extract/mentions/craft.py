"""Names that the words beside them give away: ships, planes, missiles, media; organizations known by their letters."""

from collections.abc import Iterator

from kg import places
from kg.extract import hyphens
from kg.extract.cues import Cues
from kg.extract.dependencies import INDEFINITE
from kg.extract.hyphens import is_joint
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import Naming, head_of
from kg.extract.tree import Tree
from kg.model import Kind
from kg.ontology.honorifics import particles

LETTERS = 3
"""Letters of the shortest name that its capitals give away."""


def craft(tree: Tree, lexicon: Lexicon) -> Iterator[Naming]:
    """Ships, planes and missiles, known by the noun they stand beside or by the letters they begin with."""
    for i, token in enumerate(tree.tokens):
        if token.upos != "PROPN" or (i and tree[i - 1].upos == "PROPN"):
            continue
        end = next((w for w in range(i, len(tree)) if tree[w].upos not in {"PROPN", "NUM"}), len(tree))
        while end + 1 < len(tree) and is_joint(tree.tokens, end):
            end += 2  # "Lashkar-e-Taiba"
        head = head_of(tree, i, end)
        type_ = thing(tree, i, end, head, lexicon) or _renamed(tree, head, lexicon)
        if type_ is None and token.text.isupper() and len(token.text) >= LETTERS:
            type_ = explained(tree, end, head, lexicon)
        if type_ is not None and (end - i > 1 or not lexicon.of_prefix(token.text)):
            yield Naming(i, end, head, type_, Kind.NAME, 0.7)


def explained(tree: Tree, end: int, head: int, lexicon: Lexicon) -> str | None:
    """The class of organizations that a description right behind a name puts it in: "Ora, a company"."""
    if end + 1 >= len(tree) or tree[end].text != "," or tree[end + 1].xpos != "DT":
        return None
    nouns = [c for c in tree.children(head, "appos") if tree.phrase(c)[0] == end + 1 and tree[c].xpos == "NN"]
    types = (lexicon.of_noun(tree[c].lemma.lower(), tree.modifiers(c)) for c in nouns)
    return next((t for t in types if t and lexicon.is_a(t, "organization")), None)


def thing(tree: Tree, start: int, end: int, head: int, lexicon: Lexicon) -> str | None:
    """The class of things with names of their own that the words beside a name put it in, if they do."""
    if found := lexicon.of_prefix(tree[start].text):
        return found
    nouns = [c for c in tree.children(head, "nmod:desc", "compound", "flat") if c == start - 1]
    nouns += [c for w in range(start, end) for c in tree.children(w, "appos")]
    if start and tree[head].deprel in {"appos", "flat", "nmod:desc"} and tree[head].head == start - 1:
        nouns.append(start - 1)
    for noun in nouns:
        if tree[noun].upos == "NOUN":
            type_ = lexicon.of_noun(tree[noun].lemma.lower(), tree.modifiers(noun))
            if type_ and any(lexicon.is_a(type_, part) for part in ("vehicle", "weapon", "medium")):
                return type_
    return None


def without_kind(tree: Tree, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """A ship's or plane's own name of what the annotator has for it: "USS Mole" of "the frigate USS Mole" or "the
    USS Mole aircraft carrier"; nothing of other things with their kind last, as those are many: "F-16 jets"."""
    head = head_of(tree, start, end)
    while start < end and not _is_capital(tree, start):
        start += 1
    last = next((w for w in range(end, start, -1) if _is_capital(tree, w - 1)), start)
    type_ = lexicon.of_noun(tree[end - 1].lemma.lower(), tree.modifiers(end - 1)) if last < end else None
    is_own = type_ is not None and lexicon.is_a(type_, "vehicle") and tree[end - 1].xpos not in {"NNS", "NNPS"}
    return (start, last) if last == end or is_own or head < last else (start, start)


def _is_capital(tree: Tree, word: int) -> bool:
    """True of words in capitals and of figures that are no count: "Mole", "L12", "2" but not "12-kilogram"."""
    text = tree[word].text
    return text[0].isupper() or (text[0].isdigit() and not any(c.islower() for c in text))


def _renamed(tree: Tree, head: int, lexicon: Lexicon) -> str | None:
    """The class of the organization that a name is set beside: "the state oil company, Petroril"."""
    noun = tree[head].head
    if tree[head].deprel != "appos" or tree[noun].xpos != "NN" or not 0 < head - noun < 3:
        return None
    type_ = lexicon.of_noun(tree[noun].lemma.lower(), tree.modifiers(noun))
    is_body = type_ is not None and lexicon.is_a(type_, "organization")
    return type_ if is_body and tree[head - 1].text in {",", tree[noun].text} else None


def outlets(tree: Tree, lexicon: Lexicon) -> Iterator[Naming]:
    """Media and parties named before their noun: "the Al-Sahil news outlet", "Nyika television", "the Ora party"."""
    for i, token in enumerate(tree.tokens):
        type_ = lexicon.of_noun(token.lemma.lower(), tree.modifiers(i)) if token.upos == "NOUN" else None
        if type_ is None or not lexicon.follows_name(token.lemma.lower(), type_):
            continue
        end = next((w for w in range(i, 0, -1) if _is_name(tree, w - 1) or tree[w - 1].upos != "NOUN"), 0)
        start = end
        while start and (_is_name(tree, start - 1) or (start < end and tree[start - 1].text in {"-", *particles()})):
            start -= 1
        is_date = any(n.start < end and start < n.end and lexicon.of_label(n.type) is None for n in tree.sentence.names)
        is_state = any(known(tree[start].text) for known in (places.demonym, places.state, places.union))
        is_one_of_many = start > 0 and tree[start - 1].text.lower() in INDEFINITE  # "a Zaidi movement"
        is_heading = token.deprel == "root"
        if start < end and not (is_state or is_date or is_one_of_many or is_heading):
            yield Naming(start, end, head_of(tree, start, end), type_, Kind.NAME, 0.7)


def _is_name(tree: Tree, word: int) -> bool:
    return tree[word].upos == "PROPN" and tree[word].text[0].isupper() and tree[word].deprel != "nmod:poss"


def unions(tree: Tree, lexicon: Lexicon) -> Iterator[Naming]:
    """International organizations by their letters: "U.N. sanctions"."""
    label = lexicon.ontology.part("organization")
    for i, token in enumerate(tree.tokens):
        is_part = hyphens.before(tree.tokens, i) is not None  # "PORT-AU-PRINCE"
        if token.upos == "PROPN" and places.union(token.text) and token.text.isupper() and not is_part:
            yield Naming(i, i + 1, i, label, Kind.NAME, 0.9)


def speakers(tree: Tree, lexicon: Lexicon, cues: Cues) -> Iterator[Naming]:
    """A single capitalised word that speaks and is no common noun names somebody, though nothing says whom."""
    for i, token in enumerate(tree.tokens):
        is_bare = token.xpos == "NNP" and token.text.istitle() and all(tree[c].upos != "DET" for c in tree.children(i))
        is_alone = not tree.children(i, "compound", "flat", "nmod", "amod") and not (i and tree[i - 1].upos == "PROPN")
        speaks = token.deprel == "nsubj" and tree.lemma(token.head) in cues.reporting
        if is_bare and is_alone and speaks and lexicon.of_noun(token.lemma.lower()) is None:
            yield Naming(i, i + 1, i, lexicon.ontology.part("agent"), Kind.NAME, 0.5)
