"""Who says it: speaker, medium, cue and quotation of a word of the tree; `hedging` says how firmly."""

from collections.abc import Sequence

from kg.extract.attribution.hedging import CLAUSE_ROOTS, Hedging
from kg.extract.attribution.presumption import is_definite
from kg.extract.attribution.quotations import Quotations
from kg.extract.attribution.speakers import Speakers
from kg.extract.attribution.voice import Voice
from kg.extract.cues import Cues
from kg.extract.dependencies import SUBJECTS
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Claim, Document, Mention, MentionId

SPEECH = frozenset({"ccomp", "parataxis", "xcomp", "dep", "discourse", "obj", "csubj", "csubj:pass"})
"""Relations by which a reporting verb holds what it reports."""

ACCUSED = frozenset({"obj", "conj", "obl:agent"})
"""Relations to the verb of who accuses or is accused."""


class Attribution:
    """Finds the voice of any word of one article."""

    def __init__(self, document: Document, trees: Sequence[Tree], mentions: Mentions, cues: Cues) -> None:
        self.document, self.trees, self.mentions, self.cues = document, trees, mentions, cues
        self.speakers = Speakers(mentions, trees, cues)
        self.hedging = Hedging(document, cues, support=mentions.lexicon.ontology.support_verbs)
        self.quotations = Quotations(document, trees, self.speakers)

    def voice(self, tree: Tree, word: int) -> Voice:
        """Everything above and beside `word` that carries attribution or modality."""
        voice = Voice()
        self._look_around(tree, word, voice)
        self._quoted(tree, word, voice)
        below, relation, is_inside, is_beside = word, tree[word].deprel, True, False
        for above in tree.ancestors(word):
            is_beside = is_beside or _is_relative(tree, below)
            if self._is_accused(tree, above, below):
                relation = "advcl"  # of the verb that accuses
                continue
            if self._account(tree, above, below, voice) or self._is_aside(tree, above, below):
                break
            if is_beside and self._is_denial(tree, above):
                break  # "denied that he met the man who was killed": he was
            if self._speech(tree, above, below, relation, voice, is_inside=is_inside):
                self._outer(tree, above, voice)
                break
            if not voice.sources and is_inside:
                self.hedging.governor(tree, above, below, voice)
                is_inside = self.hedging.reaches(tree, below, above, relation)
                if is_inside and (tree[above].upos in CLAUSE_ROOTS or tree[above].deprel == "root"):
                    self._look_around(tree, above, voice, below)
            elif not voice.sources:
                self._according(tree, above, voice)
            below, relation = above, tree[above].deprel
        if not voice.sources:
            self.quotations.give(tree, word, voice)
        if not voice.sources:
            self._set_off(tree, word, voice)
        if not voice.sources and (label := self.speakers.label(tree, word)):
            voice.sources.append(label)
        voice.quote = self.quotations.quote(tree, word, voice)
        return voice

    def claim(self, tree: Tree, word: int, voice: Voice, method: str, score: float = 0.85) -> Claim[MentionId]:
        """The claim that a voice makes about the sentence of `word`."""
        return Claim(
            document=self.document.id,
            spans=(tree.sentence.span,),
            modality=voice.modality,
            sources=tuple(m.id for m in voice.sources),
            via=voice.via.id if voice.via else None,
            cue=voice.cue or self.hedging.text(voice),
            quote=voice.quote,
            as_of=self.document.reference_date,
            score=score,
            method=method,
        )

    # --- speech verbs above -----------------------------------------------------------------------------------

    def _is_accused(self, tree: Tree, noun: int, clause: int) -> bool:
        """True of the men in "accused the man and his son of killing nine" and of who accuses in "accused by Roe of
        killing nine", where the tree hangs the deed on them."""
        is_of = tree[clause].deprel == "acl" and tree.has_mark(clause, "of")
        return is_of and tree[noun].deprel in ACCUSED and self.speakers.agent(tree, noun) is not None

    def _is_aside(self, tree: Tree, noun: int, clause: int) -> bool:
        """True of "a charge that Roe denies" beside what somebody says: only the article tells of it."""
        is_charge = tree[noun].lemma.lower() in self.cues.charges and tree[noun].deprel in {"appos", "parataxis", "dep"}
        is_answered = tree[clause].deprel == "acl" and tree.is_passive(clause)  # "a charge denied by Roe"
        return is_charge and (is_answered or tree[clause].deprel == "acl:relcl")

    def _account(self, tree: Tree, noun: int, clause: int, voice: Voice) -> bool:
        """True if the clause is what a noun tells of: "reports that", "the ministry's claim that", "said in a statement
        that"; who denies or rejects it says so of what it tells."""
        words = self.cues.reporting | self.cues.utterances
        is_account = tree[noun].upos == "NOUN" and tree[noun].lemma.lower() in words
        if tree[noun].lemma.lower() in self.cues.planned.nouns and tree[clause].xpos in {"VB", "VBP"}:
            return False  # "demands that he leave"
        if voice.sources or not is_account or not tree.has_mark(clause, "that"):
            voice.is_reported |= self._is_hearsay(tree, noun, clause)
            return False
        verb = tree[noun].head
        if tree[noun].deprel in SUBJECTS and tree[verb].lemma.lower() in self.cues.untrue:
            voice.denied, voice.cue = True, tree[verb].text  # and whoever says so is found above
            return False
        voice.denied = voice.denied or (tree[noun].deprel == "obj" and self._is_denial(tree, verb))
        is_own = voice.denied or (tree[noun].deprel in {"obl", "obj"} and self.speakers.is_speech(tree, verb))
        author = self.speakers.of(tree, verb) if is_own else self.speakers.author(tree, noun)
        voice.is_reported, voice.cue = True, voice.cue or tree[verb if is_own else noun].text
        voice.verb = verb if is_own else None
        voice.sources.extend(self.mentions.parts(author) if author else ())
        return True

    def _is_hearsay(self, tree: Tree, noun: int, deed: int) -> bool:
        """True of "reports of an attack" and "claims of torture", which nobody commits to."""
        is_of = tree[deed].deprel == "nmod" and tree.preposition(deed) == "of" and not is_definite(tree, deed)
        return is_of and tree[noun].xpos == "NNS" and tree[noun].lemma.lower() in self.cues.accounts

    def _speech(
        self, tree: Tree, above: int, below: int, relation: str, voice: Voice, *, is_inside: bool = True
    ) -> bool:
        """True if `above` is a speech verb whose content holds the word; the voice then has its speaker.

        The verb hedges what it governs, and nothing that is only told in a noun phrase inside (then not `is_inside`).
        """
        is_of = relation == "advcl" and tree.has_mark(below, "of")
        if tree[above].upos not in {"VERB", "NOUN"} or not (relation in SPEECH or is_of):
            return False
        if relation == "parataxis" and (self._is_denial(tree, below) or tree.is_parted(above, below)):
            return False
        lemma = tree[above].lemma.lower()
        is_denial = self._is_denial(tree, above)
        if not is_denial and tree.lemma(above) not in self.cues.reporting and lemma not in self.cues.reporting:
            return False
        is_promise = relation == "xcomp" and lemma in self.cues.planned.verbs
        is_past = relation == "xcomp" and any(tree[c].lemma.lower() == "have" for c in tree.children(below, "aux"))
        is_told = lemma in self.cues.affirming and tree[below].lemma.lower() not in self.cues.answering
        if relation in {"obj", "xcomp"} and not (is_denial or is_promise or is_past or is_told):
            return False  # "claimed to have won" tells of it, "began to win" does not
        if self.hedging.is_hearsay(tree, above, below) or (relation != "xcomp" and _says_more(tree, above)):
            return False
        speaker = self.speakers.of(tree, above)
        if speaker is None:
            voice.is_reported, voice.cue = True, voice.cue or tree[above].text
            return False
        if speaker.head == below:
            return False
        if self._is_unsaid(tree, above):
            voice.hypothetical = True  # "did not confirm the attack": nobody says that there was one
            return True
        if voice.carrier in voice.sources:  # "Roe said, according to the agency": it only carries what Roe said
            voice.via, voice.sources, voice.cue = voice.carrier, [], None
        voice.denied = voice.denied or is_denial
        if is_inside:
            self.hedging.governor(tree, above, below, voice)
        voice.cue, voice.verb = voice.cue or tree[above].text, above
        voice.sources.extend(self.speakers.all(tree, above, speaker))
        voice.via = voice.via or self.speakers.quoting(tree, above)
        self._cited(tree, above, voice)
        return True

    def _is_unsaid(self, tree: Tree, verb: int) -> bool:
        """True if the speech itself is negated: "has not confirmed", "is unable to say", "declined to say", "neither
        confirmed nor denied"."""
        words = tree.children(verb, "advmod", "cc", "cc:preconj")
        denying = self.cues.negation
        if tree[verb].deprel == "xcomp":
            words.append(tree[verb].head)
            denying |= self.cues.denied.verbs
        return any({tree[w].lemma.lower(), tree[w].text.lower()} & denying for w in words)

    def _cited(self, tree: Tree, verb: int, voice: Voice) -> None:
        """ "Al-X said, citing the ministry": the ministry is the source, the medium is the way it came."""
        for clause, token in enumerate(tree.tokens):
            if token.lemma.lower() not in self.cues.citing or token.deprel not in {"advcl", "xcomp", "conj", "acl"}:
                continue
            cited = [
                m for a in tree.arguments(clause) if a.function == "object" and (m := self.speakers.agent(tree, a.head))
            ]
            if cited and voice.sources:
                voice.via, voice.sources = voice.sources[0], cited
        self._according(tree, verb, voice)

    def _quoted(self, tree: Tree, verb: int, voice: Voice) -> None:
        """That somebody was "quoted as saying" something, who quotes him says."""
        medium = self.speakers.quoting(tree, verb)
        if medium is not None and not voice.sources:
            voice.cue, voice.verb = tree[tree[verb].head].text, tree[verb].head
            voice.sources.append(medium)

    def _outer(self, tree: Tree, verb: int, voice: Voice) -> None:
        """A second speech verb around the first one is the medium: "Reuters reported that Roe said"."""
        below, relation = verb, tree[verb].deprel
        for above in tree.ancestors(verb):
            outer = Voice()
            if relation in SPEECH and self._speech(tree, above, below, relation, outer):
                medium = outer.sources[0]
                if voice.via is None and self.mentions.lexicon.is_a(medium.type, "medium"):
                    voice.via = medium
                return
            below, relation = above, tree[above].deprel

    def _can_carry(self, mention: Mention) -> bool:
        """True for media, and for organizations of which nothing narrower is known."""
        organization = self.mentions.lexicon.ontology.part("organization")
        return self.mentions.lexicon.is_a(mention.type, "medium") or mention.type == organization

    def _according(self, tree: Tree, word: int, voice: Voice, below: int | None = None) -> None:
        for c in tree.children(word, "obl", "nmod", "advmod", "parataxis"):
            if c == below or tree.preposition(c) not in self.cues.according:
                continue
            found = [
                m for w in tree.conjuncts(c) if (m := self.speakers.agent(tree, w) or self.speakers.author(tree, w))
            ]
            if not found:
                continue
            if voice.sources and self._can_carry(found[0]):
                voice.via = voice.via or found[0]
            elif not voice.sources:
                voice.sources.extend(part for m in found for part in self.mentions.parts(m))
                voice.carrier = found[0] if self._can_carry(found[0]) else None
                case = tree.children(c, "case")[0]
                voice.cue = tree[case].text

    # --- the clause itself ------------------------------------------------------------------------------------

    def _look_around(self, tree: Tree, word: int, voice: Voice, below: int | None = None) -> None:
        """What hangs on `word`: modals, adverbs, negation, conditions, and speech verbs that report it."""
        self.hedging.clause(tree, word, voice, below)
        for c in tree.children(word, "parataxis", "dep", "discourse"):
            is_apart = self._is_denial(tree, c) or tree.is_parted(word, c)
            if c != below and self.speakers.is_speech(tree, c) and not is_apart:
                self._beside(tree, c, voice)
        self._according(tree, word, voice, below)

    def _set_off(self, tree: Tree, word: int, voice: Voice) -> None:
        """ "X did this, doing that, according to Y." at the end of a sentence or between commas speaks of all of it."""
        for i in range(len(tree) - 1, word, -1):
            if tree.preposition(i) in self.cues.according and _is_set_off(tree, tree.subtree(i)):
                self._according(tree, tree[i].head, voice)
                return

    def _is_denial(self, tree: Tree, verb: int) -> bool:
        """ "Roe accused Moe, a charge Moe denies": the denial says nothing of what stands beside it."""
        is_refusal = tree.child(verb, "iobj") is not None  # "denies them a haven"
        is_ouster = any(self.speakers.agent(tree, c) for c in tree.children(verb, "obj"))  # "dismissed the cabinet"
        return tree[verb].lemma.lower() in self.cues.denying and not is_refusal and not is_ouster

    def _beside(self, tree: Tree, verb: int, voice: Voice) -> None:
        """ "Troops left, officials said": the speech verb hangs below what it reports."""
        speaker = self.speakers.of(tree, verb)
        if speaker is None or voice.sources or _says_more(tree, verb) or self._says_another(tree, verb):
            return
        voice.cue, voice.verb = tree[verb].text, verb
        voice.sources.extend(self.speakers.all(tree, verb, speaker))
        self._cited(tree, verb, voice)

    def _says_another(self, tree: Tree, verb: int) -> bool:
        """True of "Troops left; rebels said that they would stay" and "rebels put their losses at ten"."""
        told = [c for c in tree.children(verb, "obj") if self.speakers.agent(tree, c) is None]
        return bool(told) or any(verb < c for c in tree.children(verb, "ccomp"))


def _is_relative(tree: Tree, clause: int) -> bool:
    """True of "who was killed" behind somebody known, of whom it tells besides."""
    if tree[clause].deprel != "acl:relcl":
        return False
    noun = tree[clause].head
    is_known = tree[noun].upos == "PROPN" or is_definite(tree, noun)
    return is_known and any(tree[c].xpos in {"WP", "WP$", "WDT", "WRB"} for c in tree.children(clause))


def _says_more(tree: Tree, verb: int) -> bool:
    """ "Army retakes town, rebels vow to fight on": the rebels say what they vow, and nothing of the town."""
    return any(tree.has_mark(c, "to") for c in tree.children(verb, "xcomp"))


def _is_set_off(tree: Tree, words: list[int]) -> bool:
    """True of words that end a sentence, or stand between commas."""
    last = words[-1]
    commas = [w for w in (words[0] - 1, words[0], last, last + 1) if 0 <= w < len(tree) and tree[w].text == ","]
    return last >= len(tree) - 2 or len(commas) > 1
