"""One article read from end to end: the order in which the parts of extraction work."""

from kg.extract import coreference, cues, repeats
from kg.extract.attribution import Attribution
from kg.extract.coreference import antecedents
from kg.extract.events import Events
from kg.extract.frames import frames
from kg.extract.lexicon import Lexicon, lexicon
from kg.extract.mentions import Mentions, appositions, nicknames, situated, titled
from kg.extract.relations import Relations
from kg.extract.tree import Tree
from kg.model import Document, Event, Extraction, Kind, Literal, Mention, MentionId, Parse, Relation
from kg.ontology import Ontology


class Article:
    """A document with its trees, mentions and voices, for stages that need more than the extraction."""

    def __init__(self, document: Document, parse: Parse, ontology: Ontology) -> None:
        self.document, self.ontology = document, ontology
        words = lexicon(ontology)
        self.trees = [_named(Tree(s), words) for s in parse.sentences]
        self.unread, self._ties = parse.unread, parse.ties
        self.mentions = Mentions(document, self.trees, words, cues.load())
        coreference.link(self.mentions, self.trees, parse.chains)
        self.voices = Attribution(document, self.trees, self.mentions, cues.load())

    def extraction(self) -> Extraction:
        """Everything found, in order of the text."""
        words = lexicon(self.ontology)
        relations = Relations(self.ontology, words, self.mentions, self.voices, self._ties).find(self.trees)
        events = Events(self, frames(self.ontology)).find()
        kept = self._used(relations, events)
        sentences = tuple(sorted(tree.sentence.span for tree in self.trees))
        found = Extraction(self.document, kept, tuple(relations), tuple(events), self.unread, sentences)
        return repeats.with_copies(found)

    def _used(self, relations: list[Relation[MentionId]], events: list[Event[MentionId]]) -> tuple[Mention, ...]:
        """Mentions worth keeping: all names, and what a relation, event or claim refers to."""
        used: set[MentionId] = set()
        for claim in [c for r in relations for c in r.claims] + [c for e in events for c in e.claims]:
            used.update(claim.sources)
            used.update({claim.via} if claim.via else ())
        for relation in relations:
            used.add(relation.subject)
            used.update(() if isinstance(relation.object, Literal) else {relation.object})
        for event in events:
            used.update(r.filler for r in event.roles)
        used |= {m.id for m in self.mentions.all.values() if m.kind not in {Kind.PRONOUN, Kind.NOMINAL}}
        for mention in self.mentions.all.values():
            links = [m.id for m in antecedents.chain(self.mentions, mention.id)]
            if mention.id in used or links[-1] in used:  # "its" is worth keeping if what it stands for is
                used.update(links)
        mentions = sorted(self.mentions.all.values(), key=lambda m: (m.span.start, m.span.end, m.id))
        return tuple(m for m in mentions if m.id in used)


def _named(tree: Tree, words: Lexicon) -> Tree:
    """The tree with the words around names hung on what they belong to."""
    for mend in (nicknames.whole, titled.attached, appositions.rehung, situated.settled):
        tree = mend(tree, words)
    return tree


def extract(document: Document, parse: Parse, ontology: Ontology) -> Extraction:
    """The mentions, relations and events of one article; nothing is guessed beyond its words."""
    return Article(document, parse, ontology).extraction()
