"""Where things are named: names, descriptions, pronouns, demonyms and capitals that stand for their state."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from kg import places
from kg.extract.cues import Cues
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import nested, sharing
from kg.extract.mentions.acronyms import OR, initials, is_short_for
from kg.extract.mentions.again import known
from kg.extract.mentions.aliases import aliases, other_names
from kg.extract.mentions.descriptions import Descriptions
from kg.extract.mentions.namer import Namer
from kg.extract.mentions.namesakes import federal
from kg.extract.mentions.naming import Naming, head_of
from kg.extract.mentions.offices import Offices
from kg.extract.mentions.states import LONGEST
from kg.extract.tree import Tree
from kg.model import Document, Kind, Mention, MentionId, Span

_WORDS = re.compile(r"\S+")


class Mentions:
    """The mentions of one article, found by their head word."""

    def __init__(self, document: Document, trees: Sequence[Tree], lexicon: Lexicon, cues: Cues) -> None:
        self.document, self.trees, self.lexicon, self.cues = document, trees, lexicon, cues
        self.all: dict[MentionId, Mention] = {}
        self._by_sentence: dict[int, dict[MentionId, None]] = {}
        self.at: dict[tuple[int, int], MentionId] = {}
        """(sentence, head word) -> mention."""
        self._parts: dict[MentionId, dict[MentionId, MentionId]] = {}
        """Whole -> state, or where another owner stands -> the part of it that is the owner's."""
        self._namer = Namer(document, trees, lexicon, cues)
        self._taken: dict[int, set[int]] = {}
        self._offices: dict[int, Offices] = {}
        for tree in trees:
            self._read_names(tree, self._namer.names(tree))
        nested.nicknames(self)
        for tree in trees:
            self._read_names(tree, self._namer.told(tree))
        repeated = known([m for m in self.all.values() if m.kind is Kind.NAME], lexicon)
        for tree in trees:
            self._read_names(tree, self._namer.others(tree, repeated))
        for part in federal(self.document.text, list(self.all.values()), self.lexicon):
            self.update(replace(part, type=self.lexicon.ontology.part("region")))
        for tree in trees:
            self._taken[tree.sentence.index].update(nested.halves(self, tree, self._namer.halves(tree)))
        nested.regions(self)
        descriptions = Descriptions(self)
        for tree in trees:
            descriptions.read(tree, self._taken[tree.sentence.index])
            self._acronyms(tree)
            self._aliases(tree)
        self._harmonise()

    def _harmonise(self) -> None:
        """One name, one class: a word that is mostly a person's in this article is a person everywhere in it."""
        votes: dict[str, dict[str, float]] = {}
        names = [m for m in self.all.values() if m.kind is Kind.NAME]
        for mention in names:
            is_told = any(
                self.lexicon.is_a(mention.type, part) for part in ("item", "medium")
            )  # by a noun: "the tanker X"
            own = {mention.text: mention.score + (2.0 if is_told else 0.0)}
            if mention.antecedent is not None:
                own[mention.text] += 2.0  # letters in brackets are of the class of what they are short for
            first, _, rest = mention.text.partition(" ")
            if self.lexicon.of_prefix(first) == mention.type:
                own[rest] = 2.0  # "the Ora" is the ship of "USS Ora"
            if self.lexicon.is_a(mention.type, "person"):
                own = dict.fromkeys((mention.text.split()[0], mention.text.split()[-1]), 0.5) | own
            for text, weight in own.items():
                tally = votes.setdefault(text, {})
                tally[mention.type] = tally.get(mention.type, 0.0) + weight
        for mention in names:
            best = max(votes[mention.text].items(), key=lambda v: (v[1], v[0]))[0]
            if best != mention.type and not self.lexicon.ontology.is_a(mention.type, best):
                self.update(replace(mention, type=best))

    def inner(self, name: Mention, span: Span, kind: Kind = Kind.DEMONYM) -> Mention:
        """The state named by a part of a name, as a mention of its own, which no word heads."""
        state, text = self.lexicon.ontology.part("state"), span.of(self.document.text)
        id_ = mention_id(self.document, span)
        new = replace(name, id=id_, span=span, text=text, type=state, kind=kind, antecedent=None)
        self._by_sentence.setdefault(name.sentence, {})[new.id] = None
        return self.all.setdefault(new.id, new)

    def __getitem__(self, key: MentionId) -> Mention:
        return self.all[key]

    def of(self, tree: Tree, word: int) -> Mention | None:
        """The mention headed by a word, seen through nouns that only count: "thousands of troops" -> troops."""
        token, lemma = tree[word], tree[word].lemma.lower()
        found = None
        if lemma in self.cues.pass_through or token.upos == "NUM":
            found = next(self._inner(tree, word, {"of", "from"}), None)
        elif lemma in self.cues.inside:
            found = next((m for m in self._inner(tree, word, {"of"}) if self.lexicon.is_a(m.type, "place")), None)
        if found is not None:
            return found
        key = self.at.get((tree.sentence.index, word))
        mention = self.all[key] if key is not None else None
        if mention is not None and mention.kind is Kind.PRONOUN and mention.antecedent is None:
            return None
        return mention

    def _inner(self, tree: Tree, word: int, prepositions: Set[str]) -> Iterator[Mention]:
        """What a noun is of: "troops" for "thousands" of "thousands of troops"."""
        below = (c for c in tree.children(word, "nmod") if tree.preposition(c) in prepositions)
        return (m for c in below if (m := self.of(tree, c)) is not None)

    def offices(self, tree: Tree) -> Offices:
        """The offices of a sentence."""
        if tree.sentence.index not in self._offices:
            self._offices[tree.sentence.index] = Offices(tree, self.lexicon)
        return self._offices[tree.sentence.index]

    def parts(self, mention: Mention) -> list[Mention]:
        """The mentions that share the words of one: "British and Japanese forces" are two; else itself alone."""
        return [self.all[part] for part in self._parts.get(mention.id, {}).values()] or [mention]

    def share(self, whole: Mention, owners: Sequence[Span]) -> None:
        """Part a mention into one for each of the owners whose noun it shares; states are known by their mentions."""
        for owner, span, form in sharing.parts(self.document.text, whole.span, owners):
            new = mention_id(self.document, span)
            self.all[new] = replace(whole, id=new, span=span, text=span.of(self.document.text), form=form)
            self._by_sentence[whole.sentence][new] = None
            self._parts.setdefault(whole.id, {})[mention_id(self.document, owner)] = new

    def stand_for(self, whole: Mention, several: Sequence[Mention]) -> None:
        """Let a mention mean each of several: the first where it stands, the others from one of its next words on."""
        starts = [whole.span.start + match.start() for match in _WORDS.finditer(whole.text)]
        for start, meant in zip(starts, several, strict=False):
            span = Span(start, whole.span.end)
            new, type_ = mention_id(self.document, span), meant.type
            own = replace(whole, id=new, span=span, text=span.of(self.document.text), type=type_, antecedent=meant.id)
            self.all[new] = own
            self._by_sentence[whole.sentence][new] = None
            self._parts.setdefault(whole.id, {})[meant.id] = new

    def part_of(self, mention: Mention, state: MentionId) -> Mention:
        """The part of a shared mention that is this state's; else itself."""
        return self.all[self._parts.get(mention.id, {}).get(state, mention.id)]

    def state_of(self, mention: Mention) -> Mention | None:
        """The state whose part of a shared mention this is."""
        found = (state for parts in self._parts.values() for state, part in parts.items() if part == mention.id)
        return next((self.all[state] for state in found if state in self.all), None)

    def state_in(self, name: Mention) -> Mention | None:
        """The state that a longer name begins with, "Chilean" of "Chilean Navy", or ends with: "northern Chile"."""
        words = name.text.split(" ")
        if text := places.whole(name.text):
            return self.all[mention_id(self.document, Span(name.span.end - len(text), name.span.end))]
        for length in range(min(len(words) - 1, LONGEST), 0, -1):
            text = " ".join(words[:length])
            if places.demonym(text):
                return self.inner(name, Span(name.span.start, name.span.start + len(text)), Kind.DEMONYM)
        return None

    def whole(self, tree: Tree, word: int) -> Mention | None:
        """The unit that counted soldiers are of: "nine troops from an engineering regiment" -> the regiment."""
        own = self.lexicon.of_noun(tree[word].lemma.lower())
        if tree.child(word, "nummod") is None or own is None or not self.lexicon.is_a(own, "unit"):
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
        return self.add(self.make(tree, Naming(start, end, word, type_, Kind.NOMINAL, 0.7)))

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
        span = tree.span(start, tree.phrase(word)[1])
        self.update(replace(held, span=span, text=span.of(self.document.text)))  # its id stays: others may hold it
        return True

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

    def forget(self, mention: Mention) -> None:
        """Take a mention for none after all: nothing finds it any more."""
        self.at = {place: key for place, key in self.at.items() if key != mention.id}

    def make(self, tree: Tree, n: Naming) -> Mention:
        """The mention that a naming is; not yet kept."""
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
                mention = self.add(self.make(tree, naming))
                taken.update(words)
                self.at |= {(tree.sentence.index, w): mention.id for w in words}
                if self.lexicon.is_a(mention.type, "vehicle") and self._describes(tree, naming.start - 1, naming):
                    self.at[tree.sentence.index, naming.start - 1] = mention.id

    @staticmethod
    def _describes(tree: Tree, noun: int, naming: Naming) -> bool:
        """ "The tanker Ora" is one thing, whichever of its words the grammar hangs on."""
        return noun >= 0 and tree[noun].upos == "NOUN" and naming.head in {tree[noun].head, noun}

    def _acronyms(self, tree: Tree) -> None:
        """A bracketed acronym right after a name is that name: "World Health Organization (WHO)"."""
        here = [m for m in self.inside(tree) if m.kind is Kind.NAME]
        ends = {m.span.end: m for m in [*(m for m in self.inside(tree) if m.kind is Kind.NOMINAL), *here]}
        for mention in here:
            before = self.document.text[: mention.span.start]
            at = len(before.rstrip("( ")) if "(" in before[-2:] else len(OR.sub("", before))
            full = ends.get(at) or self._long_form(tree, mention, at)
            if (
                full is None
                or full.antecedent is not None
                or not is_short_for(mention, full, self.document.text, self.lexicon)
            ):
                continue
            if full.kind is Kind.NOMINAL:
                self.update(replace(full, antecedent=mention.id))
            else:
                self.update(replace(mention, antecedent=full.id, type=full.type))

    def _aliases(self, tree: Tree) -> None:
        """Who has two names is one, and who is only described has the name that he is said to have."""
        for named, alias in (*aliases(tree, self), *other_names(tree, self)):
            if named.kind is Kind.NAME and alias.antecedent is None:
                self.update(replace(alias, antecedent=named.id, type=named.type))
            elif named.kind is Kind.NOMINAL and named.antecedent is None:
                self.update(replace(named, antecedent=alias.id))

    def _long_form(self, tree: Tree, short: Mention, end: int) -> Mention | None:
        """The capitalised words before a bracketed acronym that it is short for, if no name was seen in them."""
        last = next((i for i, t in enumerate(tree.tokens) if t.span.end == end), None)
        if last is None or self.document.text[end : short.span.start].strip() != "(":
            return None
        first = initials(short.text, [t.text for t in tree.tokens[: last + 1]])
        if first is None or any((tree.sentence.index, w) in self.at for w in range(first, last + 1)):
            return None
        naming = Naming(first, last + 1, head_of(tree, first, last + 1), short.type, Kind.NAME, short.score)
        mention = self.add(self.make(tree, naming))
        self.at |= {(tree.sentence.index, w): mention.id for w in range(first, last + 1)}
        return mention


def mention_id(document: Document, span: Span) -> MentionId:
    """The id of what stands there in an article."""
    return MentionId(f"{document.id}:{span.start}-{span.end}")
