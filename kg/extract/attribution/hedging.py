"""How firmly: negation, plans, doubts and conditions, from the words around a trigger."""

from dataclasses import dataclass, field

from kg.extract.cues import Cues
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.tree import Tree
from kg.model import Document, Mention, Modality, Span

CONTENT = frozenset({"ccomp", "parataxis", "xcomp", "csubj", "csubj:pass", "advcl", "acl", "obj", "nmod", "obl"})
"""Relations by which a verb, noun or adjective governs what it hedges."""
MODIFYING = frozenset(
    {"acl", "acl:relcl", "amod", "appos", "nmod", "nmod:poss", "compound", "nmod:desc", "advcl:relcl"}
)
"""Relations inside a noun phrase: what hedges the clause around the phrase says nothing of what happens in it."""
CORE = AGENTIVE_SUBJECTS | {"obj"}
NONE = frozenset({"no", "none", "neither", "nobody"})
CLAUSE_ROOTS = frozenset({"VERB", "AUX"})


@dataclass(slots=True)
class Voice:
    """What the words around a trigger say about its source and firmness."""

    sources: list[Mention] = field(default_factory=list)
    via: Mention | None = None
    carrier: Mention | None = None
    """The source, if it is one that may only carry the words of another."""
    cue: str | None = None
    hedges: list[Span] = field(default_factory=list)
    """Where the words that make it planned, uncertain or denied stand."""
    verb: int | None = None
    """The reporting verb, as a word of the sentence."""
    is_reported: bool = False
    """True if somebody the article does not identify says so: "he said" with nobody to point to."""
    denied: bool = False
    planned: bool = False
    speculative: bool = False
    hypothetical: bool = False
    quote: str | None = None

    @property
    def modality(self) -> Modality:
        if self.denied:
            return Modality.DENIED
        if self.planned:
            return Modality.PLANNED
        if self.speculative:
            return Modality.SPECULATIVE
        return Modality.REPORTED if self.sources or self.is_reported else Modality.ASSERTED


