"""Extractions -> Resolution: mentions renamed to entities, the same thing in all articles one node."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import (
    Claim,
    Count,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Event,
    EventId,
    Extraction,
    Literal,
    MentionId,
    Relation,
    Resolution,
    Role,
)  # fmt: skip
from kg.ontology import Ontology
from kg.resolve import events as event_merging
from kg.resolve.judgements import Judgements
from kg.resolve.local import Cluster, Key, Local
from kg.resolve.names import acronym, normal, slug

__all__ = ["resolve"]


def resolve(extractions: Iterable[Extraction], ontology: Ontology, judgements: Judgements | None = None) -> Resolution:
    """One resolution of all articles; the same for every order they come in."""
    return _Resolver(sorted(extractions, key=lambda e: e.document.id), ontology).resolution()


class _Resolver:
    def __init__(self, extractions: Sequence[Extraction], ontology: Ontology) -> None:
        self.extractions, self.ontology = extractions, ontology
        self.clusters: dict[Key, list[Cluster]] = {}
        for extraction in extractions:
            for cluster in Local(extraction, ontology).clusters():
                self.clusters.setdefault(cluster.key, []).append(cluster)
        self._join_acronyms()
        self._organizations = self._by_alias()
        self._voices: dict[DocumentId, dict[str, Key]] = {
            e.document.id: self._voice_keys(e.document) for e in extractions
        }
        self.entities = self._entities()
        self.ids = {key: entity.id for key, entity in self.entities.items()}
        self.refers_to = {
            m.id: self.ids[key] for key, clusters in self.clusters.items() for c in clusters for m in c.mentions
        }
        self.types = {e.id: e.type for e in self.entities.values()}

    # --- entities ---------------------------------------------------------------------------------------------

    def _join_acronyms(self) -> None:
        """An acronym explained in one article is the same organization in the others."""
        explained: dict[str, set[Key]] = {}
        for key, clusters in self.clusters.items():
            if key[0] == "organization":
                short = {
                    normal(a)
                    for c in clusters
                    for a in c.aliases
                    if a.replace(".", "").isupper() and acronym(c.name) == a.replace(".", "")
                }
                for form in short:
                    explained.setdefault(form, set()).add(key)
        for form, keys in explained.items():
            alone = ("organization", form)
            if len(keys) == 1 and alone in self.clusters and alone not in keys:
                self.clusters[next(iter(keys))].extend(self.clusters.pop(alone))

    def _voice_keys(self, document: Document) -> dict[str, Key]:
        """The keys of the publisher and the agency of an article; a cluster of that name is the same thing."""
        out = {}
        for role, name in (("publisher", document.source), ("agency", document.agency)):
            if not name:
                continue
            key = self._organization(name)
            if key not in self.clusters:
                self.clusters[key] = [Cluster([], self.ontology.part("medium"), name, key)]
            out[role] = key
        return out

    def _organization(self, name: str) -> Key:
        """The key of the organization of this name or alias, an old one or a new one."""
        form = normal(name)
        return self._organizations.get(form, ("organization", form))

    def _by_alias(self) -> dict[str, Key]:
        out: dict[str, Key] = {}
        for key, clusters in sorted(self.clusters.items()):
            if key[0] == "organization":
                for form in {key[1], *(normal(a) for c in clusters for a in c.aliases)}:
                    out.setdefault(form, key)
        return out

    def _entities(self) -> dict[Key, Entity]:
        media = {k for keys in self._voices.values() for k in keys.values()}
        carried = self._media()
        media |= {
            k for k, clusters in self.clusters.items() if any(m.id in carried for c in clusters for m in c.mentions)
        }
        out: dict[Key, Entity] = {}
        taken: Counter[str] = Counter()
        rows = [(key, self._name(clusters), clusters) for key, clusters in self.clusters.items()]
        for key, name, clusters in sorted(rows, key=lambda r: (not self._is_named(r[2]), slug(r[1]), r[0])):
            base = slug(name)
            taken[base] += 1
            number = taken[base]
            while number > 1 and f"{base}-{number}" in taken:
                number += 1
            local = base if number == 1 else f"{base}-{number}"
            taken[local] += number > 1
            out[key] = Entity(
                id=EntityId(local),
                type=self._type(key, clusters, key in media),
                name=name,
                aliases=tuple(sorted({a for c in clusters for a in c.aliases | {c.name}} - {name})),
                mentions=tuple(sorted(m.id for c in clusters for m in c.mentions)),
                reasons=tuple(sorted({r for c in clusters for r in c.reasons})),
            )
        return out

    @staticmethod
    def _is_named(clusters: Sequence[Cluster]) -> bool:
        return any(c.is_named or not c.mentions for c in clusters)

    def _media(self) -> set[MentionId | None]:
        """Mentions of what, somewhere, is the way a source's words came."""
        claims = [c for e in self.extractions for r in e.relations for c in r.claims]
        claims += [c for e in self.extractions for v in e.events for c in v.claims]
        return {c.via for c in claims}

    @staticmethod
    def _name(clusters: Sequence[Cluster]) -> str:
        counts = Counter(c.name for c in clusters for _ in range(max(1, len(c.mentions))))
        return min(
            counts,
            key=lambda n: (-len(n.split()) if clusters[0].key[0] in {"person", "organization"} else 0, -counts[n], n),
        )

    def _type(self, key: Key, clusters: Sequence[Cluster], is_medium: bool) -> str:
        votes = Counter(c.type for c in clusters)
        best = min(votes, key=lambda t: (-votes[t], -len(self.ontology.ancestors(t)), t))
        narrow = [t for t in votes if self.ontology.is_a(t, best)]
        found = min(narrow, key=lambda t: (-len(self.ontology.ancestors(t)), t))
        medium = self.ontology.part("medium")
        return medium if is_medium and self.ontology.is_a(medium, found) else found

    # --- statements -------------------------------------------------------------------------------------------

    def resolution(self) -> Resolution:
        named = frozenset(e.id for k, e in self.entities.items() if k[0] != "nominal")
        events = [self._event(event) for e in self.extractions for event in e.events]
        merged, renamed = event_merging.merge([e for e in events if e], self.ontology, named)
        communications = {e.id for e in merged if self.ontology.events[e.type].is_communication}
        finished = [self._settled(e, renamed, communications) for e in merged]
        relations = self._relations(renamed, communications)
        documents = tuple(e.document for e in self.extractions)
        return Resolution(
            documents=documents,
            mentions=tuple(m for e in self.extractions for m in e.mentions),
            entities=tuple(sorted(self.entities.values(), key=lambda e: e.id)),
            refers_to=self.refers_to,
            relations=relations,
            events=tuple(sorted(finished, key=lambda e: e.id)),
            publishers={d.id: self.ids[k["publisher"]] for d in documents if "publisher" in (k := self._voices[d.id])},
            agencies={d.id: self.ids[k["agency"]] for d in documents if "agency" in (k := self._voices[d.id])},
            datelines={x.document.id: e for x in self.extractions if (e := self._dateline(x))},
        )

    def _dateline(self, extraction: Extraction) -> EntityId | None:
        span, place = extraction.document.dateline, self.ontology.part("place")
        here = (self.refers_to[m.id] for m in extraction.mentions if m.span == span)
        return next((e for e in here if self.ontology.is_a(self.types[e], place)), None)

    def _claim(self, claim: Claim[MentionId]) -> Claim[EntityId]:
        agent, medium = self.ontology.part("agent"), self.ontology.part("medium")
        sources = [self.refers_to[m] for m in claim.sources]
        via = self.refers_to[claim.via] if claim.via else None
        return Claim(
            claim.document, claim.spans, claim.modality,
            tuple(dict.fromkeys(s for s in sources if self.ontology.is_a(self.types[s], agent))),
            via if via and self.ontology.is_a(self.types[via], medium) and via not in sources else None,
            claim.cue, claim.quote, claim.made_in, claim.as_of, claim.score, claim.method,
        )  # fmt: skip

    def _event(self, event: Event[MentionId]) -> Event[EntityId] | None:
        claims = tuple(self._claim(c) for c in event.claims)
        counts = tuple(Count(c.name, c.quantity, tuple(self._claim(x) for x in c.claims)) for c in event.counts)
        roles = {(r.name, self.refers_to[r.filler]) for r in event.roles}
        kept = tuple(Role(n, f) for n, f in sorted(roles) if self._admits(event.type, n, f))
        if not kept:
            return None
        return Event(
            event.id, event.type, event.trigger, kept, claims, counts, event.time, event.label, event.content,
            event.purpose, event.links,
        )  # fmt: skip

    def _admits(self, event: str, role: str, filler: EntityId) -> bool:
        use = self.ontology.events[event].roles.get(role)
        allowed = (use.types if use else None) or {self.ontology.roles[role].range}
        return any(self.ontology.is_a(self.types[filler], t) for t in allowed)

    def _settled(
        self, event: Event[EntityId], renamed: dict[EventId, EventId], communications: set[EventId]
    ) -> Event[EntityId]:
        links = {(name, renamed[e]) for name, e in event.links if e in renamed and renamed[e] != event.id}
        claims = tuple(self._made_in(c, renamed, communications, event.id) for c in event.claims)
        counts = tuple(
            replace(c, claims=tuple(self._made_in(x, renamed, communications, event.id) for x in c.claims))
            for c in event.counts
        )
        return replace(event, links=tuple(sorted(links)), claims=claims, counts=counts)

    @staticmethod
    def _made_in(
        claim: Claim[EntityId], renamed: dict[EventId, EventId], communications: set[EventId], own: EventId | None
    ) -> Claim[EntityId]:
        new = renamed.get(claim.made_in) if claim.made_in else None
        return replace(claim, made_in=new if new in communications and new != own else None)

    def _relations(
        self, renamed: dict[EventId, EventId], communications: set[EventId]
    ) -> tuple[Relation[EntityId], ...]:
        found: dict[tuple[str, str, str], Relation[EntityId]] = {}
        for relation in (r for e in self.extractions for r in e.relations):
            subject = self.refers_to[relation.subject]
            target = relation.object if isinstance(relation.object, Literal) else self.refers_to[relation.object]
            type_ = self.ontology.relations[relation.type]
            if not self.ontology.is_a(self.types[subject], type_.domain) or subject == target:
                continue
            if not isinstance(target, Literal) and not self.ontology.is_a(self.types[target], type_.range):
                continue
            claims = tuple(self._made_in(self._claim(c), renamed, communications, None) for c in relation.claims)
            key = (relation.type, subject, str(target))
            held = found.get(key)
            found[key] = Relation(relation.type, subject, target, (held.claims if held else ()) + claims)
        return tuple(found[k] for k in sorted(found))
