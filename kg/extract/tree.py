"""A sentence's tree as extraction asks it: children, phrases, conjuncts, and grammatical functions."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.extract import control, cues, hyphens
from kg.extract.dependencies import CLAUSES, OBLIQUES, PASSIVE_SUBJECTS, RELATIVES, SUBJECTS
from kg.extract.enumeration import is_number
from kg.extract.repair import mended
from kg.model import Sentence, Span, Token

ROUGHLY = frozenset({"between", "over", "around", "up to"})
"""Prepositions that, before a number, only say how exact it is."""


CAPITALS = 0.8
"""Part of the words of a headline that begin with a capital."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A word standing in a grammatical function ("subject", "object", "to" ...) of another."""

    function: str
    head: int


class Tree:
    """One sentence; words are named by their index."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = mended(sentence.tokens)
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self._children[token.head].append(i)
        self._hyphens = frozenset(i for i, token in enumerate(self.tokens) if hyphens.is_hyphen(token))

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    @cached_property
    def root(self) -> int:
        return next((i for i, t in enumerate(self.tokens) if t.head == i), 0)

    @cached_property
    def is_headline(self) -> bool:
        """True where capitals say nothing: most words of any length begin with one."""
        words = [t.text for t in self.tokens if len(t.text) > 3 and t.text[0].isalpha()]
        return len(words) > 3 and sum(w[0].isupper() for w in words) >= CAPITALS * len(words)

    def children(self, i: int, *relations: str) -> list[int]:
        """Direct dependents of `i`, in order; only those of the named relations (subtypes named apart) if any."""
        return [c for c in self._children[i] if not relations or self.tokens[c].deprel in relations]

    def child(self, i: int, *relations: str) -> int | None:
        return next(iter(self.children(i, *relations)), None)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def subtree(self, i: int, without: frozenset[str] = frozenset()) -> list[int]:
        """`i` and everything below it, in order; branches entered by a relation in `without` are left out."""
        out, todo = [], [i]
        while todo:
            at = todo.pop()
            out.append(at)
            todo.extend(c for c in self._children[at] if self.tokens[c].deprel not in without)
        return sorted(out)

    def phrase(self, i: int) -> tuple[int, int]:
        """Words [start, end) of the noun phrase headed by `i`, without clauses, appositions and conjuncts."""
        before = {w for c in self.children(i, "case", "cop", "mark") if c < i for w in self.subtree(c)}
        inside = set(self.subtree(i, CLAUSES)) - before - {c for c in self.children(i, "case") if c > i}
        inside |= {w for m in list(inside) if m < i for c in self.conjuncts(m) if m < c < i for w in self.subtree(c)}
        inside |= self._hyphens
        start, end = hyphens.whole(self.tokens, *_run(inside, i, i + 1))
        return hyphens.whole(self.tokens, *_run(inside, start, end))

    def span(self, start: int, end: int) -> Span:
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)

    def conjuncts(self, i: int) -> list[int]:
        """`i` and the words coordinated with it."""
        out = [i]
        for c in self.children(i, "conj"):
            out.extend(self.conjuncts(c))
        return out

    def first_conjunct(self, i: int) -> int:
        """The first of those that the word is listed with: the one that has the place of all in the clause."""
        while self[i].deprel == "conj":
            i = self[i].head
        return i

    def preposition(self, i: int) -> str | None:
        """The lemma of the preposition `i` stands under ("to", "according to"), if any."""
        words = [c for c in self.children(i, "case") if c < i]
        if not words:
            head = self.tokens[i]
            if head.deprel == "conj" and head.head != i:
                return self.preposition(head.head)
            return None
        first = words[0]
        if len(words) > 1 and not self.children(first, "fixed") and self.tokens[words[-1]].xpos != "POS":
            first = words[-1]
        return self.words(first)

    def words(self, i: int) -> str:
        """A function word with the rest of it: "according to", "rather than"."""
        return " ".join(self.tokens[w].text.lower() for w in (i, *self.children(i, "fixed")))

    def modifiers(self, i: int) -> list[str]:
        """The lemmas that make a noun a two-word term: "prime" of "prime minister"."""
        return [self.tokens[c].lemma.lower() for c in self.children(i, "compound", "amod", "nmod:desc")]

    def is_parted(self, first: int, second: int) -> bool:
        """True of words that a semicolon stands between: each of the two clauses is told by itself."""
        return any(t.text == ";" for t in self.tokens[first:second])

    def takes_place(self, verb: int) -> bool:
        """True of "take place", "happen" and "occur", which only say that their subject does."""
        has_place = any(self.tokens[c].lemma.lower() == "place" for c in self.children(verb, "obj"))
        lemma = self.lemma(verb)
        return lemma in {"happen", "occur"} or (lemma == "take" and has_place)

    def has_mark(self, i: int, mark: str) -> bool:
        """True if a clause begins with this word ("of", "to")."""
        return any(self.tokens[c].text.lower() == mark for c in self.children(i, "mark"))

    def exact_number(self, i: int) -> int | None:
        """The word that counts the noun `i`, if it stands bare: "two soldiers", but not "at least two soldiers"."""
        number = self.child(i, "nummod")
        is_bare = number is not None and not self.children(number, "advmod", "amod", "case", "nmod")
        return number if is_bare else None

    def has_none(self, i: int) -> bool:
        """True of "no officials"."""
        return any(self.tokens[c].text.lower() == "no" for c in self.children(i, "det"))

    def is_negated(self, i: int) -> bool:
        """True of "did not leave" and "never left"."""
        words = cues.load().negation
        return any(self.tokens[c].lemma.lower() in words for c in self.children(i, "advmod") if not self.is_more(c))

    def is_more(self, i: int) -> bool:
        """True of the "not" of "not only attacked Chad": it did that and more."""
        return i + 1 < len(self) and self.tokens[i + 1].lemma.lower() in cues.load().adding

    def lemma(self, i: int) -> str:
        """The lemma with its particle: "carry out"."""
        particle = self.child(i, "compound:prt")
        base = self.tokens[i].lemma.lower()
        return base if particle is None else f"{base} {self.tokens[particle].lemma.lower()}"

    def hyphened(self, i: int) -> str | None:
        """The lemma with what a hyphen joins it to: "test-fire"."""
        first = hyphens.before(self.tokens, i)
        return None if first is None else f"{self.tokens[first].lemma.lower()}-{self.lemma(i)}"

    def with_adverb(self, i: int) -> str | None:
        """The lemma with the adverb right behind it, which may be a part of the verb: "go off" of "went off"."""
        after = self.tokens[i + 1] if i + 1 < len(self) else None
        is_behind = after is not None and (after.head, after.deprel) == (i, "advmod")
        return f"{self.lemma(i)} {after.lemma.lower()}" if after and is_behind else None

    def is_passive(self, i: int) -> bool:
        """True for "were sent", "soldiers captured by", "the captured soldiers", "showed him flanked by"."""
        token = self.tokens[i]
        if self.child(i, "nsubj:pass", "aux:pass", "csubj:pass") is not None:
            return True
        if token.xpos != "VBN" or self.child(i, "aux") is not None:
            return False
        if token.deprel in {"acl", "amod", "advcl", "xcomp"}:
            return self.child(i, "obj") is None
        if token.deprel == "conj":
            return self.child(i, *SUBJECTS) is None and self.is_passive(token.head)
        return False

    def may_be_passive(self, i: int) -> bool:
        """True of a past tense beside a passive, with neither subject nor object of its own: "held and executed"."""
        token = self.tokens[i]
        own = {self.tokens[c].deprel for c in self._children[i]}
        is_bare = not own & {*SUBJECTS, *PASSIVE_SUBJECTS, "obj", "aux"}
        return token.xpos == "VBD" and token.deprel == "conj" and is_bare and self.is_passive(token.head)

    def arguments(self, i: int) -> list[Argument]:
        """Every (function, word) of a verb, voice undone and shared or controlled subjects filled in.

        "soldiers captured by Ukraine": object soldiers, subject Ukraine.
        """
        counted = self._elliptic(i)
        if counted is not None:
            return [Argument("object", counted)]
        passive = self.is_passive(i)
        found = [a for c in self._children[i] for a in self._direct(i, c, passive)]
        functions = {a.function for a in found}
        for function, word in control.lacking(self, i, functions):
            found.append(Argument(function, word))
            functions.add(function)
        is_relative = self.tokens[i].deprel == "acl:relcl" and not passive and not self.has_relative_subject(i)
        is_open = is_relative and not any(self._is_of_clause(c, i) for c in self._children[i])
        if is_open and "object" not in functions and "subject" in functions:
            found.append(Argument("object", self.tokens[i].head))
        listed = [Argument(a.function, w) for a in found for w in self.conjuncts(a.head)]
        return [a for a in listed if not self._is_left_otherwise(i, a)]

    def _is_left_otherwise(self, i: int, argument: Argument) -> bool:
        """True of the guard in "left nine men dead and a guard wounded": what the verb says first is not of him."""
        noun = argument.head
        is_listed = argument.function == "object" and self.tokens[noun].deprel == "conj"
        return is_listed and any(self.first_conjunct(noun) < c < noun for c in self.children(i, "xcomp"))

    def _elliptic(self, i: int) -> int | None:
        """The number in "nine are dead and dozens injured", where the tree lists it beside what was done to it."""
        token, before = self.tokens[i], self.tokens[i - 1]
        is_beside = i > 0 and (before.head, before.deprel) == (token.head, "conj") and token.deprel == "conj"
        is_done = token.xpos == "VBN" and not self.children(i, "aux:pass")
        return i - 1 if is_beside and is_done and is_number(before) else None

    def _direct(self, i: int, c: int, passive: bool) -> Iterator[Argument]:
        token = self.tokens[c]
        target = c
        if token.lemma.lower() in RELATIVES and token.xpos in {"WP", "WDT", "IN", "WP$"}:
            clause = next((a for a in [i, *self.ancestors(i)] if self.tokens[a].deprel == "acl:relcl"), None)
            if clause is None:
                return
            target = self._listed(clause)
            if self._is_of_clause(c, clause):
                return
        if token.deprel in {*SUBJECTS, "obl:unmarked"} and c < i and self._is_absolute(i):
            yield Argument("object", target)
        elif token.deprel in SUBJECTS:
            yield Argument("object" if passive and token.deprel == "nsubj:pass" else "subject", target)
        elif token.deprel == "nsubj:pass":
            yield Argument("object", target)
        elif token.deprel in {"obj", "iobj"}:
            yield Argument("object" if token.deprel == "obj" else "indirect", target)
        elif token.deprel == "xcomp":
            yield Argument("complement", target)
        elif token.deprel in OBLIQUES:
            preposition = self.preposition(c)
            if preposition == "by" and passive:
                yield Argument("subject", target)
            elif preposition in ROUGHLY and self.child(c, "nummod") is not None:
                yield Argument("object", target)  # "killed between 10 and 15 men"
            elif preposition:
                yield Argument(preposition, target)
            elif (particle := self.child(i, "compound:prt")) == self.subtree(c)[0] - 1 and particle is not None:
                yield Argument(self.tokens[particle].lemma.lower(), target)

    def _is_of_clause(self, pronoun: int, clause: int) -> bool:
        """True of the "which" of "it accused the army of looting, which the army denied"."""
        noun = self.tokens[self.tokens[clause].head].lemma
        own = {self.tokens[c].lemma for c in self.children(clause, *SUBJECTS)}
        is_which = self.tokens[pronoun].text.lower() == "which" and pronoun > 0
        return is_which and self.tokens[pronoun - 1].text == "," and noun in own

    def _listed(self, clause: int) -> int:
        """Whom a relative clause describes: all that it stands behind, if its verb is in the plural: "Chad and Mali,
        who are at war"."""
        noun = self.tokens[clause].head
        finite = [clause, *self.children(clause, "aux", "aux:pass", "cop")]
        is_plural = any(self.tokens[w].xpos == "VBP" or self.tokens[w].text.lower() == "were" for w in finite)
        is_one = self.tokens[noun].deprel == "conj" and self.tokens[noun].xpos in {"NN", "NNP"}
        return self.first_conjunct(noun) if is_plural and is_one else noun

    def _is_absolute(self, i: int) -> bool:
        """ "with dozens more wounded", "30 casualties, ten of them killed": a clause without a finite verb that tells
        what was done to its subject."""
        marks = {self.tokens[c].text.lower() for c in self.children(i, "mark", "case")}
        is_bare = self.tokens[i].deprel in {"acl", "advcl"} and not self.children(i, "aux", "aux:pass", "cop", "obj")
        is_participle = self.tokens[i].xpos == "VBN"
        return (is_bare and is_participle) or ("with" in marks and (is_participle or self.tokens[i].upos == "ADJ"))

    def has_relative_subject(self, i: int) -> bool:
        """True of a clause whose subject is "who", "which" or "that"."""
        return any(self.tokens[c].lemma.lower() in RELATIVES for c in self.children(i, *SUBJECTS, *PASSIVE_SUBJECTS))


def _run(inside: Container[int], start: int, end: int) -> tuple[int, int]:
    """The range with all words around it that are inside."""
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return start, end
