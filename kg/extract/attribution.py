"""Who says it and how firmly: speaker, medium, cue, quotation and modality of a word of the tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract import quotes
from kg.extract.coreference import root
from kg.extract.cues import Cues
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Claim, Document, Mention, Modality, Span

CONTENT = frozenset({"ccomp", "parataxis", "xcomp", "csubj", "csubj:pass", "advcl", "acl"})
SPEECH = frozenset({"ccomp", "parataxis", "xcomp", "dep", "discourse", "obj"})
MODIFYING = frozenset({"acl", "acl:relcl", "amod", "appos", "nmod", "nmod:poss", "compound", "nmod:desc", "advcl:relcl"})
"""Relations inside a noun phrase: what hedges the clause around the phrase says nothing of what happens in it."""
SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
CLAUSE_ROOTS = frozenset({"VERB", "AUX"})


@dataclass(slots=True)
class Voice:
    """What the words around a trigger say about its source and firmness."""

    sources: list[Mention] = field(default_factory=list)
    via: Mention | None = None
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


class Attribution:
    """Finds the voice of any word of one article."""

    def __init__(self, document: Document, trees: Sequence[Tree], mentions: Mentions, cues: Cues) -> None:
        self.document, self.trees, self.mentions, self.cues = document, trees, mentions, cues
        self.quotes = quotes.find(document)
        self._speakers: dict[Span, tuple[Mention, str] | None] = {}

    def voice(self, tree: Tree, word: int) -> Voice:
        """Everything above and beside `word` that carries attribution or modality."""
        voice = Voice()
        self._look_around(tree, word, voice)
        below, relation, is_inside = word, tree[word].deprel, True
        for above in tree.ancestors(word):
            if self._speech(tree, above, below, relation, voice):
                self._outer(tree, above, voice)
                break
            if not voice.sources and is_inside:
                self._hedged_by(tree, above, relation, voice)
                is_inside = relation not in MODIFYING and (relation not in SUBJECT or self._occurs(tree, above))
                if is_inside and (tree[above].upos in CLAUSE_ROOTS or tree[above].deprel == "root"):
                    self._look_around(tree, above, voice, below)
            elif not voice.sources:
                self._according(tree, above, voice)
            below, relation = above, tree[above].deprel
        if not voice.sources:
            self._from_quotation(tree, word, voice)
        voice.quote = self._quote(tree, word, voice)
        return voice

    def claim(self, tree: Tree, word: int, voice: Voice, method: str, score: float = 0.85) -> Claim:  # type: ignore[type-arg]
        """The claim that a voice makes about the sentence of `word`."""
        return Claim(
            document=self.document.id, spans=(tree.sentence.span,), modality=voice.modality,
            sources=tuple(m.id for m in voice.sources), via=voice.via.id if voice.via else None,
            cue=voice.cue or self._hedge_text(voice), quote=voice.quote, as_of=self.document.reference_date, score=score, method=method,
        )  # fmt: skip

    def _hedge_text(self, voice: Voice) -> str | None:
        """The hedging words; where they stand close together, the stretch from the first to the last."""
        if not voice.hedges:
            return None
        first, last = min(voice.hedges), max(voice.hedges)
        text = self.document.text[first.start : last.end]
        is_close = len(text.split()) <= 9 and "\n" not in text
        return text if is_close else voice.hedges[0].of(self.document.text)

    # --- speakers ---------------------------------------------------------------------------------------------

    def speaker(self, tree: Tree, verb: int) -> Mention | None:
        """The subject of a reporting verb, as a mention."""
        for argument in tree.arguments(verb):
            if argument.function == "subject" and (mention := self._agent(tree, argument.head)):
                return mention
        return None

    def _agent(self, tree: Tree, word: int) -> Mention | None:
        """The mention at a word, if it is somebody who can speak."""
        mention = self.mentions.of(tree, word)
        if mention is None or not self.mentions.lexicon.is_a(root(self.mentions, mention.id).type, "agent"):
            return None
        return mention

    def _carries(self, tree: Tree, verb: int) -> bool:
        return tree.lemma(verb) in self.cues.reporting or tree[verb].lemma.lower() in self.cues.denying

    def _speech(self, tree: Tree, above: int, below: int, relation: str, voice: Voice) -> bool:
        """True if `above` is a speech verb whose content holds the word; the voice then has its speaker."""
        if tree[above].upos not in {"VERB", "NOUN"} or relation not in SPEECH:
            return False
        lemma = tree[above].lemma.lower()
        is_denial = lemma in self.cues.denying
        if not is_denial and tree.lemma(above) not in self.cues.reporting and lemma not in self.cues.reporting:
            return False
        if relation in {"obj", "xcomp"} and not is_denial and lemma not in self.cues.affirming:
            return False
        if tree.is_passive(above) and lemma in self.cues.speculative.passive_only:
            return False
        speaker = self.speaker(tree, above)
        if speaker is None:
            if any(a.function == "subject" and tree[a.head].upos == "PRON" for a in tree.arguments(above)):
                voice.is_reported, voice.cue = True, voice.cue or tree[above].text
            return False
        if speaker.head == below:
            return False
        voice.denied = voice.denied or is_denial
        voice.cue, voice.verb = voice.cue or tree[above].text, above
        voice.sources.extend(self._all_speakers(tree, above, speaker))
        self._cited(tree, above, voice)
        return True

    def _all_speakers(self, tree: Tree, verb: int, first: Mention) -> Iterator[Mention]:
        yield first
        for argument in tree.arguments(verb):
            if argument.function == "subject" and (m := self._agent(tree, argument.head)) and m.id != first.id:
                yield m

    def _cited(self, tree: Tree, verb: int, voice: Voice) -> None:
        """ "Al-X said, citing the ministry": the ministry is the source, the medium is the way it came."""
        for clause in tree.children(verb, "advcl", "xcomp", "conj", "acl"):
            if tree[clause].lemma.lower() not in self.cues.citing:
                continue
            cited = [m for a in tree.arguments(clause) if a.function == "object" and (m := self._agent(tree, a.head))]
            if cited and voice.sources:
                voice.via, voice.sources = voice.sources[0], cited
        self._according(tree, verb, voice)

    def _outer(self, tree: Tree, verb: int, voice: Voice) -> None:
        """A second speech verb around the first one is the medium: "KCNA reported that Kim said"."""
        below, relation = verb, tree[verb].deprel
        for above in tree.ancestors(verb):
            outer = Voice()
            if relation in SPEECH and self._speech(tree, above, below, relation, outer):
                medium = outer.sources[0]
                if voice.via is None and self.mentions.lexicon.is_a(medium.type, "medium"):
                    voice.via = medium
                return
            below, relation = above, tree[above].deprel

    def _according(self, tree: Tree, word: int, voice: Voice) -> None:
        for c in tree.children(word, "obl", "nmod", "advmod", "parataxis"):
            if tree.preposition(c) not in self.cues.according:
                continue
            found = [m for w in tree.conjuncts(c) if (m := self._agent(tree, w))]
            if not found:
                continue
            if voice.sources and self.mentions.lexicon.is_a(found[0].type, "medium"):
                voice.via = voice.via or found[0]
            elif not voice.sources:
                voice.sources.extend(found)
                case = tree.children(c, "case")[0]
                voice.cue = tree[case].text

    def _occurs(self, tree: Tree, verb: int) -> bool:
        """True for verbs that only say that their subject takes place: their hedges are the subject's."""
        lemma = tree.lemma(verb)
        return lemma in self.cues.occurrence or (lemma == "take" and any(tree[c].lemma == "place" for c in tree.children(verb, "obj")))

    # --- the clause itself ------------------------------------------------------------------------------------

    def _look_around(self, tree: Tree, word: int, voice: Voice, below: int | None = None) -> None:
        """Modals, adverbs, negation, conditions and speech verbs that hang on `word`."""
        for c in tree.children(word):
            token = tree[c]
            lemma = token.lemma.lower()
            if c == below:
                continue
            if token.deprel == "aux":
                if lemma in self.cues.planned.modals or token.text.lower() in self.cues.planned.modals:
                    self._hedge(voice, "planned", token.span)
                elif lemma in self.cues.speculative.modals or token.text.lower() in self.cues.speculative.modals:
                    self._hedge(voice, "speculative", token.span)
            elif token.deprel in {"advmod", "det", "case", "cc:preconj"} and (
                lemma in self.cues.negation or token.text.lower() in self.cues.negation
            ):
                if below is None or token.deprel == "advmod":
                    self._hedge(voice, "denied", token.span)
            elif token.deprel == "advmod" and lemma in self.cues.speculative.adverbs:
                self._hedge(voice, "speculative", token.span)
            elif token.deprel == "amod" and below is None:
                self._adjective(lemma, token.span, voice)
            elif token.deprel == "mark" and lemma in self.cues.conditional:
                voice.hypothetical = True
            elif token.deprel in {"parataxis", "dep", "discourse"} and below != c and self._is_speech(tree, c):
                self._beside(tree, c, voice)
        self._according(tree, word, voice)

    def _is_speech(self, tree: Tree, verb: int) -> bool:
        return tree[verb].upos == "VERB" and self._carries(tree, verb)

    def _beside(self, tree: Tree, verb: int, voice: Voice) -> None:
        """ "Troops left, officials said": the speech verb hangs below what it reports."""
        speaker = self.speaker(tree, verb)
        if speaker is None or voice.sources:
            return
        voice.cue, voice.verb = tree[verb].text, verb
        voice.sources.extend(self._all_speakers(tree, verb, speaker))
        self._cited(tree, verb, voice)

    def _adjective(self, lemma: str, span: Span, voice: Voice) -> None:
        if lemma in self.cues.planned.adjectives:
            self._hedge(voice, "planned", span)
        elif lemma in self.cues.speculative.adjectives:
            self._hedge(voice, "speculative", span)

    def _hedged_by(self, tree: Tree, above: int, relation: str, voice: Voice) -> None:
        """A governing verb, noun or adjective that makes the word planned or uncertain."""
        if relation not in CONTENT and relation not in {"obj", "nmod", "obl"}:
            return
        lemma, token = tree[above].lemma.lower(), tree[above]
        cue = self._verb_span(tree, above)
        if token.upos == "VERB" and relation in {"xcomp", "ccomp", "csubj", "advcl", "obj", "obl"}:
            passive_hedge = lemma in self.cues.speculative.passive_only and tree.is_passive(above)
            if passive_hedge and relation in {"xcomp", "ccomp", "csubj", "obl"}:
                self._hedge(voice, "speculative", cue)
            elif relation == "xcomp" and lemma in self.cues.planned.verbs:
                self._hedge(voice, "planned", cue)
            elif relation in {"xcomp", "ccomp"} and lemma in self.cues.speculative.verbs - self.cues.speculative.passive_only:
                self._hedge(voice, "speculative", cue)
            elif relation == "obj" and lemma in self.cues.planned.verbs - self.cues.reporting:
                self._hedge(voice, "planned", cue)
        elif token.upos == "NOUN" and relation in {"acl", "nmod", "ccomp"}:
            if lemma in self.cues.planned.nouns and relation != "nmod":
                self._hedge(voice, "planned", token.span)
            elif lemma in self.cues.speculative.nouns:
                self._hedge(voice, "speculative", token.span)
        elif token.upos == "ADJ" and relation in {"xcomp", "ccomp", "advcl", "csubj"}:
            self._adjective(lemma, token.span, voice)

    def _verb_span(self, tree: Tree, verb: int) -> Span:
        first = min([verb, *(c for c in tree.children(verb, "aux", "aux:pass") if c < verb)])
        return tree.span(first, verb + 1) if verb - first <= 3 else tree[verb].span

    @staticmethod
    def _hedge(voice: Voice, kind: str, span: Span) -> None:
        setattr(voice, kind, True)
        voice.hedges.append(span)

    # --- quotations -------------------------------------------------------------------------------------------

    def _from_quotation(self, tree: Tree, word: int, voice: Voice) -> None:
        quotation = quotes.inside(self.quotes, tree[word].span)
        if quotation is None:
            return
        found = self.speaker_of(quotation)
        if found is not None:
            voice.sources.append(found[0])

    def speaker_of(self, quotation: Span) -> tuple[Mention, str] | None:
        """Who says a quotation: the subject of the nearest speech verb outside it, in its sentence or a neighbour."""
        if quotation not in self._speakers:
            self._speakers[quotation] = self._search(quotation)
        return self._speakers[quotation]

    def _search(self, quotation: Span) -> tuple[Mention, str] | None:
        best: tuple[int, Mention, str] | None = None
        for tree in self.trees:
            gap = max(tree.sentence.span.start - quotation.end, quotation.start - tree.sentence.span.end)
            if gap > 3:
                continue
            for i, token in enumerate(tree.tokens):
                if not self._is_speech(tree, i) or quotes.inside(self.quotes, token.span):
                    continue
                distance = min(abs(token.span.start - quotation.end), abs(quotation.start - token.span.end))
                speaker = self.speaker(tree, i)
                if speaker and distance < 200 and (best is None or distance < best[0]):
                    best = (distance, speaker, token.text)
        return None if best is None else (best[1], best[2])

    def _quote(self, tree: Tree, word: int, voice: Voice) -> str | None:
        """The words of the sentence's quotation, if the voice is the one that speaks it."""
        own = quotes.inside(self.quotes, tree[word].span)
        here = [own] if own else [q for q in self.quotes if tree.sentence.span.contains(q)]
        speakers = {m.id for m in voice.sources}
        for quotation in here:
            found = self.speaker_of(quotation)
            if found and found[0].id in speakers and tree.sentence.span.contains(quotation):
                return self.words_of(quotation)
        return None

    def words_of(self, quotation: Span) -> str:
        """A quotation's words, in the plainest spelling the article has of them: headlines capitalise theirs."""
        text = quotation.of(self.document.text)
        same = [t for q in self.quotes if (t := q.of(self.document.text)).casefold() == text.casefold()]
        return max(same, key=lambda t: (sum(c.islower() for c in t), t))
