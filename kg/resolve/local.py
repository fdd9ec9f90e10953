"""Inside one article: mentions -> clusters, each with a type, a name and a key for other articles to meet it by."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from kg import places
from kg.model import Extraction, Kind, Mention, MentionId, changed
from kg.ontology import Ontology
from kg.places.reference import states
from kg.resolve import kinds
from kg.resolve.bodies import pairs
from kg.resolve.clusters import Cluster, Key, bare, family, spelt
from kg.resolve.forms import form
from kg.resolve.names import acronym, initials, is_full, normal
from kg.resolve.owners import Owners, is_body
from kg.resolve.people import People
from kg.resolve.variants import variants


def settled(extraction: Extraction, ontology: Ontology) -> Extraction:
    """The extraction with who is who in it."""
    places = {m.id: n for n, m in enumerate(extraction.mentions)}
    found = Local(extraction, ontology).clusters()
    return changed(extraction, referents=tuple(c.referent(places) for c in found))


def who_is_who(extraction: Extraction, ontology: Ontology, parted: Collection[str] = ()) -> list[Cluster]:
    """As `Local` finds them, or found them when the extraction was settled; which it does not know the `parted` of."""
    if parted or not extraction.referents:
        return Local(extraction, ontology).clusters(parted)
    return [Cluster.of(referent, extraction.mentions) for referent in extraction.referents]


class Local:
    """Clusters of one extraction, grown by the rules below in their order."""

    def __init__(self, extraction: Extraction, ontology: Ontology) -> None:
        self.ontology, self.document = ontology, extraction.document
        self.mentions = {m.id: m for m in extraction.mentions}
        self._parent: dict[MentionId, MentionId] = {m: m for m in self.mentions}
        self._why: dict[MentionId, set[str]] = {}
        people = (m for m in extraction.mentions if m.kind is Kind.NAME and family(m.type, ontology) == "person")
        self._people = People(people, self.document.text, self._kin())
        self._owners = Owners(extraction, ontology, find=partial(_root, self._parent))  # no method: it would hold us

    def clusters(self, parted: Collection[str] = ()) -> list[Cluster]:
        """Every cluster, in order of its first mention; those of the `parted` keys have one for each of their names."""
        names = [m for m in self.mentions.values() if m.kind in {Kind.NAME, Kind.METONYM, Kind.DEMONYM}]
        self._by_antecedent()
        self._by_state(names)
        self._by_same_name(names)
        self._by_body(names)
        self._by_short_name()
        self._by_acronym()
        for one, other, reason in variants(tuple(self.mentions.values()), self.ontology):
            self._join(one, other, reason)
        groups: dict[MentionId, list[Mention]] = {}
        for mention in self.mentions.values():
            groups.setdefault(self._find(mention.id), []).append(mention)
        out = [self._describe(Cluster(sorted(g, key=lambda m: (m.span.start, m.span.end)))) for g in groups.values()]
        out = [part for c in out for part in (self._parted(c) if spelt(c.key) in parted else [c])]
        return sorted(out, key=lambda c: (c.mentions[0].span.start, c.mentions[0].span.end, c.key))

    def _kin(self) -> dict[MentionId, MentionId]:
        """{name: pronoun} of "his daughter, Petra Roe"."""
        pronouns = {m.span.start: m.id for m in self.mentions.values() if m.kind is Kind.PRONOUN}
        described = (m for m in self.mentions.values() if m.kind is Kind.NOMINAL and m.span.start in pronouns)
        return {m.antecedent: pronouns[m.span.start] for m in described if m.antecedent is not None}

    # --- joining ----------------------------------------------------------------------------------------------

    def _find(self, key: MentionId) -> MentionId:
        return _root(self._parent, key)

    def _join(self, a: MentionId, b: MentionId, reason: str) -> None:
        first, second = sorted((self._find(a), self._find(b)), key=lambda k: (self.mentions[k].span.start, k))
        if first != second:
            self._parent[second] = first
            self._why.setdefault(first, set()).update({reason} | self._why.pop(second, set()))

    def _by_antecedent(self) -> None:
        for mention in self.mentions.values():
            if mention.antecedent in self.mentions and mention.antecedent is not None:
                self._join(mention.id, mention.antecedent, f"{mention.kind.value.lower()} refers back")

    def _by_state(self, names: Iterable[Mention]) -> None:
        codes: dict[str, MentionId] = {}
        for mention in names:
            code = self._owners.code(mention)
            if code and code in codes:
                self._join(mention.id, codes[code], "same state")
            elif code:
                codes[code] = mention.id

    def _by_same_name(self, names: Iterable[Mention]) -> None:
        seen: dict[tuple[str, str], MentionId] = {}
        for mention in names:
            broad = family(mention.type, self.ontology)
            if mention.kind is not Kind.NAME or (broad == "organization" and not places.union(mention.text)):
                continue
            if broad == "person" and not self._people.is_one_by_name(mention):
                continue
            key = (broad, form(mention.text, broad))
            if key in seen:
                self._join(mention.id, seen[key], "same name")
            else:
                seen[key] = mention.id

    def _by_body(self, names: Iterable[Mention]) -> None:
        organizations = [m for m in names if m.kind is Kind.NAME and family(m.type, self.ontology) == "organization"]
        for one, other in pairs(organizations, self._owners.of_body):
            self._join(
                one.id, other.id, "same name" if normal(one.text) == normal(other.text) else "same body of one state"
            )

    def _by_short_name(self) -> None:
        """A surname, given name or middle name joins the fuller name it fits; of several, the one most in view."""
        for mention, fuller, reason in self._people.short_forms(self._find):
            self._join(mention.id, fuller, reason)

    def _by_acronym(self) -> None:
        """Letters join the one name that they are short for; else the one organization or force so described."""
        organizations = [m for m in self.mentions.values() if family(m.type, self.ontology) == "organization"]
        named = [m for m in organizations if m.kind is Kind.NAME]
        for mention in named:
            short = mention.text.replace(".", "")
            if not (2 <= len(short) <= 8 and short.isupper()):
                continue
            full = {self._find(m.id) for m in named if " " in m.text and acronym(m.text) == short}
            if not full and len(short) > 2:
                full = {self._find(m.id) for m in organizations if initials(bare(m.form or m.text)) == short}
            if len(full) == 1:
                self._join(mention.id, full.pop(), "acronym")

    # --- parting ----------------------------------------------------------------------------------------------

    def _parted(self, cluster: Cluster) -> list[Cluster]:
        groups: dict[str, list[Mention]] = {}
        for mention in cluster.mentions:
            groups.setdefault(self._called(mention) or normal(cluster.name), []).append(mention)
        parts = [self._describe(Cluster(group)) for group in groups.values()]
        for part in parts:
            part.reasons = {"parted by hand"}
        return parts

    def _called(self, mention: Mention) -> str | None:
        """The name, or that of what it refers back to."""
        met: set[MentionId] = set()
        while mention.kind is not Kind.NAME and mention.id not in met:
            met.add(mention.id)
            mention = self.mentions.get(mention.antecedent or mention.id, mention)
        return normal(mention.text) if mention.kind is Kind.NAME else None

    # --- describing -------------------------------------------------------------------------------------------

    def _describe(self, cluster: Cluster) -> Cluster:
        named = [m for m in cluster.mentions if m.kind is Kind.NAME]
        cluster.reasons = self._why.get(self._find(cluster.mentions[0].id), set())
        cluster.type = self._type(cluster.mentions)
        code = next((c for m in cluster.mentions if m.kind is not Kind.NOMINAL and (c := self._owners.code(m))), None)
        broad = family(cluster.type, self.ontology)
        if code is not None:
            cluster.type = self.ontology.part("state")
            cluster.name, cluster.key = states()[code].name, ("state", code)
        elif named:
            unions = [u for m in named if (u := places.union(m.text))]
            is_union = bool(unions) and broad == "organization"
            cluster.name = unions[0] if is_union else self._best_name(named, broad)
            cluster.type = self.ontology.part("organization") if is_union else cluster.type
            cluster.key = (broad, form(cluster.name, broad))
            if broad == "person" and not is_full(cluster.key[1]):
                apart = [str(named[0].span.start)] if all(map(self._people.is_contrasted, named)) else []
                cluster.key = (*cluster.key, self.document.id, *apart)
        else:
            nominals = [m for m in cluster.mentions if m.kind is Kind.NOMINAL] or cluster.mentions
            said = [(m.form or m.text, m.span.start) for m in nominals]
            best = min(said, key=lambda s: (any(c.isdigit() for c in s[0]), len(s[0]) > 60, -len(s[0]), s[1]))
            cluster.name = bare(best[0])
            if (kind := kinds.of(cluster, self.ontology)) is not None:
                cluster.name, cluster.key = (
                    kinds.called((form for form, _ in said), kind, self.ontology),
                    ("kind", kind),
                )
            else:
                cluster.key = self._nominal_key(cluster)
        called = {m.text for m in cluster.mentions if m.kind is Kind.NAME or m.kind is Kind.METONYM}
        cluster.aliases = called - {cluster.name}
        return cluster

    def _nominal_key(self, cluster: Cluster) -> Key:
        """Described things stay inside their article; a state's plain forces ("Turkish troops"), and what it has one of
        ("the Turkish navy"), are the same in all."""
        code = self._owners.of_force(cluster)
        if code is not None:
            return ("force", code)
        if is_body(cluster, self.ontology):
            return ("organization", form(cluster.name, "organization"))
        return ("nominal", self.document.id, cluster.type, normal(cluster.name), str(cluster.mentions[0].span.start))

    def _type(self, mentions: Sequence[Mention]) -> str:
        """The class most of the names have, the narrowest of those that agree."""
        pool = (
            [m for m in mentions if m.kind is not Kind.PRONOUN and m.kind is not Kind.NOMINAL]
            or [m for m in mentions if m.kind is Kind.NOMINAL]
            or mentions
        )
        if len({m.type for m in pool}) == 1:
            return pool[0].type
        votes = Counter([m.type for m in pool])
        for type_ in list(votes):
            votes[type_] += sum(n for t, n in votes.items() if t != type_ and self.ontology.is_a(type_, t))
        return min(votes, key=lambda t: (-votes[t], -len(self.ontology.ancestors(t)), t))

    @staticmethod
    def _best_name(named: Sequence[Mention], broad: str) -> str:
        counts = Counter([m.text for m in named]) if named[1:] else {named[0].text: 1}
        if broad in {"person", "organization"}:
            return min(counts, key=lambda t: (-min(len(normal(t).split()), 6), -counts[t], t))
        return min(counts, key=lambda t: (-counts[t], t.isupper()))  # the first of them


def _root(parent: dict[MentionId, MentionId], key: MentionId) -> MentionId:
    """The first mention of the cluster that a mention is in so far."""
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key
