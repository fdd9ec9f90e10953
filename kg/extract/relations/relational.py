"""Ties that a relational noun states: "the leader of Gambia", "his wife", "exercise director Roe"."""

from collections.abc import Iterable, Iterator, Sequence

from kg import places
from kg.extract.mentions.offices import PAST, Office, Offices
from kg.extract.relations.holders import PLURAL, Holders
from kg.extract.relations.past import is_over
from kg.extract.relations.ties import Ends, Tie, is_loose, is_past
from kg.extract.tree import Tree
from kg.model import Kind, Literal, Mention
from kg.ontology import RelationType

COMPLEMENTS = frozenset({"of", "for", "at", "with"})
BESIDE = frozenset({"along", "together"})


class RelationalNouns:
    """Reads the relational nouns of one article."""

    def __init__(self, ends: Ends) -> None:
        self.ends, self._cues = ends, ends.mentions.cues
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
        self._holders = Holders(ends)
        self._posts = tuple(r for r in ends.relations if r.deputies)
        self._offices = frozenset(n for r in ends.relations if r.state_nouns for n in r.nouns)

    def ties(self, tree: Tree, offices: Offices, i: int) -> Iterator[Tie]:
        """The ties of the noun at a word."""
        office = offices.at(i)
        start, end = (office.start, office.end) if office else (i, i + 1)
        term = next((t for t in _terms(tree, i, office) if t in self._nouns), None)
        is_title = self._is_title(office)
        if term is None and not is_title:
            return
        holders, is_clause = self._holders.of(tree, i)
        stated = self._stated(tree, i, office, term)
        if not holders and tree[i].xpos not in PLURAL:
            yield from self._unnamed(tree, i, office, stated)
        for holder in holders:
            if (
                holder.kind is Kind.NAME
                and holder.sentence == tree.sentence.index
                and holder.span.overlaps(tree[i].span)
            ):
                continue  # the office is a name: "Dean Roe"
            former = is_past(tree, i) or self._is_past_before(tree, start, holder) or is_over(tree, i, self._cues)
            is_listed = tree[i].xpos in PLURAL and tree[i].deprel not in {"nmod:desc", "compound"}
            is_again = holder.kind is Kind.NOMINAL and holder.head == i and tree[i].xpos != "NNP"
            if is_title and not is_listed and not is_again and self.ends.is_a(holder, "person"):
                value = self._title(tree, i, start, end, former=former)
                yield from (Tie(r, holder, value, i, not is_clause) for r in self._literal)
            others = self._complements(tree, i, start, holder, among=holders)
            for other in others or self._governed(stated, holder):
                pairs = [] if former else list(self._pairs(self._of_branch(tree, stated, other), holder, other))
                yield from (Tie(relation, *pair, i, not is_clause) for relation, pair in pairs)
                is_before = other.span.end <= tree[i].span.start
                if other.kind is Kind.DEMONYM or (not pairs and (is_before or not former)):
                    yield from self._of_state(holder, other, i)

    def _is_title(self, office: Office | None) -> bool:
        return office is not None and any(office.term in r.nouns for r in self._literal)

    def _unnamed(
        self, tree: Tree, i: int, office: Office | None, stated: Sequence[tuple[RelationType, bool, bool]]
    ) -> Iterator[Tie]:
        """ "A NASA spokeswoman", "an official with the fund", "his daughter": of who has no name, the post is told, and
        its title, or whose kin it is."""
        own = self.ends.at(tree, i)
        if (
            own is None
            or own.head != i
            or own.antecedent is not None
            or is_past(tree, i)
            or is_over(tree, i, self._cues)
        ):
            return
        start = office.start if office else i
        posts = [s for s in stated if s[0] in self._posts or self._is_of_people(s[0])]
        others = self._complements(tree, i, start, own, among=[own]) if posts else []
        held = [Tie(r, *pair, i, True) for other in others for r, pair in self._pairs(posts, own, other)]
        yield from held
        if held and self._is_title(office) and not tree.is_headline:
            title = self._title(tree, i, start, i + 1, former=False)
            yield from (Tie(r, own, title, i, True) for r in self._literal)

    def _is_of_people(self, relation: RelationType) -> bool:
        return all(self.ends.lexicon.is_a(end, "person") for end in (relation.domain, relation.range))

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
            is_one_of_many = any(self.ends.lexicon.is_deputy(tree[w].lemma.lower()) for w in _before(tree, words.stop))
            if is_one_of_many or any(tree[w].upos == "NOUN" for w in words) or self._is_of_field(tree, i):
                return [(post, False, False) for post in self._posts]
        stated = self._nouns.get(term or "", ())
        return [(r, inverse, not r.state_nouns or term in r.state_nouns) for r, inverse in stated]

    def _is_of_field(self, tree: Tree, i: int) -> bool:
        """True of "the fund's head of research", who does not head the fund; "head of state" heads the state."""
        fields = [c for c in tree.children(i, "nmod") if c > i and tree.preposition(c) == "of"]
        types = [self.ends.lexicon.of_noun(tree[c].lemma.lower()) for c in fields if tree[c].upos == "NOUN"]
        return bool(types) and not any(t is not None and self.ends.lexicon.is_a(t, "agent") for t in types)

    def _of_branch(
        self, tree: Tree, stated: Sequence[tuple[RelationType, bool, bool]], other: Mention
    ) -> Sequence[tuple[RelationType, bool, bool]]:
        """What an office states; of the "head of the fund in Quetta" only that he has a post there; a force is led."""
        after = [w for w, t in enumerate(tree.tokens) if t.span.start >= other.span.end and t.text not in {"(", ")"}]
        behind = after[:2] if other.sentence == tree.sentence.index else []
        is_there = len(behind) == 2 and tree[behind[0]].text == "in" and self._is_place(tree, behind[1])
        leads = any(r.state_nouns and r not in self._posts for r, _, _ in stated)
        is_body = self.ends.is_a(other, "organization") and not self.ends.is_a(other, "unit")
        is_branch = is_there and leads and is_body
        return [(post, False, False) for post in self._posts] if is_branch else stated

    def _is_place(self, tree: Tree, word: int) -> bool:
        found = self.ends.at(tree, word)
        return found is not None and self.ends.is_a(found, "place")

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

    def _governed(self, stated: Iterable[tuple[RelationType, bool, bool]], seat: Mention) -> list[Mention]:
        """The state of "the capital, Nairobi", which goes without saying, if the article names it."""
        ends = (self.ends.ontology.part("settlement"), self.ends.ontology.part("state"))
        code = places.capital_of(seat.text) if any((r.domain, r.range) == ends for r, _, _ in stated) else None
        named = (m for m in self.ends.mentions.all.values() if m.kind in {Kind.NAME, Kind.DEMONYM})
        found = (m for m in named if code and self.ends.is_a(m, "state") and places.owner(m.text) == code)
        return sorted(found, key=lambda m: m.span.start)[:1]

    def _is_past_before(self, tree: Tree, start: int, holder: Mention) -> bool:
        """True of "former" before all of "former Peruvian President Ana Salas", wherever a tree hangs it but on a word
        between."""
        words = [w for w in _before(tree, start) if PAST & {tree[w].lemma.lower(), tree[w].text.lower()}]
        return any(not w < tree[w].head < start for w in words) and holder.sentence == tree.sentence.index

    def _is_subject(self, tree: Tree, word: int) -> bool:
        """True of "government" in "a professor of government", which is what she teaches."""
        is_bare = not tree.children(word, "det", "amod", "compound", "nmod:poss", "nmod") and tree[word].xpos == "NN"
        return is_bare and tree[word].lemma.lower() in self._cues.state_nouns and tree.preposition(word) == "of"

    def _title(self, tree: Tree, i: int, start: int, end: int, *, former: bool) -> Literal:
        """The words of an office, in the singular."""
        words = self.ends.text(tree, start, max(end, self._title_end(tree, i))).value.lower()
        if tree[i].xpos in PLURAL:
            words = words.replace(tree[i].text.lower(), tree[i].lemma.lower())
        return Literal(f"former {words}" if former and not words.startswith("former") else words)

    def _title_end(self, tree: Tree, i: int) -> int:
        """Where a title ends that says what it is of: "minister of education"; a name is no part of it."""
        for c in tree.children(i, "nmod"):
            words = tree.subtree(c)
            if c > i and tree.preposition(c) in {"of", "for"} and not any(self.ends.at(tree, w) for w in words):
                return words[-1] + 1
        return i

    def _complements(
        self, tree: Tree, i: int, start: int, holder: Mention, *, among: Sequence[Mention]
    ) -> list[Mention]:
        """Possessors, demonyms and "of ..." of a relational noun; for "Turkish leader Roe" also what is before it; of
        several who hold one office what stands behind each: "Presidents Roe of Mali and Moe of Chad"."""
        after = [c for c in tree.children(holder.head, "nmod") if tree.preposition(c) == "of"]
        if len(among) > 1 and after:
            return [m for w in after if (m := self.ends.at(tree, w)) and not self.ends.is_a(m, "person")]
        words = tree.children(i, "nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked")
        words = [_owner(tree, w) for w in words if not start <= w < i]  # the office's own words name nothing else
        words += _objects(tree, i) or (_objects(tree, tree[i].head) if tree[i].deprel == "conj" else [])
        if tree[i].deprel in {"compound", "nmod:desc", "flat", "amod"} and i < holder.head:
            near = [w for w in _before(tree, start) if self.ends.at(tree, w) and tree.preposition(w) in {None, "of"}]
            words = [*words, *near[-1:], *after]
        apart = (x for w in words for x in tree.conjuncts(w) if not is_loose(tree, x))
        found = [m for x in apart if (m := self.ends.at(tree, x)) and not self._is_subject(tree, x)]
        others = list({m.id: m for m in found if not any(self.ends.are_one(m, h) for h in among)}.values())
        return others if len(among) == 1 or len(others) == 1 else []


