"""How firmly: negation, plans, doubts and conditions, from the words around a trigger."""

from kg.extract.attribution.presumption import Presumption
from kg.extract.attribution.voice import Voice
from kg.extract.cues import Cues
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.tree import Tree
from kg.model import Document, Span

CONTENT = frozenset({"ccomp", "parataxis", "xcomp", "csubj", "csubj:pass", "advcl", "acl", "obj", "nmod", "obl"})
"""Relations by which a verb, noun or adjective governs what it hedges."""
MODIFYING = frozenset(
    {"acl", "acl:relcl", "amod", "appos", "nmod", "nmod:poss", "compound", "nmod:desc", "advcl:relcl"}
)
"""Relations inside a noun phrase: what hedges the clause around the phrase says nothing of what happens in it."""
CORE = AGENTIVE_SUBJECTS | {"obj"}
NONE = frozenset({"no", "none", "neither", "nobody"})
NEGATING = frozenset({"advmod", "det", "case", "mark", "cc", "cc:preconj"})
"""Relations in which a word denies what it hangs on: "without firing"."""
FORGOING = frozenset({"case", "mark", "cc", "advmod"})
"""Relations of what joins something that was not done to what was: "rather than leave"."""
CLAUSE_ROOTS = frozenset({"VERB", "AUX"})


