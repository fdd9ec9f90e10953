"""Ties that a relational noun states: "the leader of Gambia", "his wife", "exercise director Roe"."""

from collections.abc import Iterable, Iterator

from kg.extract.coreference import root
from kg.extract.mentions.offices import Office, Offices
from kg.extract.relations.ties import Ends, Tie, is_hyphened, is_past
from kg.extract.tree import Tree
from kg.model import Kind, Literal, Mention
from kg.ontology import RelationType

BESIDE = frozenset({"compound", "nmod:desc", "flat", "appos", "nmod", "amod"})
COMPLEMENTS = frozenset({"of", "for", "at", "with"})


class RelationalNouns:
    """Reads the relational nouns of one article."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends
        self._literal = tuple(r for r in ends.relations if r.is_literal and r.nouns)
        self._nouns: dict[str, list[tuple[RelationType, bool]]] = {}
        """Noun -> (relation, whether the holder is its object)."""
        for relation in ends.relations:
            if not relation.is_literal:
                for word in relation.nouns:
                    self._nouns.setdefault(word, []).append((relation, False))
                for word in relation.inverse_nouns:
                    self._nouns.setdefault(word, []).append((relation, True))
        self._demonymic = tuple(r for r in ends.relations if r.demonym)
        self._posts = tuple(r for r in ends.relations if r.deputies)
        self._offices = frozenset(n for r in ends.relations if r.state_nouns for n in r.nouns)

    def ties(self, tree: Tree, offices: Offices, i: int) -> Iterator[Tie]:
        """The ties of the noun at a word."""
        office = offices.at(i)
        start, end = (office.start, office.end) if office else (i, i + 1)
        term = next((t for t in _terms(tree, i, office) if t in self._nouns), None)
        is_title = office is not None and any(office.term in r.nouns for r in self._literal)
        if term is None and not is_title:
            return
        holder, is_clause = self._holder(tree, i)
        if holder is None or (
            holder.kind is Kind.NAME and self.ends.mentions.at.get((tree.sentence.index, i)) == holder.id
        ):
            return  # the first is unknown, the second has the office for a name: "Dean Roe"
        former = is_past(tree, i)
        if is_title and self.ends.is_a(holder, "person"):
            words = self.ends.text(tree, start, max(end, self._title_end(tree, i))).value.lower()
            value = Literal(f"former {words}" if former and not words.startswith("former") else words)
            yield from (Tie(r, holder, value, i, not is_clause) for r in self._literal)
        tied = self._stated(tree, i, office, term)
        for other in self._complements(tree, i, start, holder):
            pairs = [] if former else list(self._pairs(tied, holder, other))
            yield from (Tie(relation, *pair, i, not is_clause) for relation, pair in pairs)
            if other.kind is Kind.DEMONYM or (not pairs and other.span.end <= tree[i].span.start):
                yield from self._of_state(holder, other, i)

    def is_relational(self, tree: Tree, offices: Offices, i: int) -> bool:
        """True if a noun states ties of its own."""
        return any(t in self._nouns for t in _terms(tree, i, offices.at(i)))

    def _stated(
        self, tree: Tree, i: int, office: Office | None, term: str | None
    ) -> list[tuple[RelationType, bool, bool]]:
        """(relation, whether the holder is its object, whether the other may be a state) of a noun. A deputy, and who
        holds an office in something that another noun names ("exercise director"), has a post."""
        if office is not None and office.term in self._offices:
            words = range(office.start, i - office.term.count(" "))
            if any(self.ends.lexicon.is_deputy(tree[w].lemma.lower()) or tree[w].upos == "NOUN" for w in words):
                return [(post, False, False) for post in self._posts]
        stated = self._nouns.get(term or "", ())
        return [(r, inverse, not r.state_nouns or term in r.state_nouns) for r, inverse in stated]

    def _pairs(
        self, stated: Iterable[tuple[RelationType, bool, bool]], holder: Mention, other: Mention
    ) -> Iterator[tuple[RelationType, tuple[Mention, Mention]]]:
        """(relation, (subject, object)) for what the noun says of the two."""
        for relation, inverse, for_states in stated:
            subject, object_ = (other, holder) if inverse else (holder, other)
            is_barred = self.ends.is_a(object_, "state") and not for_states
            if not is_barred and self.ends.allowed(relation, subject, object_):
                yield relation, (subject, object_)

    def _of_state(self, holder: Mention, state: Mention, i: int) -> Iterator[Tie]:
        """Whom a demonym stands before, and who holds an office in a state, is of that state."""
        if self.ends.is_a(holder, "person"):
            allowed = (r for r in self._demonymic if self.ends.allowed(r, holder, state))
            yield from (Tie(r, holder, state, i, True) for r in allowed)

    def _title_end(self, tree: Tree, i: int) -> int:
        """Where a title ends that says what it is of: "minister of education"; a name is no part of it."""
        for c in tree.children(i, "nmod"):
            words = tree.subtree(c)
            if c > i and tree.preposition(c) in {"of", "for"} and not any(self.ends.at(tree, w) for w in words):
                return words[-1] + 1
        return i

    def _holder(self, tree: Tree, i: int) -> tuple[Mention | None, bool]:
        """Who a relational noun describes, and whether a clause says so ("X is the leader")."""
        near = tree.children(i, "appos", "flat")
        if tree[i].deprel in BESIDE and (tree[i].deprel != "nmod" or tree.preposition(i) is None):
            near.append(tree[i].head)
        if tree[i].deprel == "conj" and tree[tree[i].head].deprel == "appos":
            near.append(tree[tree[i].head].head)
        for word in near:
            mention = self.ends.named(tree, word)
            is_held = tree[i].deprel == "appos" or word in tree.children(i)
            if mention and self._counts_as_one(tree, i, mention) and (is_held or self._is_person(mention)):
                return mention, False
        if tree.child(i, "cop") is not None:
            subject = next((a.head for a in tree.arguments(i) if a.function == "subject"), None)
            mention = self.ends.mentions.of(tree, subject) if subject is not None else None
            if mention is not None:
                return mention, True
        own = self.ends.at(tree, i)
        if own is not None and root(self.ends.mentions, own.id).kind is Kind.NAME:
            return own, False
        return None, False

    def _is_person(self, mention: Mention) -> bool:
        return self.ends.lexicon.is_a(mention.type, "person")

    def _counts_as_one(self, tree: Tree, i: int, mention: Mention) -> bool:
        """A plural noun describes no single person."""
        return tree[i].xpos not in {"NNS", "NNPS"} or not self._is_person(mention)

    def _complements(self, tree: Tree, i: int, start: int, holder: Mention) -> list[Mention]:
        """Possessors, demonyms and "of ..." of a relational noun; for "Turkish leader Roe" also what is before it."""
        words = tree.children(i, "nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked")
        words += [c for c in tree.children(i, "nmod", "obl") if tree.preposition(c) in COMPLEMENTS]
        if tree[i].deprel in {"compound", "nmod:desc", "flat", "amod"} and i < holder.head:
            near = [w for w in _before(tree, start) if self.ends.at(tree, w)]
            after = [c for c in tree.children(holder.head, "nmod") if tree.preposition(c) == "of"]
            words = [*words, *near[-1:], *after]
        apart = (x for w in words for x in tree.conjuncts(w) if not is_hyphened(tree, x))
        found = [m for x in apart if (m := self.ends.at(tree, x))]
        return list({m.id: m for m in found if not self.ends.are_one(m, holder)}.values())


def _terms(tree: Tree, i: int, office: Office | None) -> list[str]:
    """What a noun may be listed as, the longest first: as an office, with one modifier, alone."""
    lemma = tree[i].lemma.lower()
    pairs = [f"{tree[c].lemma.lower()} {lemma}" for c in tree.children(i, "compound", "amod") if c < i]
    return [*([office.term] if office else []), *pairs, lemma]


def _before(tree: Tree, start: int) -> list[int]:
    """The words of the noun phrase that stand before an office: "Turkish" in "Turkish President Roe"."""
    first = start
    while first > 0 and tree[first - 1].upos in {"ADJ", "NOUN", "PROPN", "PART", "NUM"} and start - first < 6:
        first -= 1
    return list(range(first, start))
