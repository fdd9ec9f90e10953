"""Pronouns and repeated descriptions -> the mention of the same article they stand for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from kg import places
from kg.extract.coreference import bare
from kg.extract.coreference.chains import Chains
from kg.extract.coreference.headline import counted_again
from kg.extract.coreference.holders import Holders
from kg.extract.mentions import Mentions
from kg.extract.mentions.offices import PAST
from kg.extract.tree import Tree
from kg.model import Chain, Kind, Mention, MentionId, Token

REACH = 3
"""Sentences a bare force ("the soldiers") looks back over."""
STATES = 2
"""Sentences that "the country" looks back over."""
MEMORY = 60
"""Sentences any description looks back over: what was named longer ago is named anew."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})

DESCRIBING = frozenset({"amod", "compound", "nmod:desc", "nmod"})
"""Relations of what makes a description more than plain."""


def link(mentions: Mentions, trees: Sequence[Tree], chains: Sequence[Chain]) -> None:
    """Give every pronoun and every definite repeated description its antecedent, or none: in order of the text.

    Whom a pronoun means the annotator's chains say; what a description repeats, rules first.
    """
    learned = Chains(chains, mentions)
    order = sorted(mentions.all.values(), key=lambda m: (m.span.start, -m.span.end))
    forces, holders = _Forces(mentions), Holders(mentions, trees)
    by_index = {t.sentence.index: t for t in trees}
    for i, mention in enumerate(order):
        mention = mentions[mention.id]
        if mention.antecedent is not None:
            continue
        if mention.kind is Kind.PRONOUN:
            found = _in_chain(mentions, by_index[mention.sentence], mention, learned)
            if found is not None:
                mentions.update(replace(mention, antecedent=found.id, type=root(mentions, found.id).type))
        elif mention.kind is Kind.NOMINAL:
            tree, earlier = by_index[mention.sentence], partial(_looking_back, mentions, order, i)
            found = (
                forces.antecedent(tree, mention)
                or _description(mentions, tree, mention, earlier(), by_index)
                or _last_named(mentions, tree, mention, earlier(), holders)
                or _in_chain(mentions, tree, mention, learned)
                or counted_again(tree, mention, earlier(), by_index)
                or _state(mentions, tree, mention, earlier())
            )
            if found is not None:
                mentions.update(replace(mention, antecedent=found.id))
            elif bare.is_state(mentions, tree, mention):
                mentions.forget(mention)  # "both countries", "the nation": nobody knows which
            forces.add(tree, mentions[mention.id])


def _looking_back(mentions: Mentions, order: Sequence[Mention], i: int) -> Iterator[Mention]:
    """The mentions before the i-th, the last first, as far as memory reaches."""
    for j in range(i - 1, -1, -1):
        if order[i].sentence - order[j].sentence > MEMORY:
            return
        yield mentions[order[j].id]


def _in_chain(mentions: Mentions, tree: Tree, mention: Mention, chains: Chains) -> Mention | None:
    """The first mention before it in its chain that is no mere pronoun, of a class it may have, and not forbidden."""
    if mention.kind is Kind.NOMINAL and not _is_definite(tree, mention):
        return None
    are_kin, barred = mentions.lexicon.ontology.are_kin, _barred(mentions, tree, mention.head)
    types = mentions.lexicon.of_pronoun(mention.text) if mention.kind is Kind.PRONOUN else (mention.type,)
    for candidate in chains.antecedents(mention):
        target = root(mentions, candidate.id)
        is_self = target.id in {mention.id, *barred} or candidate.span.overlaps(mention.span)
        if is_self or target.kind is Kind.PRONOUN or candidate.kind is Kind.DEMONYM:
            continue
        if any(are_kin(target.type, t) for t in types):
            return candidate
    return None


def _is_definite(tree: Tree, mention: Mention) -> bool:
    return tree[tree.phrase(mention.head)[0]].text.lower() in DEFINITE


def _barred(mentions: Mentions, tree: Tree, pronoun: int) -> set[MentionId]:
    """Whom the grammar forbids: an object pronoun is not the subject of its own verb."""
    verb = tree[pronoun].head
    if tree[pronoun].deprel not in {"obj", "iobj", "obl"} or tree[verb].upos != "VERB":
        return set()
    subjects = (mentions.of(tree, a.head) for a in tree.arguments(verb) if a.function == "subject")
    return {root(mentions, m.id).id for m in subjects if m}


