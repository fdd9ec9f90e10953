"""Where things are named: names, descriptions, pronouns, demonyms and capitals that stand for their state."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg import places
from kg.extract.cues import Cues
from kg.extract.lexicon import Lexicon
from kg.extract.tree import Tree
from kg.model import Document, Kind, Mention, MentionId, NamedSpan

AGENTIVE = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "obl:agent"})
AGENTIVE_PREPOSITIONS = frozenset({"between", "with", "against", "for", "by", "among"})
MODIFIERS = frozenset({"compound", "nmod:desc", "amod", "flat"})
EXPRESSIONS = frozenset({"Date", "Quantity", "Title"})
"""Annotator labels that are no names of things."""
NEVER_IN_NAMES = frozenset({"VERB", "AUX", "PRON", "SCONJ", "INTJ"})
PEOPLE = frozenset({"Person"})
"""Annotator labels under which a word is never read as a state."""


class Mentions:
    """The mentions of one article, found by their head word."""

    def __init__(self, document: Document, trees: Sequence[Tree], lexicon: Lexicon, cues: Cues) -> None:
        self.document, self.trees, self.lexicon, self.cues = document, trees, lexicon, cues
        self.all: dict[MentionId, Mention] = {}
        self.at: dict[tuple[int, int], MentionId] = {}
        """(sentence, head word) -> mention."""
        self._people = {w for t in trees for n in t.sentence.names if n.type in PEOPLE for w in _words_of(t, n)}
        for tree in trees:
            self._read(tree)
        self._harmonise()

    def _harmonise(self) -> None:
        """One name, one class: a word that is mostly a person's in this article is a person everywhere in it."""
        votes: dict[str, Counter[str]] = {}
        names = [m for m in self.all.values() if m.kind is Kind.NAME]
        for mention in names:
            votes.setdefault(mention.text, Counter())[mention.type] += mention.score
            if self.lexicon.is_a(mention.type, "person"):
                for part in {mention.text.split()[0], mention.text.split()[-1]} - {mention.text}:
                    votes.setdefault(part, Counter())[mention.type] += 0.5
        for mention in names:
            best = max(votes[mention.text].items(), key=lambda v: (v[1], v[0]))[0]
            if best != mention.type and not self.lexicon.ontology.is_a(mention.type, best):
                self.update(replace(mention, type=best))

    def __getitem__(self, key: MentionId) -> Mention:
        return self.all[key]

    def of(self, tree: Tree, word: int) -> Mention | None:
        """The mention headed by a word, seen through nouns that only count: "thousands of troops" -> troops."""
        token = tree[word]
        if token.lemma.lower() in self.cues.pass_through or token.upos == "NUM":
            inner = next((c for c in tree.children(word, "nmod") if tree.preposition(c) in {"of", "from"}), None)
            found = self.of(tree, inner) if inner is not None else None
            if found is not None:
                return found
        key = self.at.get((tree.sentence.index, word))
        mention = self.all[key] if key is not None else None
        if mention is not None and mention.kind is Kind.PRONOUN and mention.antecedent is None:
            return None
        return mention

    def whole(self, tree: Tree, word: int) -> Mention | None:
        """The unit that counted people are of: "nine troops from an engineering regiment" -> the regiment."""
        if tree.child(word, "nummod") is None:
            return None
        for c in tree.children(word, "nmod"):
            mention = self.of(tree, c)
            if mention and tree.preposition(c) in {"of", "from"} and self.lexicon.is_a(mention.type, "unit"):
                return mention
        return None

    def counted(self, tree: Tree, word: int) -> Mention | None:
        """A bare number of people, as in "thousands more wounded": the people counted last in the sentence, if any."""
        token = tree[word]
        if token.upos != "NUM" and token.lemma.lower() not in self.cues.pass_through:
            return None
        start, end = tree.phrase(word)
        group = self.lexicon.ontology.part("group")
        mention = self.make(tree, start, end, word, group, Kind.NOMINAL, 0.6)
        before = [m for m in self.all.values() if m.sentence == mention.sentence and m.span.end <= mention.span.start]
        counted = [m for m in before if self._is_people(tree, m)]
        if counted:
            last = max(counted, key=lambda m: m.span.start)
            mention = replace(mention, antecedent=last.id, type=last.type)
        return self.add(mention)

    def _is_people(self, tree: Tree, mention: Mention) -> bool:
        fits = self.lexicon.is_a(mention.type, "group") or self.lexicon.is_a(mention.type, "unit")
        return fits and mention.kind is Kind.NOMINAL and tree.child(mention.head, "nummod") is not None

    def add(self, mention: Mention) -> Mention:
        """Keep a mention; the first one of a head word stays."""
        found = self.all.setdefault(mention.id, mention)
        self.at.setdefault((mention.sentence, mention.head), mention.id)
        return found

    def update(self, mention: Mention) -> None:
        self.all[mention.id] = mention

    def make(self, tree: Tree, start: int, end: int, head: int, type_: str, kind: Kind, score: float) -> Mention:
        span = tree.span(start, end)
        key = MentionId(f"{self.document.id}:{span.start}-{span.end}")
        return Mention(
            key, self.document.id, span, span.of(self.document.text), type_, kind, score, tree.sentence.index, head
        )

    def _read(self, tree: Tree) -> None:
        taken: set[int] = set()
        states = self._states(tree)
        names = [n for name in tree.sentence.names if (n := self._without_states(tree, name, states))]
        for name in sorted(names, key=lambda n: (n.start - n.end, n.start)):
            self._keep(tree, self._name(tree, name), taken)
        for start, end in states:
            self._keep(tree, self._state(tree, start, end), taken)
        for i, token in enumerate(tree.tokens):
            if i in taken:
                continue
            if token.upos == "PRON":
                self._pronoun(tree, i)
            elif token.upos in {"NOUN", "PROPN", "ADJ"}:
                self._nominal(tree, i)
        self._acronyms(tree)

    def _keep(self, tree: Tree, found: tuple[Mention, range] | None, taken: set[int]) -> None:
        if found is None or found[0].id in self.all or taken & set(found[1]):
            return
        mention, words = found
        self.add(mention)
        taken.update(words)
        for word in words:
            self.at.setdefault((tree.sentence.index, word), mention.id)

    # --- states, by reference data ----------------------------------------------------------------------------

    def _states(self, tree: Tree) -> list[tuple[int, int]]:
        """Word ranges that name a state or its people, the longest at each place; names of people keep their words."""
        found: list[tuple[int, int]] = []
        start = 0
        while start < len(tree):
            end = next((e for e in range(min(len(tree), start + 6), start, -1) if self._names_state(tree, start, e)), None)
            if end is not None and not self._is_inside_name(tree, start, end):
                found.append((start, end))
            start = end or start + 1
        return found

    def _names_state(self, tree: Tree, start: int, end: int) -> bool:
        if not tree[start].text[0].isupper() or tree[start].upos == "DET" or not tree[end - 1].text[-1].isalnum() and tree[end - 1].text[-1] != ".":
            return False
        text = tree.span(start, end).of(self.document.text)
        return places.state(text) is not None or places.demonym(text) is not None

    @staticmethod
    def _is_inside_name(tree: Tree, start: int, end: int) -> bool:
        """True within a longer name ("Korean Central News Agency") or a person's ("Jordan Roe", "Chad")."""
        for name in tree.sentence.names:
            if name.score < 0.6 or name.type in EXPRESSIONS or not (name.start <= start and end <= name.end):
                continue
            last = tree[name.end - 1]
            is_longer = name.end - name.start > end - start and last.text[0].isupper() and tree[name.start].upos != "DET"
            rest = [i for i in range(name.start, name.end) if not start <= i < end]
            if is_longer and any(tree[i].upos in {"PROPN", "NOUN"} for i in rest):
                return True
            if name.type in PEOPLE and end - start == 1:
                return True
        return False

    def _without_states(self, tree: Tree, name: NamedSpan, states: list[tuple[int, int]]) -> NamedSpan | None:
        """The name less the state and the office it begins with: "Turkish leader Roe" -> "Roe"; None if nothing is left."""
        start = name.start
        for first, end in states:
            if first <= start < end:
                start = end
            elif start < end and first < name.end:
                return None
        if name.type in PEOPLE:
            while start < name.end and self._is_office(tree, start):
                start += 1
        return replace(name, start=start) if start < name.end else None

    def _is_office(self, tree: Tree, word: int) -> bool:
        token = tree[word]
        if token.upos in {"ADJ", "DET"} and token.text.islower():
            return True
        if token.upos not in {"NOUN", "PROPN"}:
            return False
        found = self.lexicon.of_noun(token.lemma.lower())
        return found is not None and (token.text.islower() or self.lexicon.is_office(token.lemma.lower()))

    def _state(self, tree: Tree, start: int, end: int) -> tuple[Mention, range]:
        text = tree.span(start, end).of(self.document.text)
        head = _head(tree, start, end)
        type_, kind = self.lexicon.ontology.part("state"), Kind.NAME
        if places.demonym(text) and (places.state(text) is None or tree[head].deprel in MODIFIERS):
            kind = Kind.DEMONYM
            if tree[head].xpos in {"NNS", "NNPS"} and tree[head].deprel not in MODIFIERS:
                type_, kind = self.lexicon.ontology.part("group"), Kind.NOMINAL
        return self.make(tree, start, end, head, type_, kind, 0.98), range(start, end)

    # --- other names ------------------------------------------------------------------------------------------

    def _name(self, tree: Tree, name: NamedSpan) -> tuple[Mention, range] | None:
        start, end = _trim(tree, name.start, name.end)
        text = tree.span(start, end).of(self.document.text) if start < end else ""
        if len(text) < 2 or "/" in text or not any(c.isupper() for c in text):
            return None
        label = self.lexicon.of_label(name.type)
        if label is None or any(tree[w].upos in NEVER_IN_NAMES or tree[w].text in "“”\"" for w in range(start, end)):
            return None
        head, kind = _head(tree, start, end), Kind.NAME
        if self.lexicon.is_a(label, "state"):  # a people without a state of its own: "Kurds"; its adjective names nobody
            if tree[head].xpos not in {"NNS", "NNPS"} or tree[head].deprel in MODIFIERS:
                return None
            return self.make(tree, start, end, head, self.lexicon.ontology.part("group"), kind, name.score), range(start, end)
        type_ = self.lexicon.of_name(name.type, text) or label
        capital = places.capital_of(text)
        is_person = self.lexicon.is_a(type_, "person") and (" " in text or text in self._people)
        if capital and not is_person and self._stands_for_state(tree, head, text):
            type_, kind = self.lexicon.ontology.part("state"), Kind.METONYM
        elif capital and not is_person:
            type_ = self.lexicon.of_place(text) or type_
        elif self.lexicon.is_a(type_, "place"):
            start, end, head, type_ = self._with_place_noun(tree, start, end, head, type_)
        else:
            type_ = self._described(tree, head, type_)
        return self.make(tree, start, end, head, type_, kind, name.score), range(start, end)

    def _with_place_noun(self, tree: Tree, start: int, end: int, head: int, type_: str) -> tuple[int, int, int, str]:
        """ "Kursk" + "region" is one name; so is "Haram district"."""
        outer = tree[head].head
        if tree[head].deprel in {"compound", "nmod:desc", "amod"} and outer == end and tree[outer].upos in {"NOUN", "PROPN"}:
            noun = self.lexicon.of_noun(tree[outer].lemma.lower())
            if noun and self.lexicon.is_a(noun, "place") and not self.lexicon.is_a(type_, "state"):
                return start, outer + 1, outer, noun
        return start, end, head, type_

    def _stands_for_state(self, tree: Tree, head: int, text: str) -> bool:
        token = tree[head]
        first = head
        while tree[first].deprel == "conj":
            first = tree[first].head
        if places.kind(text) is None:
            return True
        if text.isupper() and len(text) > 3:
            return False
        if tree[first].deprel in AGENTIVE:
            return tree.preposition(head) is None or tree.preposition(head) == "by"
        if token.deprel == "nmod:poss":
            owned = self.lexicon.of_noun(tree[token.head].lemma.lower())
            return not (owned and self.lexicon.is_a(owned, "place")) and not self._is_place_name(tree, token.head)
        return tree.preposition(first) in AGENTIVE_PREPOSITIONS

    def _is_place_name(self, tree: Tree, word: int) -> bool:
        return any(
            n.start <= word < n.end and (c := self.lexicon.of_label(n.type)) and self.lexicon.is_a(c, "place")
            for n in tree.sentence.names
        )

    def _described(self, tree: Tree, head: int, type_: str) -> str:
        """The narrower class a noun beside the name gives it: "the newspaper X", "the X news agency"."""
        words = [*tree.children(head, "compound", "nmod:desc", "appos", "flat"), tree[head].head]
        if tree[head].deprel not in {"compound", "appos", "flat", "nmod:desc"}:
            words = words[:-1]
        for word in words:
            if tree[word].upos not in {"NOUN", "PROPN"}:
                continue
            noun = self.lexicon.of_noun(tree[word].lemma.lower(), _modifiers(tree, word))
            if noun and noun != type_ and self.lexicon.ontology.is_a(noun, type_):
                return noun
        return type_

    def _pronoun(self, tree: Tree, i: int) -> None:
        token = tree[i]
        types = self.lexicon.of_pronoun(token.text)
        if not types or token.deprel in {"expl", "det"} or token.xpos in {"WP", "WDT", "DT", "EX"}:
            return
        self.add(self.make(tree, i, i + 1, i, types[0], Kind.PRONOUN, 0.6))

    def _nominal(self, tree: Tree, i: int) -> None:
        token = tree[i]
        if token.deprel == "compound" or token.deprel in MODIFIERS and tree[token.head].upos in {"NOUN", "PROPN"}:
            return
        if token.upos == "ADJ" and token.deprel not in {"nsubj", "nsubj:pass", "obj", "obl"}:
            return
        plural = token.xpos in {"NNS", "NNPS"}
        modifiers = _modifiers(tree, i)
        type_ = self.lexicon.of_noun(token.lemma.lower(), modifiers, plural=plural)
        if type_ is None:
            inner = next((m for m in modifiers if (t := self.lexicon.of_noun(m)) and self.lexicon.is_a(t, "item")), None)
            type_ = self.lexicon.of_noun(inner) if inner else None
        if type_ is None or self.lexicon.is_a(type_, "event"):
            return
        if self.lexicon.is_a(type_, "unit") and plural and self._is_counted_exactly(tree, i):
            type_ = self.lexicon.ontology.part("group")
        start, end = tree.phrase(i)
        kind = Kind.NOMINAL
        if token.upos == "PROPN" and token.text[0].isupper() and i and tree[i - 1].text[0].isupper() and tree[i - 1].upos == "PROPN":
            start, end, kind = *self._capitalised(tree, i), Kind.NAME
        elif token.upos == "PROPN" and not plural and token.deprel not in {"nsubj", "nsubj:pass", "obj", "appos"}:
            return
        mention = self.add(self.make(tree, start, end, i, type_, kind, 0.8))
        state = self._owner_state(tree, i)
        if state is not None and mention.antecedent is None:
            self.update(replace(mention, antecedent=state.id, type=state.type, kind=Kind.METONYM))
            return
        named = self._name_beside(tree, i)
        if named is not None and mention.id != named.id:
            narrower = type_ if self.lexicon.ontology.is_a(type_, named.type) else named.type
            self.update(replace(self.all[mention.id], antecedent=named.id, type=narrower))
            if narrower != named.type:
                self.update(replace(named, type=narrower))

    def _owner_state(self, tree: Tree, i: int) -> Mention | None:
        """The state that acts under the name of its government: "the Turkish government said"."""
        first = i
        while tree[first].deprel == "conj":
            first = tree[first].head
        if tree[i].lemma.lower() not in self.cues.state_nouns or tree[first].deprel not in AGENTIVE:
            return None
        keys = (self.at.get((tree.sentence.index, c)) for c in tree.children(i, "nmod:poss", "amod", "compound"))
        return next((m for k in keys if k and self.lexicon.is_a((m := self.all[k]).type, "state")), None)

    @staticmethod
    def _is_counted_exactly(tree: Tree, i: int) -> bool:
        """ "Two soldiers" are some people; "at least 600 soldiers" are losses of a force."""
        number = tree.child(i, "nummod")
        return number is not None and not tree.children(number, "advmod", "amod", "case", "nmod")

    @staticmethod
    def _capitalised(tree: Tree, i: int) -> tuple[int, int]:
        """The run of capitalised proper nouns that ends at `i`: "May Day Stadium"."""
        start = i
        while start > 0 and tree[start - 1].upos == "PROPN" and tree[start - 1].text[0].isupper():
            start -= 1
        return start, i + 1

    def _name_beside(self, tree: Tree, i: int) -> Mention | None:
        """The name this description stands in apposition to: "Geng, a spokesman", "the tanker Koti"."""
        near = tree.children(i, "appos", "flat", "nmod:desc")
        near += [c for c in tree.children(i, "nmod") if tree.preposition(c) == "of" and self._is_place_name(tree, c)]
        if tree[i].deprel in {"appos", "flat", "nmod:desc"}:
            near.append(tree[i].head)
        own = self.lexicon.of_noun(tree[i].lemma.lower(), _modifiers(tree, i))
        for word in near:
            key = self.at.get((tree.sentence.index, word))
            if key and self.all[key].kind is Kind.NAME and own:
                other = self.all[key].type
                if self.lexicon.ontology.is_a(own, other) or self.lexicon.ontology.is_a(other, own):
                    return self.all[key]
        return None

    def _acronyms(self, tree: Tree) -> None:
        """A bracketed acronym right after a name is that name: "Korean Central News Agency (KCNA)"."""
        here = [m for m in self.all.values() if m.sentence == tree.sentence.index and m.kind is Kind.NAME]
        ends = {m.span.end: m for m in here}
        for mention in here:
            before = self.document.text[: mention.span.start].rstrip("( ")
            full = ends.get(len(before))
            if full and "(" in self.document.text[full.span.end : mention.span.start] and is_acronym(mention.text, full.text):
                self.update(replace(mention, antecedent=full.id, type=full.type))


