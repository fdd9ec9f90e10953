"""Pronouns and repeated descriptions -> the mention of the same article they stand for, by rule."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg import places
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention, MentionId

REACH = 3
"""Sentences a pronoun looks back over."""
MEMORY = 60
"""Sentences any description looks back over: what was named longer ago is named anew."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})

PAST = frozenset({"former", "ex", "late", "then", "ousted", "deposed"})
DESCRIBING = frozenset({"amod", "compound", "nmod:desc", "nmod"})
"""Relations of what makes a description more than plain."""


def link(mentions: Mentions, trees: Sequence[Tree]) -> None:
    """Give every pronoun and every definite repeated description its antecedent, or none: in order of the text."""
    order = sorted(mentions.all.values(), key=lambda m: (m.span.start, -m.span.end))
    forces = _Forces(mentions)
    by_index = {t.sentence.index: t for t in trees}
    for i, mention in enumerate(order):
        mention = mentions[mention.id]
        if mention.antecedent is not None:
            continue
        earlier = _looking_back(mentions, order, i)
        if mention.kind is Kind.PRONOUN:
            found = _pronoun(mentions, by_index[mention.sentence], mention, earlier, by_index)
            if found is not None:
                mentions.update(replace(mention, antecedent=found.id, type=root(mentions, found.id).type))
        elif mention.kind is Kind.NOMINAL:
            found = forces.antecedent(by_index[mention.sentence], mention)
            if found is None:
                found = _description(mentions, by_index[mention.sentence], mention, earlier, by_index)
            if found is not None:
                mentions.update(replace(mention, antecedent=found.id))
            forces.add(by_index[mention.sentence], mentions[mention.id])


def _looking_back(mentions: Mentions, order: Sequence[Mention], i: int) -> Iterator[Mention]:
    """The mentions before the i-th, the last first, as far as memory reaches."""
    for j in range(i - 1, -1, -1):
        if order[i].sentence - order[j].sentence > MEMORY:
            return
        yield mentions[order[j].id]


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
    seen = set()
    mention = mentions[key]
    while mention.antecedent is not None and mention.antecedent not in seen:
        seen.add(mention.id)
        mention = mentions[mention.antecedent]
    return mention


def _pronoun(
    mentions: Mentions, tree: Tree, mention: Mention, earlier: Iterable[Mention], trees: dict[int, Tree]
) -> Mention | None:
    types = mentions.lexicon.of_pronoun(mention.text)
    best: tuple[float, int, Mention] | None = None
    barred = _barred(mentions, tree, mention.head)
    nearest, owner = 0.0, tree[tree[mention.head].head].deprel
    is_person = any(mentions.lexicon.is_a(t, "person") for t in types)
    for candidate in earlier:
        distance = mention.sentence - candidate.sentence
        if distance > REACH:
            break
        if candidate.kind is Kind.DEMONYM or candidate.span.contains(mention.span):
            continue
        target = root(mentions, candidate.id)
        if target.kind is Kind.PRONOUN or not any(mentions.lexicon.ontology.is_a(target.type, t) for t in types):
            continue
        if not _number_fits(mentions, trees, mention, target):
            continue
        other = trees[candidate.sentence]
        if target.id in barred:
            continue
        score = -1.0 * distance + _prominence(other, candidate)
        is_owned_object = tree[mention.head].deprel == "nmod:poss" and owner not in AGENTIVE_SUBJECTS
        if is_owned_object and distance == 0 and not is_person:
            score -= nearest  # what "its" stands for is mostly the thing named last
            nearest += 1.2
        if best is None or (score, candidate.span.start) > best[:2]:
            best = (score, candidate.span.start, candidate)
    return None if best is None else best[2]