class Hedging:
    """Finds the hedges of one article."""

    def __init__(self, document: Document, cues: Cues, *, support: frozenset[str] = frozenset()) -> None:
        self.document, self.cues, self.support = document, cues, support
        self.presumption = Presumption(cues)

    @property
    def _wishing(self) -> frozenset[str]:
        """Verbs whose plain object, or what stands under "for", is still to come: "called for a ceasefire"."""
        return self.cues.planned.verbs - self.cues.affirming

    def clause(self, tree: Tree, word: int, voice: Voice, below: int | None = None) -> None:
        """Modals, adverbs, negation and conditions that hang on `word`; `below` is the branch already read."""
        is_denied_too = below is None or self.presumption.is_denied_with(tree, below, word)
        for c in tree.children(word):
            token = tree[c]
            lemma, form = token.lemma.lower(), token.text.lower()
            if c == below:
                continue
            if token.deprel == "aux":
                self._modal({lemma, form}, token.span, voice)
                voice.hypothetical |= lemma == "would" and _is_perfect(tree, word)  # "would have left": did not
            if token.deprel in {"aux", "cop"} and lemma == "be" and token.xpos != "VB" and tree.has_mark(word, "to"):
                self._hedge(voice, "planned", token.span)  # "is to visit"
            if token.deprel in FORGOING and is_denied_too and tree.words(c) in self.cues.forgoing:
                voice.is_undone = True
                self._hedge(voice, "denied", token.span)  # "rather than leave"
            elif token.deprel in NEGATING and {lemma, form} & self.cues.negation and not tree.is_more(c):
                if self._is_left_open(tree, word, below):
                    self._hedge(voice, "speculative", token.span)
                elif is_denied_too and (below is None or token.deprel in {"advmod", "mark"}):
                    self._hedge(voice, "denied", token.span)
            elif token.deprel == "advmod" and lemma in self.cues.denied.adverbs and tree.has_mark(word, "to"):
                voice.is_undone = True
                self._hedge(voice, "denied", token.span)  # "have yet to leave"
            elif token.upos == "ADJ" and c < word and tree[word].xpos == "VB" and lemma in self.cues.planned.adjectives:
                self._hedge(voice, "planned", token.span)  # "are due to meet"
            elif token.deprel == "advmod" and lemma in self.cues.speculative.adverbs:
                self._hedge(voice, "speculative", token.span)
            elif token.deprel in CORE and self._is_none(tree, c) and is_denied_too:
                self._hedge(voice, "denied", tree[tree.phrase(c)[0]].span)
            elif token.deprel == "amod" and below is None:
                self._adjective({lemma, form}, token.span, voice)
            elif token.deprel == "mark" and lemma in self.cues.conditional:
                voice.hypothetical = True
            elif lemma in self.cues.awaiting and token.deprel in {"mark", "advmod"} and _is_present(tree, word):
                self._hedge(voice, "planned", token.span)

    def _is_left_open(self, tree: Tree, verb: int, below: int | None) -> bool:
        """True of the talks in "did not rule out talks"."""
        is_object = below is not None and tree[below].deprel == "obj"
        return is_object and tree.lemma(verb) in self.cues.averting

    def _is_none(self, tree: Tree, word: int) -> bool:
        """True of "no soldiers", "none of the men": what is said of them is denied."""
        words = {t.lower() for w in (word, *tree.children(word, "det")) for t in (tree[w].text, tree[w].lemma)}
        return bool(words & NONE)

    def _modal(self, forms: set[str], span: Span, voice: Voice) -> None:
        if forms & self.cues.planned.modals:
            self._hedge(voice, "planned", span)
        elif forms & self.cues.speculative.modals:
            self._hedge(voice, "speculative", span)

    def _adjective(self, forms: set[str], span: Span, voice: Voice) -> None:
        if forms & (self.cues.negation | self.cues.unachieved):
            voice.is_undone |= bool(forms & self.cues.unachieved)
            self._hedge(voice, "denied", span)
        elif forms & self.cues.planned.adjectives:
            self._hedge(voice, "planned", span)
        elif forms & self.cues.speculative.adjectives:
            self._hedge(voice, "speculative", span)

    def phrase(self, tree: Tree, noun: int, voice: Voice) -> None:
        """What a noun phrase leaves open of whom it names: "suspected Taliban fighters", "the alleged leader"."""
        for c in tree.children(noun, "amod"):
            if self.cues.speculative.adjectives & {tree[c].lemma.lower(), tree[c].text.lower()}:
                self._hedge(voice, "speculative", tree[c].span)

    def governor(self, tree: Tree, above: int, below: int, voice: Voice) -> None:
        """A verb, noun or adjective above the word that makes it planned, uncertain or denied."""
        relation, token = tree[below].deprel, tree[above]
        if relation not in CONTENT or _is_naming(tree, above, below):
            return
        if token.upos == "VERB" and relation in {"xcomp", "ccomp", "csubj", "advcl", "obj", "obl"}:
            self._verb(tree, above, below, voice)
        elif token.upos == "NOUN" and relation in {"acl", "nmod", "ccomp"}:
            self._noun(tree, above, below, voice)
        elif token.upos == "ADJ" and relation in {"xcomp", "ccomp", "advcl", "csubj"}:
            is_short = tree.has_mark(below, "of") and token.lemma.lower() in self.cues.denied.adjectives
            if is_short:
                self._hedge(voice, "denied", token.span)
            self._adjective({token.lemma.lower()}, token.span, voice)

    def _verb(self, tree: Tree, above: int, below: int, voice: Voice) -> None:
        relation, lemma = tree[below].deprel, tree[above].lemma.lower()
        cue = self._verb_span(tree, above)
        if self._is_undone(tree, above, below):
            voice.is_undone = True
            self._hedge(voice, "denied", cue)
        elif self.is_hearsay(tree, above, below):
            if relation in {"xcomp", "ccomp", "csubj", "obl"} or tree.has_mark(below, "of"):
                self._hedge(voice, "speculative", cue)
        elif self._is_wished(tree, above, below):
            self._hedge(voice, "planned", cue)
        elif (
            relation in {"xcomp", "ccomp"} and lemma in self.cues.speculative.verbs - self.cues.speculative.passive_only
        ):
            self._hedge(voice, "speculative", cue)
        elif self._is_object_to_come(tree, above, below):
            self._hedge(voice, "planned", cue)
        elif relation == "advcl" and _is_infinitive(tree, below) and lemma not in self.cues.achieving:
            self._hedge(voice, "planned", tree[below].span)

    def _is_object_to_come(self, tree: Tree, above: int, below: int) -> bool:
        """True of "called for a ceasefire" and of "his schedule includes talks"."""
        lemma, is_object = tree[above].lemma.lower(), tree[below].deprel == "obj"
        if is_object and (tree.children(above, "xcomp") or tree[below].lemma.lower() in self.cues.spoken):
            return False  # "called the vote a blow": it was held
        if is_object and lemma == "include":
            return any(tree[c].lemma.lower() in self.cues.programmes for c in tree.children(above, "nsubj"))
        return (is_object or tree.preposition(below) == "for") and lemma in self._wishing

    def _is_wished(self, tree: Tree, above: int, below: int) -> bool:
        """True of "demanded that they leave": no auxiliary, no tense; and of "wants to leave"."""
        lemma = tree[above].lemma.lower()
        forms = {"VB", "VBP"} if lemma in self.cues.mandative and tree[above].xpos == "VBD" else {"VB"}
        is_bare = tree[below].xpos in forms and tree.child(below, "aux") is None
        is_content = tree[below].deprel == "xcomp" or (tree[below].deprel == "ccomp" and is_bare)
        is_asked = tree[below].deprel == "xcomp" and tree.has_mark(below, "to") and lemma in self.cues.asking
        return is_asked or (is_content and lemma in self.cues.planned.verbs)

    def _is_undone(self, tree: Tree, above: int, below: int) -> bool:
        """True of "failed to leave", "prevented them from leaving", "stopped short of leaving", "foiled the attack"."""
        relation, lemma = tree[below].deprel, tree[above].lemma.lower()
        if relation == "xcomp":
            words = {tree[c].lemma.lower() for c in tree.children(above, "advmod")}
            is_averted = lemma in self.cues.averting and not tree.has_mark(below, "to")  # "escaped being killed"
            return is_averted or lemma in self.cues.denied.verbs or bool(words & self.cues.denied.adverbs)
        if relation == "obj":
            is_averted = tree.lemma(above) in self.cues.averting and not tree.is_negated(above)
            return is_averted and not self.presumption.is_presumed(tree, below, above)
        if relation != "advcl":
            return False
        words = {tree[c].lemma.lower() for c in tree.children(above, "advmod", "xcomp")}
        is_short = tree.has_mark(below, "of") and bool(words & self.cues.denied.adjectives)
        return is_short or (tree.has_mark(below, "from") and lemma in self.cues.withholding)

    def _noun(self, tree: Tree, above: int, below: int, voice: Voice) -> None:
        lemma, cue = tree[above].lemma.lower(), tree[above].span
        is_content = tree[below].deprel != "nmod"
        is_none = self._is_none(tree, above)
        if is_content and is_none and lemma in self.cues.proof:
            voice.hypothetical = True
        elif is_content and (lemma in self.cues.denied.nouns or (is_none and lemma in self.cues.planned.nouns)):
            voice.is_undone = True
            self._hedge(voice, "denied", cue)
        elif (is_content and lemma in self.cues.planned.nouns) or self._is_aim(tree, above, below):
            self._hedge(voice, "planned", cue)
        elif (
            lemma in self.cues.speculative.nouns
            or self._is_charged(tree, above, below)
            or self._is_feared(tree, above, below)
            or (is_content and self._is_doubtful(tree, above))
        ):
            self._hedge(voice, "speculative", cue)
        elif is_content and _is_infinitive(tree, below) and not self._is_ranked(tree, above):
            self._hedge(voice, "planned", tree[below].span)

    def _is_aim(self, tree: Tree, noun: int, below: int) -> bool:
        """True of "the demand for his release", "hopes of a truce" and "talks on a ceasefire", none of which is there
        yet; of "talks on the attack" it is not."""
        if tree[below].deprel == "acl":  # "a timetable for leaving"
            return tree[noun].lemma.lower() in self.cues.wanting and tree.has_mark(below, "for")
        if tree[below].deprel != "nmod":
            return False
        if tree[noun].lemma.lower() in self.cues.negotiating:
            is_over = tree.preposition(below) in self.cues.presuming - {"over"}
            return not is_over and tree[below].lemma.lower() in self.cues.negotiable
        return tree[noun].lemma.lower() in self.cues.wanting and tree.preposition(below) in {"for", "of"}

    def _is_feared(self, tree: Tree, noun: int, below: int) -> bool:
        """True of "fears of an attack"."""
        is_of = tree.preposition(below) == "of" or tree.has_mark(below, "of")
        return tree[noun].lemma.lower() in self.cues.dreading and is_of

    def _is_charged(self, tree: Tree, noun: int, below: int) -> bool:
        """True of "arrested on charges of spying", not of "convicted on charges of spying"."""
        is_of = tree.preposition(below) == "of" or tree.has_mark(below, "of")
        is_proven = tree[tree[noun].head].lemma.lower() in self.cues.convicting
        return is_of and tree[noun].lemma.lower() in self.cues.charges and not is_proven

    def _is_doubtful(self, tree: Tree, noun: int) -> bool:
        """True of "an apparent move to"."""
        words = tree.children(noun, "amod")
        return any(tree[w].lemma.lower() in self.cues.speculative.adjectives for w in words)

    def _is_ranked(self, tree: Tree, noun: int) -> bool:
        """True of "the first country to", "the largest force to": what they are to do, they do."""
        words = (noun, *tree.children(noun, "amod"))
        return any(tree[w].lemma.lower() in self.cues.ranking or tree[w].xpos == "JJS" for w in words)

    def is_hearsay(self, tree: Tree, above: int, below: int) -> bool:
        """True of "is said to have left" and "men believed to have drowned": nobody is named who says so."""
        if tree.child(above, "obl:agent") is not None:
            return False
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
        has a subject of its own and is told beside it, as its time or its reason; nor what has gone on already."""
        if relation in AGENTIVE_SUBJECTS:
            return self._occurs(tree, above)
        if self.presumption.is_presumed(tree, below, above):
            return False
        has_own_subject = relation in {"advcl", "conj"} and bool(tree.children(below, *AGENTIVE_SUBJECTS))
        return relation not in MODIFYING and not has_own_subject

    def _occurs(self, tree: Tree, verb: int) -> bool:
        """True for verbs that only say that their subject takes place: their hedges are the subject's ("the vote will
        be held")."""
        is_held = tree.lemma(verb) in self.support and tree.is_passive(verb)
        return is_held or tree.lemma(verb) in self.cues.occurrence or tree.takes_place(verb)

    def text(self, voice: Voice) -> str | None:
        """The hedging words; where they stand close together, the stretch from the first to the last."""
        if not voice.hedges:
            return None
        first, last = min(voice.hedges), max(voice.hedges)
        text = self.document.text[first.start : last.end]
        is_close = len(text.split()) <= 9 and "\n" not in text
        return text if is_close else voice.hedges[0].of(self.document.text)


def _is_naming(tree: Tree, verb: int, noun: int) -> bool:
    """True of "what he called constructive talks"."""
    around = (tree[verb].head, *tree.children(verb, "obj", "obl"))
    return tree[noun].upos == "NOUN" and any(w < verb and tree[w].lemma.lower() == "what" for w in around)


def _is_infinitive(tree: Tree, verb: int) -> bool:
    """True of "to leave", not of "to have left"."""
    return tree[verb].xpos == "VB" and tree.has_mark(verb, "to") and not _is_perfect(tree, verb)


def _is_perfect(tree: Tree, verb: int) -> bool:
    return any(tree[c].lemma.lower() == "have" for c in tree.children(verb, "aux"))


def _is_present(tree: Tree, verb: int) -> bool:
    """True of "lifts", "are lifted", "has left"; false of "lifted" and "had left"."""
    finite = min([verb, *tree.children(verb, "aux", "aux:pass", "cop")])
    return tree[finite].xpos in {"VBZ", "VBP"}
