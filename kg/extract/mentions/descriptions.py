"""Mentions that are no names: descriptions ("an engineering battalion"), pronouns, governments that are their state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentions import beside, sharing
from kg.extract.mentions.naming import AGENTIVE, MODIFIERS, Naming, with_saint
from kg.extract.quantities.numbers import value
from kg.extract.times.periods import WEEKDAYS
from kg.extract.tree import Tree
from kg.model import Kind, Mention, MentionId, Span, Token

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

WHEREABOUTS = frozenset({"in", "at", "near", "around", "on", "outside"})
STRETCHES = frozenset({"hour", "day", "week", "month", "year", "decade"})
SINCE = frozenset({"since", "until", "till"})
TYING = frozenset({"between", "with"})
"""Prepositions after a tie between two: "an alliance with Chad"."""
FEW = 12
"""Counted soldiers up to this many are a group of people, more are a force."""


class Descriptions:
    """Reads what the names of an article leave over."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions, self.lexicon, self.cues = mentions, mentions.lexicon, mentions.cues

    def read(self, tree: Tree, taken: set[int]) -> None:
        """Keep every pronoun and described thing of a sentence, but for the words in `taken`, which names have."""
        self._bodies(tree, taken)
        inside = self._inside_offices(tree)
        for i, token in enumerate(tree.tokens):
            if i in taken or i in inside:
                continue
            if token.upos == "PRON":
                self._pronoun(tree, i)
            elif token.upos in {"NOUN", "PROPN", "ADJ"}:
                self._nominal(tree, i)

    def _inside_offices(self, tree: Tree) -> set[int]:
        """The words of offices behind their noun: no "staff" of "chief of staff" is anybody."""
        offices = self.mentions.offices(tree)
        found = [o for i, t in enumerate(tree.tokens) if t.upos in {"NOUN", "PROPN"} and (o := offices.at(i))]
        return {w for office in found for w in range(office.head + 1, office.end)}

    def _bodies(self, tree: Tree, taken: set[int]) -> None:
        """The bodies before offices: "foreign ministry" in "a foreign ministry spokesman"."""
        offices = self.mentions.offices(tree)
        for i, token in enumerate(tree.tokens):
            office = offices.at(i) if token.upos in {"NOUN", "PROPN"} else None
            body = offices.body(office) if office else None
            if body is None or body[1] - 1 in taken:
                continue
            head = body[1] - 1
            type_ = self.lexicon.of_noun(tree[head].lemma.lower(), tree.modifiers(head))
            if type_ is not None:
                self.mentions.add(self.mentions.make(tree, Naming(*body, head, type_, Kind.NOMINAL, 0.7)))

    def _pronoun(self, tree: Tree, i: int) -> None:
        token = tree[i]
        types = self.lexicon.of_pronoun(token.text)
        if not types or token.deprel in {"expl", "det"} or token.xpos in {"WP", "WDT", "DT", "EX"}:
            return
        self.mentions.add(self.mentions.make(tree, Naming(i, i + 1, i, types[0], Kind.PRONOUN, 0.6)))

    def _nominal(self, tree: Tree, i: int) -> None:
        token = tree[i]
        if tree[tree.first_conjunct(i)].deprel == "compound" or (
            token.deprel in MODIFIERS and tree[token.head].upos in {"NOUN", "PROPN"}
        ):
            return
        if token.upos == "ADJ" and token.deprel not in {"nsubj", "nsubj:pass", "obj", "obl"}:
            return
        plural = token.xpos in {"NNS", "NNPS"}
        modifiers = tree.modifiers(i)
        type_ = self.lexicon.of_noun(token.lemma.lower(), modifiers, plural=plural)
        if type_ is None and token.upos == "NOUN" and not self.lexicon.is_happening(token.lemma.lower()):
            type_ = self._goods(modifiers)
        if type_ is None or self.lexicon.is_a(type_, "event") or self._is_tie(tree, i):
            return
        if (name := self._named_next(tree, i)) is not None and self.lexicon.is_a(type_, "person"):
            self.mentions.at[tree.sentence.index, i] = name
            return
        if self.lexicon.is_a(type_, "facility") and self._is_acting(tree, i):
            type_ = self.lexicon.of_actor(token.lemma.lower()) or type_
        is_unit = self.lexicon.is_a(type_, "unit")
        is_one = is_unit or token.text.lower() == token.lemma.lower()  # "police" are one body
        is_several = plural and self.lexicon.is_a(type_, "organization") and not is_one
        if is_several or (is_unit and plural and self._is_counted_exactly(tree, i)):
            type_ = self.lexicon.ontology.part("group")
        start, end = self._without_whereabouts(tree, i, type_)
        kind = Kind.NOMINAL
        has_more = i and (_is_proper(tree[i - 1]) or with_saint(tree, i) < i)
        if token.upos == "PROPN" and has_more and not tree.is_headline:
            start, end, kind = *self._capitalised(tree, i), Kind.NAME
            if token.deprel in AGENTIVE | {"nmod:poss"}:
                type_ = self.lexicon.of_actor(token.lemma.lower()) or type_
        elif token.upos == "PROPN" and not plural and token.deprel not in {"nsubj", "nsubj:pass", "obj", "appos"}:
            return
        elif self.lexicon.names_people(token.lemma.lower()) and plural:
            kind = Kind.NAME
        is_nobody = any(self.lexicon.is_a(type_, part) for part in ("state", "person", "group"))
        if kind is Kind.NAME and end - start > 1 and is_nobody:  # "United Nations" is no nation
            self._office_of(tree, i, type_)
            return
        end = self._whole_name(tree, end)
        mention = self.mentions.add(self.mentions.make(tree, Naming(start, end, i, type_, kind, 0.8)))
        self._supply(tree, mention)
        self._share(tree, mention)
        state = self._owner_state(tree, i)
        if state is not None and mention.antecedent is None:
            self.mentions.update(replace(mention, antecedent=state.id, type=state.type, kind=Kind.METONYM))
            return
        named, narrower = beside.named(self.mentions, tree, i) or (mention, type_)
        if mention.id != named.id:
            self.mentions.update(replace(self.mentions.all[mention.id], antecedent=named.id, type=narrower))
            if narrower != named.type:
                self.mentions.update(replace(named, type=narrower))

    def _whole_name(self, tree: Tree, end: int) -> int:
        """Where a phrase ends that would cut a name: "the Court of Bosnia and Herzegovina"."""
        key = self.mentions.at.get((tree.sentence.index, end - 1))
        while key is not None and self.mentions.at.get((tree.sentence.index, end)) == key:
            end += 1
        return end

    def _is_acting(self, tree: Tree, i: int) -> bool:
        """True of "the embassy said" and of that of "a spokesman for the embassy"."""
        above = tree[i].head
        speaks = tree[i].deprel in AGENTIVE and tree.lemma(above) in self.cues.reporting
        is_office = tree[above].upos == "NOUN" and self.lexicon.is_title(tree[above].lemma.lower())
        return speaks or (tree[i].deprel == "nmod" and is_office and tree.preposition(i) in {"for", "of"})

    def _is_tie(self, tree: Tree, i: int) -> bool:
        """True of "the alliance between Chad and Mali", which is no body of its own."""
        between = (tree.preposition(c) in TYING for c in tree.children(i, "nmod"))
        return self.lexicon.is_tie(tree[i].lemma.lower()) and any(between)

    def _office_of(self, tree: Tree, i: int, type_: str) -> None:
        """Take "The National Security Minister, Roe," for Roe, whichever of the words the clause hangs on."""
        found = beside.named(self.mentions, tree, i) if self.lexicon.is_a(type_, "person") else None
        if found is not None:
            self.mentions.at[tree.sentence.index, i] = found[0].id

    def _named_next(self, tree: Tree, i: int) -> MentionId | None:
        """The state or organization named right after the noun: "NATO member Turkey" is Turkey."""
        key = self.mentions.at.get((tree.sentence.index, i + 1))
        if key is None or not any(tree.subtree(c)[0] == i + 1 for c in tree.children(i, "appos", "flat")):
            return None
        type_ = self.mentions[key].type
        return key if any(self.lexicon.is_a(type_, part) for part in ("state", "organization")) else None

    def _goods(self, modifiers: list[str]) -> str | None:
        """The class of goods that a modifier names: "missile parts" are goods of that kind."""
        types = (self.lexicon.of_noun(m) for m in modifiers)
        return next((t for t in types if t and self.lexicon.is_a(t, "item")), None)

    def _supply(self, tree: Tree, mention: Mention) -> None:
        """ "Food" of "supplies of food" would be called "food supplies" alone."""
        above = tree[tree[tree.first_conjunct(mention.head)].head]
        is_supply = above.lemma.lower() in self.cues.pass_through and above.xpos == "NNS"
        type_ = self.lexicon.of_noun(above.lemma.lower(), plural=True) if is_supply else None
        is_goods = type_ is not None and all(self.lexicon.is_a(t, "item") for t in (type_, mention.type))
        if is_goods and tree.preposition(mention.head) == "of":
            self.mentions.update(replace(mention, form=f"{mention.text} {above.text}"))

    def _share(self, tree: Tree, mention: Mention) -> None:
        owners = dict.fromkeys(s for w in sharing.owners(tree, mention.head) if (s := self._owner(tree, w, mention)))
        if len(owners) > 1 and max(owners).end <= mention.span.end:
            self.mentions.share(mention, list(owners))

    def _owner(self, tree: Tree, word: int, mention: Mention) -> Span | None:
        """Where the state named there stands, or the word itself if it tells a group, or goods, by itself."""
        key = self.mentions.at.get((tree.sentence.index, word))
        if key is None:
            is_telling = sharing.is_telling(tree, word) or self._is_of_goods(tree, word, mention)
            return tree[word].span if is_telling else None
        return self.mentions[key].span if self.lexicon.is_a(self.mentions[key].type, "state") else None

    def _is_of_goods(self, tree: Tree, word: int, mention: Mention) -> bool:
        """True in "food and fuel supplies", which are food supplies and fuel supplies."""
        type_ = self.lexicon.of_noun(tree[word].lemma.lower()) if tree[word].upos == "NOUN" else None
        return type_ is not None and all(self.lexicon.is_a(t, "item") for t in (type_, mention.type))

    def _without_whereabouts(self, tree: Tree, i: int, type_: str) -> tuple[int, int]:
        """The phrase of a description, less a time after it ("the church Sunday") and whom a place is taken from; of
        forces, goods and counted people, less the place where they happen to be, and what became of them."""
        start, end = tree.phrase(i)
        start = max([start, *(w + 1 for w in range(start + 1, i) if self._is_of_another(tree, w))])
        after = [c for c in tree.children(i, "nmod", "nmod:unmarked", "obl:unmarked") if c > i]
        is_place = self.lexicon.is_a(type_, "place")
        loose = [c for c in after if _is_time(tree, c) or (is_place and tree.preposition(c) == "from")]
        end = min([end, *(tree.subtree(c)[0] for c in loose)])
        is_counted = self.lexicon.is_a(type_, "group") and tree.child(i, "nummod") is not None
        if not (is_counted or self.lexicon.is_a(type_, "unit") or self.lexicon.is_a(type_, "item")):
            return start, end
        loose = [c for c in tree.children(i, "nmod") if c > i and tree.preposition(c) in WHEREABOUTS]
        loose += [c for c in tree.children(i, "amod") if c > i and is_counted]
        return start, min([end, *(tree.subtree(c)[0] for c in loose)])

    def _is_of_another(self, tree: Tree, joint: int) -> bool:
        """True of "and" behind the name of an organization that is no part of a description: "the Lakes Front and rebel
        groups"."""
        key = self.mentions.at.get((tree.sentence.index, joint - 1)) if tree[joint].text == "and" else None
        return key is not None and self.lexicon.is_a(self.mentions[key].type, "organization")

    def _owner_state(self, tree: Tree, i: int) -> Mention | None:
        """The state that acts under the name of its government: "the Turkish government said", "that of Chad said"."""
        first = tree.first_conjunct(i)
        if tree[i].lemma.lower() not in self.cues.state_nouns or tree[first].deprel not in AGENTIVE:
            return None
        words = tree.children(i, "nmod:poss", "amod", "compound")
        words += [c for c in tree.children(i, "nmod") if tree.preposition(c) == "of"]
        near = [self.mentions[k] for c in words if (k := self.mentions.at.get((tree.sentence.index, c)))]
        return next((m for m in near if self.lexicon.is_a(m.type, "state")), None)

    @staticmethod
    def _is_counted_exactly(tree: Tree, i: int) -> bool:
        """ "Two soldiers" are some people; "400 soldiers" are a force, "at least 600" are losses of one."""
        number = tree.exact_number(i)
        size = None if number is None else value(tree[number].text.lower())
        return size is not None and size <= FEW

    def _capitalised(self, tree: Tree, i: int) -> tuple[int, int]:
        """The run of capitalised words that ends at `i`: "Riverside Stadium", "Baltic Central News Agency"."""
        start = i
        while start > 0 and self._belongs(tree, start - 1, i):
            start -= 1
        return with_saint(tree, start), i + 1

    def _belongs(self, tree: Tree, word: int, head: int) -> bool:
        token = tree[word]
        if not token.text[0].isupper() or (tree.sentence.index, word) in self.mentions.at:
            return False
        return _is_proper(token) or (token.upos == "ADJ" and token.deprel == "amod" and token.head == head)


def _is_time(tree: Tree, i: int) -> bool:
    """True of a time that hangs on a noun: "the church Sunday", "the judge on Monday", "the coalition in the last 24
    hours", "four sailors since November"."""
    words = {tree[c].lemma.lower() for c in tree.children(i, "amod")}
    is_stretch = tree[i].lemma.lower() in STRETCHES and bool(words & {"last", "past", "recent"})
    is_since = tree.preposition(i) in SINCE
    return tree[i].deprel != "nmod" or tree[i].text.lower() in WEEKDAYS or is_stretch or is_since


def _is_proper(token: Token) -> bool:
    """True of a capitalised word of a name, adjectives included: "Coptic" of "Coptic Church"."""
    return token.text[0].isupper() and (token.upos == "PROPN" or token.xpos == "NNP")