def _number_fits(mentions: Mentions, trees: dict[int, Tree], mention: Mention, target: Mention) -> bool:
    plural = mention.text.lower() in {"they", "them", "their", "theirs"}
    head = trees[target.sentence][target.head]
    is_plural = head.xpos in {"NNS", "NNPS"} or mentions.lexicon.is_a(target.type, "group")
    if mentions.lexicon.is_a(target.type, "person"):
        return not plural or is_plural
    if plural:
        return is_plural or mentions.lexicon.is_a(target.type, "unit")
    return not is_plural or target.kind is Kind.NAME


def _prominence(tree: Tree, candidate: Mention) -> float:
    token = tree[candidate.head]
    score = 0.5 if candidate.kind in {Kind.NAME, Kind.METONYM} else 0.0
    if token.deprel in AGENTIVE_SUBJECTS:
        score += 1.0 if tree[token.head].deprel in {"root", "ccomp", "parataxis", "conj"} else 0.6
    elif token.deprel in {"nmod", "nmod:poss", "compound", "appos"}:
        score -= 0.4
    return score


def _barred(mentions: Mentions, tree: Tree, pronoun: int) -> set[MentionId]:
    """Whom the grammar forbids: an object pronoun is not the subject of its own verb."""
    verb = tree[pronoun].head
    if tree[pronoun].deprel not in {"obj", "iobj", "obl"} or tree[verb].upos != "VERB":
        return set()
    subjects = (mentions.of(tree, a.head) for a in tree.arguments(verb) if a.function == "subject")
    return {root(mentions, m.id).id for m in subjects if m}


def _description(
    mentions: Mentions, tree: Tree, mention: Mention, earlier: Iterable[Mention], trees: dict[int, Tree]
) -> Mention | None:
    """The latest earlier mention a definite description repeats: "two soldiers captured ..." <- "the two soldiers"."""
    start, _ = tree.phrase(mention.head)
    first = tree[start].text.lower()
    has_definite, is_new = first in DEFINITE, first in {"a", "an", "another"}
    own = tree[mention.head].lemma.lower()
    text = _content(tree, mention)
    alike: dict[MentionId, Mention] = {}
    """Things farther back that the same bare noun describes, the latest mention of each."""
    for candidate in earlier:
        target = root(mentions, candidate.id)
        if candidate.kind is Kind.PRONOUN or target.id == mention.id or candidate.span.overlaps(mention.span):
            continue
        distance = mention.sentence - candidate.sentence
        if candidate.kind is Kind.NOMINAL:
            other = trees[candidate.sentence]
            if is_new or other[candidate.head].lemma.lower() != own:
                continue
            theirs = _content(other, candidate)
            if set(theirs) & PAST - set(text):
                continue  # "the president" is not the former one
            is_again = theirs == text and (has_definite or distance < 40)
            is_part = has_definite and len(text) > 1 and set(text) <= set(theirs)
            if is_again or is_part or (has_definite and len(text) == 1 and distance <= 4):
                return candidate
            alike.setdefault(target.id, candidate)
        elif (
            has_definite and len(text) == 1 and distance <= 2 and _is_organization(mentions, mention, target, candidate)
        ):
            return candidate
    is_bare = has_definite and len(text) == 1 and tree[mention.head].xpos == "NN"
    is_built = any(mentions.lexicon.is_a(mention.type, part) for part in ("facility", "vehicle", "settlement"))
    return next(iter(alike.values())) if is_bare and is_built and len(alike) == 1 else None


def _is_organization(mentions: Mentions, mention: Mention, target: Mention, candidate: Mention) -> bool:
    """True if "the newspaper", "the company" fits the organization just named."""
    if candidate.kind is not Kind.NAME or target.type != mention.type:
        return False
    lexicon = mentions.lexicon
    return lexicon.is_a(mention.type, "organization") and not lexicon.is_a(mention.type, "unit")


def _content(tree: Tree, mention: Mention) -> tuple[str, ...]:
    """The lemmas that make up a description: determiners and punctuation left out."""
    words = [
        t.lemma.lower()
        for t in tree.tokens
        if mention.span.contains(t.span) and t.upos not in {"DET", "PUNCT", "PRON", "PART", "ADP"}
    ]
    return tuple(words)
