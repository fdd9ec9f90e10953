"""Where things are named: names, descriptions, pronouns, demonyms and capitals that stand for their state."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg import places
from kg.extract import sharing
from kg.extract.acronyms import is_acronym
from kg.extract.cues import Cues
from kg.extract.lexicon import Lexicon
from kg.extract.naming import AGENTIVE, LONGEST_STATE, MODIFIERS, Namer, Naming
from kg.extract.numbers import value
from kg.extract.tree import Tree
from kg.model import Document, Kind, Mention, MentionId, Span

WHEREABOUTS = frozenset({"in", "at", "near", "around", "on", "outside"})
FEW = 12
"""Counted soldiers up to this many are a group of people, more are a force."""


class Mentions:
    """The mentions of one article, found by their head word."""

    def __init__(self, document: Document, trees: Sequence[Tree], lexicon: Lexicon, cues: Cues) -> None:
        self.document, self.trees, self.lexicon, self.cues = document, trees, lexicon, cues
        self.all: dict[MentionId, Mention] = {}
        self._by_sentence: dict[int, dict[MentionId, None]] = {}
        self.at: dict[tuple[int, int], MentionId] = {}
        """(sentence, head word) -> mention."""
        self._parts: dict[MentionId, dict[MentionId, MentionId]] = {}
        """Whole -> state -> the part of it that is the state's."""
        self._namer = Namer(document, trees, lexicon, cues)
        self._taken: dict[int, set[int]] = {}
        for tree in trees:
            self._read_names(tree, self._namer.names(tree))
        known = self._namer.known([m for m in self.all.values() if m.kind is Kind.NAME])
        for tree in trees:
            self._read_names(tree, self._namer.others(tree, known))
            self._read_rest(tree)
        self._harmonise()

    def _harmonise(self) -> None:
        """One name, one class: a word that is mostly a person's in this article is a person everywhere in it."""
        votes: dict[str, dict[str, float]] = {}
        names = [m for m in self.all.values() if m.kind is Kind.NAME]
        for mention in names:
            is_told = self.lexicon.is_a(mention.type, "item")  # by the noun beside it: "the tanker X"
            own = {mention.text: mention.score + (2.0 if is_told else 0.0)}
            if self.lexicon.is_a(mention.type, "person"):
                own = dict.fromkeys((mention.text.split()[0], mention.text.split()[-1]), 0.5) | own
            for text, weight in own.items():
                tally = votes.setdefault(text, {})
                tally[mention.type] = tally.get(mention.type, 0.0) + weight
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

    def parts(self, mention: Mention) -> list[Mention]:
        """The mentions that share the words of one: "British and Japanese forces" are two; else itself alone."""
        return [self.all[part] for part in self._parts.get(mention.id, {}).values()] or [mention]

    def part_of(self, mention: Mention, state: MentionId) -> Mention:
        """The part of a shared mention that is this state's; else itself."""
        return self.all[self._parts.get(mention.id, {}).get(state, mention.id)]

    def state_of(self, mention: Mention) -> Mention | None:
        """The state whose part of a shared mention this is."""
        found = (state for parts in self._parts.values() for state, part in parts.items() if part == mention.id)
        return next((self.all[state] for state in found), None)

    def state_in(self, name: Mention) -> Mention | None:
        """The state that a longer name begins with, as a mention of its own: "Chilean" of "Chilean Navy"."""
        words = name.text.split(" ")
        for length in range(min(len(words) - 1, LONGEST_STATE), 0, -1):
            text = " ".join(words[:length])
            if places.demonym(text):
                span = Span(name.span.start, name.span.start + len(text))
                state = self.lexicon.ontology.part("state")
                new = replace(
                    name, id=mention_id(self.document, span), span=span, text=text, type=state, kind=Kind.DEMONYM
                )
                self._by_sentence.setdefault(name.sentence, {})[new.id] = None
                return self.all.setdefault(new.id, new)
        return None

    def whole(self, tree: Tree, word: int) -> Mention | None:
        """The unit that counted people are of: "nine troops from an engineering regiment" -> the regiment."""
        if tree.child(word, "nummod") is None:
            return None
        for c in tree.children(word, "nmod"):
            mention = self.of(tree, c)
            if mention and tree.preposition(c) in {"of", "from"} and self.lexicon.is_a(mention.type, "unit"):
                return mention
        return None

    def goods(self, tree: Tree, word: int) -> Mention | None:
        """What a noun before an event's noun names: "missile" in "missile production"."""
        noun = tree[word].lemma.lower()
        type_ = self.lexicon.of_noun(noun, tree.modifiers(word)) if tree[word].upos == "NOUN" else None
        if type_ is None or not self.lexicon.is_a(type_, "item"):
            return None
        start, end = tree.phrase(word)
        return self.add(self._make(tree, Naming(start, end, word, type_, Kind.NOMINAL, 0.7)))

    def split(self, tree: Tree, word: int, name: int) -> bool:
        """Part the thing at `word` from the state or organization named before it, if that is what `name` is."""
        thing, owner = (self.at.get((tree.sentence.index, w)) for w in (word, name))
        if thing is None or owner is None or thing == owner or self.all[owner].kind is not Kind.NAME:
            return False
        held, start = self.all[thing], name + 1
        while start < word and self.at.get((tree.sentence.index, start)) == owner:
            start += 1
        if not self.lexicon.is_a(self.all[owner].type, "agent") or not self.lexicon.is_a(held.type, "item"):
            return False
        new = self._make(tree, Naming(start, tree.phrase(word)[1], word, held.type, held.kind, held.score))
        self.all.pop(thing)
        self.all[new.id] = new
        self._by_sentence[new.sentence][new.id] = None
        self.at |= {key: new.id for key, value in self.at.items() if value == thing}
        return True

    def counted(self, tree: Tree, word: int) -> Mention | None:
        """A bare number of people, as in "thousands more wounded": the people counted last in the sentence, if any."""
        token = tree[word]
        if token.upos != "NUM" and token.lemma.lower() not in self.cues.pass_through:
            return None
        start, end = tree.phrase(word)
        group = self.lexicon.ontology.part("group")
        mention = self._make(tree, Naming(start, end, word, group, Kind.NOMINAL, 0.6))
        before = [m for m in self.inside(tree) if m.span.end <= mention.span.start]
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
        self._by_sentence.setdefault(mention.sentence, {})[mention.id] = None
        self.at.setdefault((mention.sentence, mention.head), mention.id)
        return found

    def inside(self, tree: Tree) -> list[Mention]:
        """The mentions of a sentence, in the order they were found."""
        keys = self._by_sentence.get(tree.sentence.index, {})
        return [self.all[key] for key in keys if key in self.all]

    def update(self, mention: Mention) -> None:
        self.all[mention.id] = mention

    def _make(self, tree: Tree, n: Naming) -> Mention:
        span = tree.span(n.start, n.end)
        text, sentence = span.of(self.document.text), tree.sentence.index
        return Mention(
            mention_id(self.document, span), self.document.id, span, text, n.type, n.kind, n.score, sentence, n.head
        )

    def _read_names(self, tree: Tree, namings: Iterable[Naming]) -> None:
        taken = self._taken.setdefault(tree.sentence.index, set())
        for naming in namings:
            words = range(naming.start, naming.end)
            if taken.isdisjoint(words):
                mention = self.add(self._make(tree, naming))
                taken.update(words)
                self.at |= {(tree.sentence.index, w): mention.id for w in words}
                if self.lexicon.is_a(mention.type, "vehicle") and self._describes(tree, naming.start - 1, naming):
                    self.at[tree.sentence.index, naming.start - 1] = mention.id

    @staticmethod
    def _describes(tree: Tree, noun: int, naming: Naming) -> bool:
        """ "The tanker Ora" is one thing, whichever of its words the grammar hangs on."""
        return noun >= 0 and tree[noun].upos == "NOUN" and naming.head in {tree[noun].head, noun}

    def _read_rest(self, tree: Tree) -> None:
        taken = self._taken[tree.sentence.index]
        for i, token in enumerate(tree.tokens):
            if i in taken:
                continue
            if token.upos == "PRON":
                self._pronoun(tree, i)
            elif token.upos in {"NOUN", "PROPN", "ADJ"}:
                self._nominal(tree, i)
        self._acronyms(tree)

    def _pronoun(self, tree: Tree, i: int) -> None:
        token = tree[i]
        types = self.lexicon.of_pronoun(token.text)
        if not types or token.deprel in {"expl", "det"} or token.xpos in {"WP", "WDT", "DT", "EX"}:
            return
        self.add(self._make(tree, Naming(i, i + 1, i, types[0], Kind.PRONOUN, 0.6)))

    def _nominal(self, tree: Tree, i: int) -> None:
        token = tree[i]
        if token.deprel == "compound" or (token.deprel in MODIFIERS and tree[token.head].upos in {"NOUN", "PROPN"}):
            return
        if token.upos == "ADJ" and token.deprel not in {"nsubj", "nsubj:pass", "obj", "obl"}:
            return
        plural = token.xpos in {"NNS", "NNPS"}
        modifiers = tree.modifiers(i)
        type_ = self.lexicon.of_noun(token.lemma.lower(), modifiers, plural=plural)
        if (
            type_ is None and token.upos == "NOUN" and not self.lexicon.is_happening(token.lemma.lower())
        ):  # "missile parts" are goods of that kind
            inner = next(
                (m for m in modifiers if (t := self.lexicon.of_noun(m)) and self.lexicon.is_a(t, "item")), None
            )
            type_ = self.lexicon.of_noun(inner) if inner else None
        if type_ is None or self.lexicon.is_a(type_, "event"):
            return
        if self.lexicon.is_a(type_, "unit") and plural and self._is_counted_exactly(tree, i):
            type_ = self.lexicon.ontology.part("group")
        start, end = self._without_whereabouts(tree, i, type_)
        kind = Kind.NOMINAL
        if token.upos == "PROPN" and i and tree[i - 1].upos == "PROPN" and tree[i - 1].text[0].isupper():
            start, end, kind = *self._capitalised(tree, i), Kind.NAME
        elif token.upos == "PROPN" and not plural and token.deprel not in {"nsubj", "nsubj:pass", "obj", "appos"}:
            return
        if kind is Kind.NAME and any(self.lexicon.is_a(type_, part) for part in ("state", "person", "group")):
            return  # "United Nations" is no nation
        mention = self.add(self._make(tree, Naming(start, end, i, type_, kind, 0.8)))
        self._share(tree, mention)
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

    def _share(self, tree: Tree, mention: Mention) -> None:
        keys = dict.fromkeys(self.at.get((tree.sentence.index, w)) for w in sharing.owners(tree, mention.head))
        states = [self.all[k] for k in keys if k and self.lexicon.is_a(self.all[k].type, "state")]
        if len(states) < 2 or states[-1].span.end > mention.span.end:
            return
        for state, span, form in sharing.parts(self.document.text, mention, states):
            new = mention_id(self.document, span)
            self.all[new] = replace(mention, id=new, span=span, text=span.of(self.document.text), form=form)
            self._by_sentence[mention.sentence][new] = None
            self._parts.setdefault(mention.id, {})[state.id] = new

    def _without_whereabouts(self, tree: Tree, i: int, type_: str) -> tuple[int, int]:
        """The phrase of a description; of forces and counted people, less the place where they happen to be."""
        start, end = tree.phrase(i)
        is_counted = self.lexicon.is_a(type_, "group") and tree.child(i, "nummod") is not None
        if not (is_counted or self.lexicon.is_a(type_, "unit")):
            return start, end
        places = [c for c in tree.children(i, "nmod") if c > i and tree.preposition(c) in WHEREABOUTS]
        return start, min([end, *(tree.subtree(c)[0] for c in places)])

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
        """ "Two soldiers" are some people; "400 soldiers" are a force, "at least 600" are losses of one."""
        number = tree.exact_number(i)
        size = None if number is None else value(tree[number].text.lower())
        return size is not None and size <= FEW

    def _capitalised(self, tree: Tree, i: int) -> tuple[int, int]:
        """The run of capitalised words that ends at `i`: "Riverside Stadium", "Baltic Central News Agency"."""
        start = i
        while start > 0 and self._belongs(tree, start - 1, i):
            start -= 1
        return start, i + 1

    def _belongs(self, tree: Tree, word: int, head: int) -> bool:
        token = tree[word]
        if not token.text[0].isupper() or (tree.sentence.index, word) in self.at:
            return False
        return token.upos == "PROPN" or (token.upos == "ADJ" and token.deprel == "amod" and token.head == head)

    def _name_beside(self, tree: Tree, i: int) -> Mention | None:
        """The name this description stands in apposition to: "Roe, a spokesman", "the tanker Ora"."""
        near = tree.children(i, "appos", "flat", "nmod:desc")
        near += [c for c in tree.children(i, "compound") if self._is_outlet(tree, i, c)]
        if tree[i].deprel in {"appos", "flat", "nmod:desc"}:
            near.append(tree[i].head)
        own = self.lexicon.of_noun(tree[i].lemma.lower(), tree.modifiers(i))
        if own and self.lexicon.is_a(own, "place") and not self.lexicon.is_a(own, "agent"):  # "the town of Lakeford"
            near += [c for c in tree.children(i, "nmod") if tree.preposition(c) == "of"]
        for word in near:
            key = self.at.get((tree.sentence.index, word))
            if key and self.all[key].kind is Kind.NAME and own:
                other = self.all[key].type
                if tree[i].xpos in {"NNS", "NNPS"} and self.lexicon.is_a(other, "person"):
                    continue  # "lawyers for Roe" are several, and not Roe
                if self.lexicon.ontology.is_a(own, other) or self.lexicon.ontology.is_a(other, own):
                    return self.all[key]
        return None

    def _is_outlet(self, tree: Tree, noun: int, name: int) -> bool:
        """ "The Ora news agency" is Ora; "the Ora subsidiary" is not."""
        key = self.at.get((tree.sentence.index, name))
        described = self.lexicon.of_noun(tree[noun].lemma.lower(), tree.modifiers(noun))
        is_medium = described is not None and self.lexicon.is_a(described, "medium")
        return key is not None and is_medium and self.lexicon.is_a(self.all[key].type, "medium")

    def _acronyms(self, tree: Tree) -> None:
        """A bracketed acronym right after a name is that name: "World Health Organization (WHO)"."""
        here = [m for m in self.inside(tree) if m.kind is Kind.NAME]
        ends = {m.span.end: m for m in here}
        for mention in here:
            before = self.document.text[: mention.span.start].rstrip("( ")
            full = ends.get(len(before))
            if (
                full
                and "(" in self.document.text[full.span.end : mention.span.start]
                and is_acronym(mention.text, full.text)
            ):
                self.update(replace(mention, antecedent=full.id, type=full.type))


def mention_id(document: Document, span: Span) -> MentionId:
    """The id of what stands there in an article."""
    return MentionId(f"{document.id}:{span.start}-{span.end}")
