"""Who is who: the clusters of all articles, brought together by key, by likeness and by an analyst's judgement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from kg.model import Document, DocumentId, Extraction, Kind
from kg.ontology import Ontology
from kg.resolve.cluster import Link, join
from kg.resolve.clusters import Cluster, Key, spelt
from kg.resolve.compare import Comparison, Verdict
from kg.resolve.contexts import Context, Contexts, are_apart
from kg.resolve.forms import form
from kg.resolve.judgements import Judgements
from kg.resolve.local import who_is_who
from kg.resolve.names import acronym, is_acronym
from kg.resolve.things import Thing

EVERY = "*"
"""After a key of what is split: every article tells of its own."""
NAMES = "+"
"""After a key of what is split: every name that an article has for it stands for its own."""

_COMPARED = frozenset({"person", "organization", "place"})


@dataclass(frozen=True, eq=False)
class Identity:
    """One thing in the world, before it has an id."""

    things: tuple[Thing, ...]
    links: tuple[Link, ...] = ()

    @property
    def key(self) -> Key:
        return self.things[0].key

    @property
    def clusters(self) -> Sequence[Cluster]:
        return self.things[0].clusters if len(self.things) == 1 else [c for t in self.things for c in t.clusters]

    @property
    def is_named(self) -> bool:
        return any(c.is_named or not c.mentions for c in self.clusters)


class Identities:
    """All identities of some articles; the same for every order they come in."""

    def __init__(self, extractions: Sequence[Extraction], ontology: Ontology, judgements: Judgements) -> None:
        self.ontology, self.judgements = ontology, judgements
        parted = {k.removesuffix(f"/{NAMES}") for k in judgements.split if k.endswith(f"/{NAMES}")}
        self.clusters = {e.document.id: who_is_who(e, ontology, parted) for e in extractions}
        self._contexts = Contexts(extractions, self.clusters, ontology)
        self.things: dict[Key, Thing] = {}
        for key, clusters in self._by_key().items():
            for thing in self._told_apart(key, clusters):
                self.things[thing.key] = thing
        self._explained = self._join_acronyms()
        self.voices = self._voices(e.document for e in extractions)
        self.identities = self._identities()

    # --- names ------------------------------------------------------------------------------------------------

    def _by_key(self) -> dict[Key, list[Cluster]]:
        found: dict[Key, list[Cluster]] = defaultdict(list)
        for document in sorted(self.clusters):
            for cluster in self.clusters[document]:
                found[cluster.key].append(cluster)
        return found

    def _told_apart(self, key: Key, clusters: Sequence[Cluster]) -> list[Thing]:
        """One name: one thing, or one for each side of what cannot be one."""
        if self.judgements.split and f"{spelt(key)}/{EVERY}" in self.judgements.split:
            return [self._thing((*key, d), own, key) for d, own in _by_document(clusters).items()]
        whole = self._thing(key, clusters)
        if len(clusters) < 2 or key[0] not in _COMPARED:
            return [whole]
        states = self._contexts.states(clusters)
        if len(states) == 1 and (strangers := self._strangers(clusters, whole, states)):
            met = {id(c) for c in strangers}
            own = [c for c in clusters if id(c) not in met]
            apart = [self._thing((*key, d), c, key) for d, c in _by_document(strangers).items()]
            return [self._thing(key, own, key), *apart]
        sides = self._sides(clusters, whole) if len(states) > 1 else []
        if len(sides) < 2:
            return [whole]
        stateless = [c for c in clusters if not self._contexts.states([c])]
        things = [self._thing((*key, min(self._contexts.states(s))), s, key) for s in sides]
        return things + [self._thing((*key, d), own, key) for d, own in _by_document(stateless).items()]

    def _strangers(self, clusters: Iterable[Cluster], whole: Thing, states: frozenset[str]) -> list[Cluster]:
        """Those of a body of one state whose articles name other states, and never that one: "the Defence Ministry"."""
        is_common = any(word in _common_nouns(self.ontology) for word in whole.name.split())
        if not is_common or whole.named_state or not whole.is_national:
            return []
        seen = ((c, self._contexts.around(c), self._contexts.states([c])) for c in clusters)
        return [c for c, around, own in seen if around and not (own | around) & states]

    def _sides(self, clusters: Iterable[Cluster], whole: Thing) -> list[list[Cluster]]:
        """Those of which an article tells the state, so that no two on one side are apart."""
        sides: list[dict[frozenset[str], list[tuple[Cluster, Context]]]] = []
        is_apart = partial(are_apart, family=whole.family, is_national=whole.is_national)
        for cluster in clusters:
            mine = self._contexts.of([cluster])
            if not mine.states:
                continue
            for side in sides:
                others = (c for states, held in side.items() if not states & mine.states for _, c in held)
                if not any(is_apart(mine, other) for other in others):
                    side.setdefault(mine.states, []).append((cluster, mine))
                    break
            else:
                sides.append({mine.states: [(cluster, mine)]})
        return [[c for held in side.values() for c, _ in held] for side in sides]

    def _thing(self, key: Key, clusters: Sequence[Cluster], origin: Key | None = None) -> Thing:
        documents = frozenset([c.mentions[0].document for c in clusters])
        is_national = not _national(self.ontology).isdisjoint([c.type for c in clusters])
        return Thing(key, clusters, partial(self._contexts.of, clusters), documents, is_national, origin)

    # --- acronyms ---------------------------------------------------------------------------------------------

    def _join_acronyms(self) -> list[tuple[Key, Key]]:
        """(full name, acronym) where an article explains what only one organization is called by for short.

        What several are called by stays with its article.
        """
        explained: dict[str, set[Key]] = defaultdict(set)
        for key, thing in self.things.items():
            if key[0] == "organization":
                for form in {f for c in thing.clusters for f in _short_forms(c)}:
                    explained[form].add(key)
        pairs: list[tuple[Key, Key]] = []
        for form, keys in sorted(explained.items()):
            alone = self.things.get(("organization", form))
            if alone is None or alone.key in keys:
                continue
            if len(keys) == 1:
                pairs.append((min(keys), alone.key))
            elif len(alone.documents) > 1:
                del self.things[alone.key]
                for document, own in _by_document(alone.clusters).items():
                    thing = self._thing((*alone.key, document), own, alone.key)
                    self.things[thing.key] = thing
        return pairs

    # --- voices -----------------------------------------------------------------------------------------------

    def _voices(self, documents: Iterable[Document]) -> dict[DocumentId, dict[str, Thing]]:
        """{document: {publisher or agency: thing}}; a thing of that name or alias is the same thing."""
        known: dict[str, Key] = {}
        full = {short: name for name, short in self._explained}
        for key in sorted(key for key in self.things if key[0] == "organization"):
            aliases = (a for c in self.things[key].clusters for a in c.aliases)
            for other in {key[1], *(form(a, key[0]) for a in aliases)}:
                known.setdefault(other, full.get(key, key))
        out: dict[DocumentId, dict[str, Thing]] = {}
        for document in documents:
            for role, name in (("publisher", document.source), ("agency", document.agency)):
                if name:
                    called = form(name, "organization")
                    key = known.setdefault(called, ("organization", called))
                    if key not in self.things:
                        self.things[key] = Thing(key, [Cluster([], self.ontology.part("medium"), name, key)])
                    out.setdefault(document.id, {})[role] = self.things[key]
        return out

    # --- identities -------------------------------------------------------------------------------------------

    def _identities(self) -> list[Identity]:
        """One for every thing in the world, in no order."""
        alone: list[Thing] = []
        compared: list[Thing] = []
        for thing in self.things.values():
            (alone if thing.family not in _COMPARED or self._is_split(thing) else compared).append(thing)
        firm = [
            Link(self.things[full], self.things[short], Comparison(Verdict.SAME, "acronym explained"))
            for full, short in self._explained
        ]
        apart = frozenset(alone)
        firm = [link for link in firm if link.one not in apart and link.other not in apart]
        groups, links = join(compared, firm)
        groups, judged = self._judged([*groups, *([t] for t in alone)])
        by_thing: dict[Thing, list[Link]] = defaultdict(list)
        for link in [*links, *judged]:
            by_thing[link.one].append(link)
        return [_identity(group, by_thing) for group in groups]

    def _is_split(self, thing: Thing) -> bool:
        keys = {spelt(thing.key), f"{spelt(thing.origin or thing.key)}/{EVERY}"} if self.judgements.split else set()
        return not keys.isdisjoint(self.judgements.split)

    def _judged(self, groups: list[list[Thing]]) -> tuple[list[list[Thing]], list[Link]]:
        """The groups with what an analyst has merged."""
        if not self.judgements.merge:
            return groups, []
        at: dict[str, set[int]] = defaultdict(set)
        for i, group in enumerate(groups):
            for thing in group:
                for key in {thing.key, thing.origin or thing.key}:
                    at[spelt(key)].add(i)
        held = dict(enumerate(groups))
        now = {i: i for i in held}
        links = []
        for one, other in sorted(self.judgements.merge):
            for i in sorted(at.get(one, ())):
                for j in sorted(at.get(other, ())):
                    first, second = sorted((now[i], now[j]))
                    if first != second:
                        links.append(Link(held[first][0], held[second][0], Comparison(Verdict.SAME, "merged by hand")))
                        held[first] = held[first] + held.pop(second)
                        now = {n: first if home == second else home for n, home in now.items()}
        return list(held.values()), links


def _identity(things: Sequence[Thing], links: Mapping[Thing, Sequence[Link]]) -> Identity:
    if len(things) == 1:
        return Identity(tuple(things))
    return Identity(tuple(sorted(things, key=lambda t: t.key)), tuple(k for t in things for k in links.get(t, ())))


@cache
def _common_nouns(ontology: Ontology) -> frozenset[str]:
    """The words in names of bodies and forces that every state has: "ministry", "navy"."""
    kinds = (ontology.entities[name] for name in _national(ontology))
    return frozenset(word for kind in kinds for word in (*kind.name_words, *kind.one_per_state))


def _by_document(clusters: Iterable[Cluster]) -> dict[DocumentId, list[Cluster]]:
    out: dict[DocumentId, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        out[cluster.mentions[0].document].append(cluster)
    return out


def _short_forms(cluster: Cluster) -> set[str]:
    """The letters that the article gives for the name, or that are the name's own."""
    given = {m.text for m in cluster.mentions if m.kind is Kind.NAME and m.antecedent and is_acronym(m.text)}
    own = {a for a in cluster.aliases if is_acronym(a) and acronym(cluster.name) == a.replace(".", "")}
    return {form(a, "organization") for a in given | own}


@cache
def _national(ontology: Ontology) -> frozenset[str]:
    """The classes of what a state has one of: government bodies, military units."""
    parts = [ontology.part(part) for part in ("body", "unit")]
    return frozenset(name for name in ontology.entities if any(ontology.is_a(name, part) for part in parts))
