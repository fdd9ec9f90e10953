"""A speech or letter and the verbs that say what is in it: "said in a speech" is one event."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.coreference.antecedents import root
from kg.extract.frames import Filler, Match
from kg.extract.mentions import Mentions
from kg.ontology import Ontology


def united(matches: Sequence[Match], mentions: Mentions, ontology: Ontology) -> list[Match]:
    """The matches of a sentence, its only carrier made one with the verbs of the same speaker that it carries.

    The first of the verbs is kept as the word of saying: what it governs is what was said.
    """
    carriers = [m for m in matches if m.frame.carrier]
    if len(carriers) != 1:
        return list(matches)
    carrier = carriers[0]
    carried = [m for m in matches if m is not carrier and _is_carried(m, carrier, ontology)]
    carried = [m for m in carried if _speakers(m, mentions) & _speakers(carrier, mentions)]
    if not carried:
        return list(matches)
    one = _one(carrier, carried, mentions, ontology)
    return [one if m is carrier else m for m in matches if m not in carried]


def _is_carried(match: Match, carrier: Match, ontology: Ontology) -> bool:
    is_kin = match.type.is_communication and ontology.are_kin(match.type.name, carrier.type.name)
    return not match.frame.carrier and (match.frame.carried or is_kin)


def _speakers(match: Match, mentions: Mentions) -> set[str]:
    """Whoever stands first among the roles of a communication's frame says it."""
    speaker = next(iter(match.type.roles))
    return {root(mentions, f.mention.id).id for f in match.fillers(speaker)}


def _one(carrier: Match, carried: Sequence[Match], mentions: Mentions, ontology: Ontology) -> Match:
    """All fillers together, in the narrowest class."""
    narrowest = max((carrier, *carried), key=lambda m: (_is_below(m, carrier, ontology), m is carrier))
    roles: dict[tuple[str, str], tuple[str, Filler]] = {}
    for match in (carrier, *carried):
        for role, filler in match.roles:
            roles.setdefault((role, root(mentions, filler.mention.id).id), (role, filler))
    return replace(carrier, type=narrowest.type, roles=tuple(roles.values()), saying=carried[0].trigger)


def _is_below(match: Match, other: Match, ontology: Ontology) -> bool:
    return match.type.name != other.type.name and ontology.is_a(match.type.name, other.type.name)