def _terms(tree: Tree, i: int, office: Office | None) -> list[str]:
    """What a noun may be listed as, the longest first: as an office, with one modifier, alone."""
    lemma = tree[i].lemma.lower()
    pairs = [f"{tree[c].lemma.lower()} {lemma}" for c in tree.children(i, "compound", "amod") if c < i]
    return [*([office.term] if office else []), *pairs, lemma]


def _objects(tree: Tree, i: int) -> list[int]:
    """What a noun is of: "Gambia" for "leader of Gambia", but nobody whom it is "along with"."""
    words = (c for c in tree.children(i, "nmod", "obl") if tree.preposition(c) in COMPLEMENTS)
    return [c for c in words if all(tree[w].lemma.lower() not in BESIDE for w in tree.children(c, "case"))]


def _owner(tree: Tree, word: int) -> int:
    """The word right before "whose", which that stands for: "Front" of "the Lakes Front, whose leader"."""
    before = word - 2 if word > 1 and tree[word - 1].text == "," else word - 1
    return before if tree[word].xpos == "WP$" and before >= 0 else word


def _before(tree: Tree, start: int) -> list[int]:
    """The words of the noun phrase that stand before an office: "Turkish" in "Turkish President Roe"."""
    first = start
    while first > 0 and tree[first - 1].upos in {"ADJ", "NOUN", "PROPN", "PART", "NUM"} and start - first < 6:
        first -= 1
    return list(range(first, start))