def is_acronym(short: str, full: str) -> bool:
    """True if the letters of `short` are initials of `full`, in order, from its first word.

    >>> is_acronym("OPCW", "Organisation for the Prohibition of Chemical Weapons")
    True
    """
    letters = [c for c in short if c.isalpha()]
    if len(letters) < 2 or not short.replace(".", "").isupper():
        return False
    initials = [w[0].upper() for w in full.replace("-", " ").split() if w[0].isalpha()]
    at = 0
    for letter in initials:
        if at < len(letters) and letter == letters[at]:
            at += 1
    return at == len(letters) and bool(initials) and initials[0] == letters[0]


@dataclass(frozen=True, slots=True)
class Filler:
    """A word that fills a role, and the mention it stands for."""

    word: int
    mention: Mention


def _words_of(tree: Tree, name: NamedSpan) -> list[str]:
    """The words of a name of several words: none of them is a town's, alone."""
    return [t.text for t in tree.tokens[name.start : name.end]] if name.end - name.start > 1 else []


def _trim(tree: Tree, start: int, end: int) -> tuple[int, int]:
    while start < end and (tree[start].lemma.lower() == "the" or tree[start].upos == "PUNCT"):
        start += 1
    while end > start and (tree[end - 1].xpos == "POS" or tree[end - 1].upos == "PUNCT"):
        end -= 1
    return start, end


def _head(tree: Tree, start: int, end: int) -> int:
    inside = range(start, end)
    return next((i for i in inside if tree[i].head not in inside or tree[i].head == i), start)


def _is_adjective(tree: Tree, head: int) -> bool:
    return tree[head].upos == "ADJ" or tree[head].deprel == "amod"


def _modifiers(tree: Tree, i: int) -> list[str]:
    return [tree[c].lemma.lower() for c in tree.children(i, "compound", "amod", "nmod:desc")]
