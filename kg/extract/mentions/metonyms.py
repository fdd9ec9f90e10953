"""Capitals that stand for their state: "Oslo has sent ...", but "a street in Oslo"."""

from kg import places
from kg.extract.cues import Cues
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import AGENTIVE
from kg.extract.tree import Tree

AGENTIVE_PREPOSITIONS = frozenset({"between", "with", "against", "for", "by", "among"})
LOCATIVE = frozenset("in at near from to into through around outside via towards across over on".split())

SIDING = AGENTIVE_PREPOSITIONS | {"behind"}
"""What somebody is who takes a side or has a hand in something."""
SIDES = frozenset({"pro", "anti"})


class Metonyms:
    """Tells which capitals of an article are places."""

    def __init__(self, lexicon: Lexicon, cues: Cues) -> None:
        self.lexicon, self.cues = lexicon, cues

    def stands_for_state(self, tree: Tree, head: int, text: str) -> bool:
        """True where a capital acts ("Oslo has sent ...") or is dealt with; a city is only ever a place."""
        first = tree.first_conjunct(head)
        if places.seat(text):
            return tree.preposition(first) not in LOCATIVE  # "the Kremlin" is no town
        if text.isupper() and len(text) > 3:
            return False  # a dateline
        if head > 1 and tree[head - 1].text == "-" and tree[head - 2].text.lower() in SIDES:
            return True  # "pro-Beijing candidates"
        if head + 2 < len(tree) and tree[head + 1].text == "," and places.state(tree[head + 2].text):
            return False  # "Taipei, Taiwan"
        if tree[first].deprel in AGENTIVE:
            return tree.preposition(head) in {None, "by"} and not self._is_described(tree, tree[first].head)
        if tree[first].deprel in {"obj", "iobj"}:
            return tree.lemma(tree[first].head) in self.cues.reporting | self.cues.dealing  # "Tokyo accused Seoul"
        if tree[head].deprel == "nmod:poss":
            owner = tree[head].head
            owned = self.lexicon.of_noun(tree[owner].lemma.lower())
            return not (owned and self.lexicon.is_a(owned, "place")) and not self._is_place_name(tree, owner)
        preposition = tree.preposition(first)
        return preposition in AGENTIVE_PREPOSITIONS or (preposition not in LOCATIVE and self._is_paired(tree, first))

    def _is_described(self, tree: Tree, noun: int) -> bool:
        """True of "Bergen is the gateway to the fjords", but not of "Oslo was Belgrade's ally", "Oslo is behind it"."""
        if tree[noun].upos != "NOUN" or tree.child(noun, "cop") is None or tree.preposition(noun) in SIDING:
            return False
        type_ = self.lexicon.of_noun(tree[noun].lemma.lower(), tree.modifiers(noun))
        owner = tree.child(noun, "nmod:poss")
        is_owned = owner is not None and places.capital_of(tree[owner].text) is not None
        return not is_owned and not (
            type_ and self.lexicon.is_a(type_, "agent") and not self.lexicon.is_a(type_, "place")
        )

    def _is_paired(self, tree: Tree, first: int) -> bool:
        """ "Ankara and Athens": two capitals side by side are two states, unless something is in them."""
        words = tree.conjuncts(first)
        states = {s.code for w in words if (s := places.capital_of(tree[w].text))}
        return len(words) == len(states) > 1

    def _is_place_name(self, tree: Tree, word: int) -> bool:
        """True if the annotator has the word inside the name of a place."""
        labels = (self.lexicon.of_label(n.type) for n in tree.sentence.names if n.start <= word < n.end)
        return any(label and self.lexicon.is_a(label, "place") for label in labels)