class Hedging:
    """Finds the hedges of one article."""

    def __init__(self, document: Document, cues: Cues) -> None:
        self.document, self.cues = document, cues

    @property
    def _wishing(self) -> frozenset[str]:
        """Verbs whose plain object, or what stands under "for", is still to come: "called for a ceasefire"."""
        return self.cues.planned.verbs - self.cues.affirming

    def clause(self, tree: Tree, word: int, voice: Voice, below: int | None = None) -> None:
        """Modals, adverbs, negation and conditions that hang on `word`; `below` is the branch already read."""
        for c in tree.children(word):
            token = tree[c]
            lemma, form = token.lemma.lower(), token.text.lower()
            if c == below:
                continue
            if token.deprel == "aux":
                self._modal({lemma, form}, token.span, voice)
            if token.deprel in {"aux", "cop"} and lemma == "be" and token.xpos != "VB" and tree.has_mark(word, "to"):
                self._hedge(voice, "planned", token.span)  # "is to visit"
            if token.deprel in {"advmod", "det", "case", "cc:preconj"} and {lemma, form} & self.cues.negation:
                if below is None or token.deprel == "advmod":
                    self._hedge(voice, "denied", token.span)
            elif token.upos == "ADJ" and c < word and tree[word].xpos == "VB" and lemma in self.cues.planned.adjectives:
                self._hedge(voice, "planned", token.span)  # "are due to meet"
            elif token.deprel == "advmod" and lemma in self.cues.speculative.adverbs:
                self._hedge(voice, "speculative", token.span)
            elif token.deprel in CORE and self._is_none(tree, c):
                self._hedge(voice, "denied", tree[tree.phrase(c)[0]].span)
            elif token.deprel == "amod" and below is None:
                self._adjective(lemma, token.span, voice)
            elif token.deprel == "mark" and lemma in self.cues.conditional:
                voice.hypothetical = True
            elif lemma in self.cues.awaiting and token.deprel in {"mark", "advmod"} and _is_present(tree, word):
                self._hedge(voice, "planned", token.span)

    def _is_none(self, tree: Tree, word: int) -> bool:
        """True of "no soldiers", "none of the men": what is said of them is denied."""
        words = {t.lower() for w in (word, *tree.children(word, "det")) for t in (tree[w].text, tree[w].lemma)}
        return bool(words & NONE)

    def _modal(self, forms: set[str], span: Span, voice: Voice) -> None:
        if forms & self.cues.planned.modals:
            self._hedge(voice, "planned", span)
        elif forms & self.cues.speculative.modals:
            self._hedge(voice, "speculative", span)

    def _adjective(self, lemma: str, span: Span, voice: Voice) -> None:
        if lemma in self.cues.negation:
            self._hedge(voice, "denied", span)
        elif lemma in self.cues.planned.adjectives:
            self._hedge(voice, "planned", span)
        elif lemma in self.cues.speculative.adjectives:
            self._hedge(voice, "speculative", span)

    def governor(self, tree: Tree, above: int, below: int, voice: Voice) -> None:
        """A verb, noun or adjective above the word that makes it planned or uncertain."""
        relation = tree[below].deprel
        if relation not in CONTENT:
            return
        lemma, token = tree[above].lemma.lower(), tree[above]
        cue = self._verb_span(tree, above)
        if token.upos == "VERB" and relation in {"xcomp", "ccomp", "csubj", "advcl", "obj", "obl"}:
            passive_hedge = self.is_hearsay(tree, above, below)
            # "demanded that they leave": no auxiliary, no tense
            forms = {"VB", "VBP"} if lemma in self.cues.mandative and token.xpos == "VBD" else {"VB"}
            is_wished = relation == "ccomp" and tree[below].xpos in forms and tree.child(below, "aux") is None
            is_of = tree.has_mark(below, "of")
            if passive_hedge and (relation in {"xcomp", "ccomp", "csubj", "obl"} or is_of):
                self._hedge(voice, "speculative", cue)
            elif (relation == "xcomp" or is_wished) and lemma in self.cues.planned.verbs:
                self._hedge(voice, "planned", cue)
            elif (
                relation in {"xcomp", "ccomp"}
                and lemma in self.cues.speculative.verbs - self.cues.speculative.passive_only
            ):
                self._hedge(voice, "speculative", cue)
            elif (relation == "obj" or tree.preposition(below) == "for") and lemma in self._wishing:
                self._hedge(voice, "planned", cue)
        elif token.upos == "NOUN" and relation in {"acl", "nmod", "ccomp"}:
            if lemma in self.cues.planned.nouns and relation != "nmod":
                self._hedge(voice, "planned", token.span)
            elif lemma in self.cues.speculative.nouns:
                self._hedge(voice, "speculative", token.span)
        elif token.upos == "ADJ" and relation in {"xcomp", "ccomp", "advcl", "csubj"}:
            self._adjective(lemma, token.span, voice)

    def is_hearsay(self, tree: Tree, above: int, below: int) -> bool:
        """True of "is said to have left" and "men believed to have drowned": nobody is named who says so."""
        is_bare = tree[below].deprel == "xcomp" and tree.has_mark(below, "to")
        return (is_bare or tree.is_passive(above)) and tree[above].lemma.lower() in self.cues.speculative.passive_only

    def _verb_span(self, tree: Tree, verb: int) -> Span:
        first = min([verb, *(c for c in tree.children(verb, "aux", "aux:pass") if c < verb)])
        return tree.span(first, verb + 1) if verb - first <= 3 else tree[verb].span

    @staticmethod
    def _hedge(voice: Voice, kind: str, span: Span) -> None:
        setattr(voice, kind, True)
        voice.hedges.append(span)

    def reaches(self, tree: Tree, below: int, above: int, relation: str) -> bool:
        """True if what hedges `above` hedges `below` too: not through a noun phrase, nor into a clause that
        has a subject of its own and is told beside it, as its time or its reason."""
        if relation in AGENTIVE_SUBJECTS:
            return self._occurs(tree, above)
        has_own_subject = relation in {"advcl", "conj"} and bool(tree.children(below, *AGENTIVE_SUBJECTS))
        return relation not in MODIFYING and not has_own_subject

    def _occurs(self, tree: Tree, verb: int) -> bool:
        """True for verbs that only say that their subject takes place: their hedges are the subject's."""
        return tree.lemma(verb) in self.cues.occurrence or tree.takes_place(verb)

    def text(self, voice: Voice) -> str | None:
        """The hedging words; where they stand close together, the stretch from the first to the last."""
        if not voice.hedges:
            return None
        first, last = min(voice.hedges), max(voice.hedges)
        text = self.document.text[first.start : last.end]
        is_close = len(text.split()) <= 9 and "\n" not in text
        return text if is_close else voice.hedges[0].of(self.document.text)


def _is_present(tree: Tree, verb: int) -> bool:
    """True of "lifts", "are lifted", "has left"; false of "lifted" and "had left"."""
    finite = min([verb, *tree.children(verb, "aux", "aux:pass", "cop")])
    return tree[finite].xpos in {"VBZ", "VBP"}