class _Forces:
    """ "Turkish troops", "the soldiers", "his troops": plain words for an army's people name the force last told of,
    of the same state where they name one."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._seen: list[tuple[Mention, frozenset[str]]] = []

    def antecedent(self, tree: Tree, mention: Mention) -> Mention | None:
        side = self._side(tree, mention)
        if side is None:
            return None
        for other, theirs in reversed(self._seen):
            if side == theirs or not side or (not theirs and mention.sentence - other.sentence <= REACH):
                return other
        return None

    def add(self, tree: Tree, mention: Mention) -> None:
        side = self._side(tree, mention)
        if side is not None:
            held = root(self.mentions, mention.id).id
            inherited = [s for m, s in self._seen if s and root(self.mentions, m.id).id == held]
            self._seen.append((mention, side or (inherited[-1] if inherited else side)))

    def _side(self, tree: Tree, mention: Mention) -> frozenset[str] | None:
        """The states a plain mention of forces names, possibly none; None if it is not plain."""
        token = tree[mention.head]
        if (
            not self.mentions.lexicon.is_a(mention.type, "unit")
            or token.xpos != "NNS"
            or mention.kind is not Kind.NOMINAL
        ):
            return None
        if tree.exact_number(mention.head) is not None or not self.mentions.lexicon.is_plain(token.lemma.lower()):
            return None  # "34 soldiers" are those 34, not the army
        if (own := self.mentions.state_of(mention)) is not None:
            return frozenset({_code(own)})
        states = set()
        for c in tree.children(mention.head):
            other = self.mentions.at.get((mention.sentence, c))
            if other is not None and self.mentions.lexicon.is_a(self.mentions[other].type, "state"):
                states.add(_code(root(self.mentions, other)))
            elif tree[c].deprel in DESCRIBING or (tree[c].deprel == "nmod:poss" and tree[c].upos != "PRON"):
                return None  # "Roe's troops", "troops in the north": a force of their own
        return frozenset(states)


def _code(state: Mention) -> str:
    """The code of the state that a mention names; its words if the reference data does not know it."""
    found = places.demonym(state.text) or places.state(state.text) or places.capital_of(state.text)
    return found.code if found else state.text


def root(mentions: Mentions, key: MentionId) -> Mention:
    """The first mention of a chain of antecedents."""
    return list(chain(mentions, key))[-1]


def identity(mentions: Mentions, key: MentionId) -> str:
    """What tells the thing of a mention from the others of its article: a state's code, a name, or where it is first
    described. A surname is the full name given most often before it."""
    first = root(mentions, key)
    if mentions.lexicon.is_a(first.type, "state"):
        return _code(first)
    return _fullest(mentions, first) if first.kind is Kind.NAME else first.id


def _fullest(mentions: Mentions, name: Mention) -> str:
    words = name.text.split()
    before = (m for m in mentions.all.values() if m.kind is Kind.NAME and m.span.start < name.span.start)
    longer = [m.text for m in before if len(m.text) > len(name.text)]
    fuller = Counter(t for t in longer if words in (t.split()[: len(words)], t.split()[-len(words) :]))
    is_person = mentions.lexicon.is_a(name.type, "person")
    return min(fuller, key=lambda text: (-fuller[text], text)) if fuller and is_person else name.text


def chain(mentions: Mentions, key: MentionId) -> Iterator[Mention]:
    """A mention and what it stands for, mention by mention."""
    seen: set[MentionId] = set()
    at: MentionId | None = key
    while at is not None and at not in seen:
        seen.add(at)
        yield mentions[at]
        at = mentions[at].antecedent


def _description(
    mentions: Mentions, tree: Tree, mention: Mention, earlier: Iterable[Mention], trees: dict[int, Tree]
) -> Mention | None:
    """The latest earlier mention a definite description repeats: "two soldiers captured ..." <- "the two soldiers"."""
    start, _ = tree.phrase(mention.head)
    first = tree[start].text.lower()
    has_definite, is_new = first in DEFINITE, first in {"a", "an", "another"}
    own = tree[mention.head].lemma.lower()
    text, is_several = _content(tree, mention), _is_plural(tree, mention)
    alike: dict[MentionId, Mention] = {}
    """Things farther back that the same bare noun describes, the latest mention of each."""
    for candidate in earlier:
        target = root(mentions, candidate.id)
        if candidate.kind is Kind.PRONOUN or target.id == mention.id or candidate.span.overlaps(mention.span):
            continue
        distance = mention.sentence - candidate.sentence
        if candidate.kind is Kind.NOMINAL:
            other = trees[candidate.sentence]
            if is_new or other[candidate.head].lemma.lower() != own or _is_plural(other, candidate) != is_several:
                continue
            theirs = _content(other, candidate)
            if set(theirs) & PAST - set(text):
                continue  # "the president" is not the former one
            is_again = theirs == text and (has_definite or distance < 40)
            is_part = has_definite and len(text) > 1 and set(text) <= set(theirs)
            if is_again or is_part or (has_definite and len(text) == 1 and distance <= 4):
                return candidate
            alike.setdefault(target.id, candidate)
        elif has_definite and len(text) == 1 and distance <= 2:
            if _is_organization(mentions, mention, target, candidate, noun=own):
                return candidate
        elif not is_new and _is_called(mentions, (tree, mention), (trees[candidate.sentence], candidate)):
            return candidate
    is_bare = has_definite and len(text) == 1 and tree[mention.head].xpos == "NN"
    is_built = any(mentions.lexicon.is_a(mention.type, part) for part in ("facility", "vehicle", "settlement"))
    return next(iter(alike.values())) if is_bare and is_built and len(alike) == 1 else None


def _last_named(
    mentions: Mentions, tree: Tree, mention: Mention, earlier: Iterable[Mention], holders: Holders
) -> Mention | None:
    """Whom the article last named with this office; else the only thing of its class that it just named."""
    if not _is_definite(tree, mention):
        return None
    found = holders.find(tree, mention, _content(tree, mention))
    if found is None and bare.is_bare(tree, mention.head) and tree[mention.head].xpos == "NN":
        found = bare.named(mentions, mention, ((m, root(mentions, m.id)) for m in earlier))
    return found


def _state(mentions: Mentions, tree: Tree, mention: Mention, earlier: Iterable[Mention]) -> Mention | None:
    """The one state told of before "the country" in its sentence or, if none is, in the nearest before that."""
    is_bare = _is_definite(tree, mention) and tree[mention.head].xpos == "NN" and len(_content(tree, mention)) == 1
    if not is_bare or not mentions.lexicon.is_a(mention.type, "state"):
        return None
    near: list[Mention] = []
    for candidate in earlier:
        if candidate.kind in {Kind.NOMINAL, Kind.PRONOUN} or not mentions.lexicon.is_a(candidate.type, "state"):
            continue
        if mention.sentence - candidate.sentence > (mention.sentence - near[0].sentence if near else STATES):
            break
        near.append(candidate)
    return near[0] if len({_code(root(mentions, c.id)) for c in near}) == 1 else None


def _is_called(mentions: Mentions, described: tuple[Tree, Mention], named: tuple[Tree, Mention]) -> bool:
    """True of "the fisheries bureau" where the Bureau of Fisheries and Forests is named."""
    (tree, mention), (other, candidate) = described, named
    if candidate.kind is not Kind.NAME or not mentions.lexicon.is_a(mention.type, "organization"):
        return False
    words = _words(tree, mention)
    known = {form for t in _words(other, candidate) for form in (t.text.lower(), t.lemma.lower())}
    are_kin = mentions.lexicon.ontology.are_kin(mention.type, candidate.type)
    return len(words) > 1 and are_kin and all({t.text.lower(), t.lemma.lower()} & known for t in words)


def _is_plural(tree: Tree, mention: Mention) -> bool:
    return tree[mention.head].xpos in {"NNS", "NNPS"}


def _is_organization(mentions: Mentions, mention: Mention, target: Mention, candidate: Mention, *, noun: str) -> bool:
    """True if "the newspaper", "the company" fits the organization just named."""
    if candidate.kind is not Kind.NAME or target.type != mention.type:
        return False
    lexicon = mentions.lexicon
    if lexicon.is_a(mention.type, "body") and not lexicon.may_be_called(target.text, noun):
        return False
    return lexicon.is_a(mention.type, "organization") and not lexicon.is_a(mention.type, "unit")


def _content(tree: Tree, mention: Mention) -> tuple[str, ...]:
    """The lemmas that make up a description: determiners and punctuation left out."""
    return tuple(t.lemma.lower() for t in _words(tree, mention))


def _words(tree: Tree, mention: Mention) -> list[Token]:
    told = {"DET", "PUNCT", "PRON", "PART", "ADP"}
    return [t for t in tree.tokens if mention.span.contains(t.span) and t.upos not in told]
