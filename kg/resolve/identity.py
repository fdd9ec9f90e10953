"""Who is who: the clusters of all articles, brought together by key, by likeness and by an analyst's judgement."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from kg.model import Document, DocumentId, Extraction, Kind
from kg.ontology import Ontology
from kg.resolve.cluster import Link, join
from kg.resolve.clusters import Cluster, Key, spelt
from kg.resolve.compare import Comparison, Verdict
from kg.resolve.forms import form
from kg.resolve.judgements import Judgements
from kg.resolve.local import who_is_who
from kg.resolve.names import acronym, is_acronym
from kg.resolve.things import Context, Thing, are_apart, contexts

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

    @cached_property
    def clusters(self) -> list[Cluster]:
        return [c for t in self.things for c in t.clusters]

    @cached_property
    def is_named(self) -> bool:
        return any(c.is_named or not c.mentions for c in self.clusters)


class Identities:
    """All identities of some articles; the same for every order they come in."""

    def __init__(self, extractions: Sequence[Extraction], ontology: Ontology, judgements: Judgements) -> None:
        self.ontology, self.judgements = ontology, judgements
        parted = {k.removesuffix(f"/{NAMES}") for k in judgements.split if k.endswith(f"/{NAMES}")}
        self.clusters = {e.document.id: who_is_who(e, ontology, parted) for e in extractions}
        self._context = contexts(extractions, self.clusters, ontology)
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
        if f"{spelt(key)}/{EVERY}" in self.judgements.split:
            return [self._thing((*key, d), own, key) for d, own in _by_document(clusters).items()]
        whole = self._thing(key, clusters)
        if len(clusters) < 2 or key[0] not in _COMPARED:
            return [whole]
        if strangers := self._strangers(clusters, whole):
            met = {id(c) for c in strangers}
            own = [c for c in clusters if id(c) not in met]
            apart = [self._thing((*key, d), c, key) for d, c in _by_document(strangers).items()]
            return [self._thing(key, own, key), *apart]
        if len(whole.context.states) < 2:
            return [whole]
        sides = self._sides(clusters, whole)
        if len(sides) < 2:
            return [whole]
        stateless = [c for c in clusters if not self._context[id(c)].states]
        things = [self._thing((*key, min(self._of(s).states)), s, key) for s in sides]
        return things + [self._thing((*key, d), own, key) for d, own in _by_document(stateless).items()]

    def _strangers(self, clusters: Sequence[Cluster], whole: Thing) -> list[Cluster]:
        """Those of a body of one state whose articles name other states, and never that one: "the Defence Ministry"."""
        is_common = any(word in _common_nouns(self.ontology) for word in whole.name.split())
        if not is_common or whole.named_state or not whole.is_national or len(whole.context.states) != 1:
            return []
        contexts = ((c, self._context[id(c)]) for c in clusters)
        return [c for c, own in contexts if own.around and not (own.states | own.around) & whole.context.states]

    def _sides(self, clusters: Sequence[Cluster], whole: Thing) -> list[list[Cluster]]:
        """Those of which an article tells the state, so that no two on one side are apart."""
        sides: list[dict[frozenset[str], list[Cluster]]] = []
        for cluster in clusters:
            mine = self._context[id(cluster)].states
            if not mine:
                continue
            for side in sides:
                others = (c for states, held in side.items() if not states & mine for c in held)
                if not any(self._apart(cluster, other, whole) for other in others):
                    side.setdefault(mine, []).append(cluster)
                    break
            else:
                sides.append({mine: [cluster]})
        return [[c for held in side.values() for c in held] for side in sides]

    def _thing(self, key: Key, clusters: Sequence[Cluster], origin: Key | None = None) -> Thing:
        documents = frozenset([c.mentions[0].document for c in clusters if c.mentions])
        is_national = any(_is_national(c.type, self.ontology) for c in clusters)
        return Thing(key, list(clusters), self._of(clusters), documents, is_national, origin)

    def _of(self, clusters: Iterable[Cluster]) -> Context:
        found = [self._context[id(c)] for c in clusters if id(c) in self._context]
        return found[0] if len(found) == 1 else Context.union(found)

    def _apart(self, one: Cluster, other: Cluster, thing: Thing) -> bool:
        a, b = self._context[id(one)], self._context[id(other)]
        return are_apart(a, b, family=thing.family, is_national=thing.is_national)

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

    def _voices(self, documents: Iterable[Document]) -> dict[DocumentId, dict[str, Key]]:
        """{document: {publisher or agency: key}}; a thing of that name or alias is the same thing."""
        known: dict[str, Key] = {}
        full = {short: name for name, short in self._explained}
        for key, thing in sorted(self.things.items()):
            if key[0] == "organization":
                for other in {key[1], *(form(a, key[0]) for c in thing.clusters for a in c.aliases)}:
                    known.setdefault(other, full.get(key, key))
        out: dict[DocumentId, dict[str, Key]] = {}
        for document in documents:
            for role, name in (("publisher", document.source), ("agency", document.agency)):
                if name:
                    called = form(name, "organization")
                    key = known.setdefault(called, ("organization", called))
                    if key not in self.things:
                        self.things[key] = Thing(key, [Cluster([], self.ontology.part("medium"), name, key)])
                    out.setdefault(document.id, {})[role] = key
        return out

    # --- identities -------------------------------------------------------------------------------------------

    def _identities(self) -> list[Identity]:
        alone = {t for t in self.things.values() if t.family not in _COMPARED or self._is_split(t)}
        firm = [
            Link(self.things[full], self.things[short], Comparison(Verdict.SAME, "acronym explained"))
            for full, short in self._explained
        ]
        firm = [link for link in firm if link.one not in alone and link.other not in alone]
        groups, links = join([t for t in self.things.values() if t not in alone], firm)
        groups += [[t] for t in self.things.values() if t in alone]
        groups, judged = self._judged(groups)
        where = {t: i for i, group in enumerate(groups) for t in group}
        by_group: dict[int, list[Link]] = defaultdict(list)
        for link in [*links, *judged]:
            by_group[where[link.one]].append(link)
        return sorted(
            (Identity(tuple(sorted(g, key=lambda t: t.key)), tuple(by_group[i])) for i, g in enumerate(groups)),
            key=lambda i: i.key,
        )

    def _is_split(self, thing: Thing) -> bool:
        keys = {spelt(thing.key), f"{spelt(thing.origin or thing.key)}/{EVERY}"}
        return bool(keys & self.judgements.split)

    def _judged(self, groups: list[list[Thing]]) -> tuple[list[list[Thing]], list[Link]]:
        """The groups with what an analyst has merged."""
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


@cache
def _common_nouns(ontology: Ontology) -> frozenset[str]:
    """The words in names of bodies and forces that every state has: "ministry", "navy"."""
    national = (ontology.part("body"), ontology.part("unit"))
    kinds = (e for name, e in ontology.entities.items() if any(ontology.is_a(name, part) for part in national))
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
def _is_national(type_: str, ontology: Ontology) -> bool:
    """True of a class of what a state has one of."""
    return any(ontology.is_a(type_, ontology.part(part)) for part in ("body", "unit"))
