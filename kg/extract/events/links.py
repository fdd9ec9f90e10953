"""Events of one sentence tied to each other: "killed in an attack", "died when the roof fell"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract import cues
from kg.extract.frames import Match, nominals
from kg.extract.frames.surroundings import clauses, neighbouring, outcome_of
from kg.extract.tree import Argument, Tree
from kg.model import Event, EventId, MentionId
from kg.ontology import Ontology

Found = Event[MentionId]


def linked(tree: Tree, matches: Sequence[Match], events: Mapping[int, Found], ontology: Ontology) -> Iterator[Found]:
    """The events of a sentence (trigger -> event), each with its links to the others."""
    for match in matches:
        event = events.get(match.trigger)
        if event is not None:
            found = [*_by_function(tree, match, events, ontology), *_by_clause(tree, match, events)]
            yield replace(event, links=tuple(found)) if found else event


def _by_function(
    tree: Tree, match: Match, events: Mapping[int, Found], ontology: Ontology
) -> Iterator[tuple[str, EventId]]:
    """By the preposition between them, or because one is what the other says."""
    around = [b for a in _arguments(tree, match) for b in _parted(tree, a)]
    around = [a for a in around if a.head in events and a.head != match.trigger]
    if match.type.is_communication:
        is_denial = tree.lemma(match.verb) in cues.load().denying  # "denied any part in the attack" is about it
        around = [Argument("said", a.head) if is_denial else a for a in around if a.function != "subject"]
    else:  # "were killed, he said in a speech": told of there, and no part of it
        around = [a for a in around if not ontology.events[events[a.head].type].is_communication]
    if match.type.is_answer:  # "charged in the attack"
        around = [a for a in around if a.function != "in"]
    for link, functions in ontology.links.items():
        yield from ((link, events[a.head].id) for a in around if a.function in functions)


def _by_clause(tree: Tree, match: Match, events: Mapping[int, Found]) -> Iterator[tuple[str, EventId]]:
    """By the word that begins a clause ("killed when it fell"), or as its outcome ("it fell, killing two")."""
    if match.frame.tallied:  # "the toll rose after three men died": they are among those it counts
        return
    for link, words in match.type.clauses.items():
        yield from ((link, events[c].id) for c in clauses(tree, match.trigger, words) if c in events)
        cause = outcome_of(tree, match.trigger)
        if cause is not None:
            yield from ((link, events[w].id) for w in (cause, *_doers(tree, cause)) if w in events)


def _doers(tree: Tree, verb: int) -> list[int]:
    """The strike of "the port was hit by a strike, killing two", which is all that "hit" tells of."""
    return [c for c in tree.children(verb, "nsubj", "obl:agent") if tree[c].upos == "NOUN"]


def _parted(tree: Tree, argument: Argument) -> Iterator[Argument]:
    """An argument, and what it only parts: "a series of raids killed ten"."""
    yield argument
    if tree[argument.head].lemma.lower() in cues.load().stretches:
        of = (c for c in tree.children(argument.head, "nmod") if tree.preposition(c) == "of")
        yield from (Argument(argument.function, w) for c in of for w in tree.conjuncts(c))


def _arguments(tree: Tree, match: Match) -> list[Argument]:
    if tree[match.trigger].upos == "NOUN":
        found = nominals.arguments(tree, match.trigger)
    else:
        own = tree.arguments(match.trigger)
        found = own + neighbouring(tree, match.trigger, own)
    return found + _content(tree, match.verb) if match.type.is_communication else found


def _content(tree: Tree, trigger: int) -> list[Argument]:
    """What a speech verb governs, word by word, less what further speech verbs in it do; of "as the minister said",
    the clause that this is put into."""
    held = tree.children(trigger, "ccomp", "xcomp", "obj", "parataxis")
    governed = [c for c in held if not tree.is_parted(trigger, c)]
    if not governed and tree[trigger].deprel == "advcl" and tree.has_mark(trigger, "as"):
        governed = [tree[trigger].head]
    return [
        Argument("said", word)
        for clause in governed
        for word in tree.subtree(clause, frozenset({"acl:relcl", "advcl", "parataxis"}))
    ]
