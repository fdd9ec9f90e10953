"""Pronouns and repeated descriptions -> the mention of the same article they stand for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from kg.extract.coreference import bare, both, introduced, lead, owned, repeated
from kg.extract.coreference.antecedents import root
from kg.extract.coreference.chains import Chains
from kg.extract.coreference.forces import Forces
from kg.extract.coreference.gender import Genders
from kg.extract.coreference.headline import counted_again
from kg.extract.coreference.holders import Holders
from kg.extract.coreference.speaking import speaker
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Chain, Kind, Mention

MEMORY = 60
"""Sentences any description looks back over: what was named longer ago is named anew."""


def link(mentions: Mentions, trees: Sequence[Tree], chains: Sequence[Chain]) -> None:
    """Give every pronoun and every definite repeated description its antecedent, or none: in order of the text.

    Whom a pronoun means the annotator's chains say, but for who goes on speaking; what a description repeats, rules
    first.
    """
    learned = Chains(chains, mentions)
    order = sorted(mentions.all.values(), key=lambda m: (m.span.start, -m.span.end))
    forces, holders, genders = Forces(mentions), Holders(mentions, trees), Genders(mentions, trees)
    by_index = {t.sentence.index: t for t in trees}
    for i, mention in enumerate(order):
        mention = mentions[mention.id]
        if mention.antecedent is not None:
            continue
        if mention.kind is Kind.PRONOUN:
            tree, before = by_index[mention.sentence], by_index.get(mention.sentence - 1)
            found = speaker(mentions, tree, mention, before, genders) or _in_chain(
                mentions, tree, mention, learned, genders
            )
            if found is not None:
                mentions.update(replace(mention, antecedent=found.id, type=root(mentions, found.id).type))
        elif mention.kind is Kind.NOMINAL and (
            pair := both.meant(mentions, by_index[mention.sentence], mention, by_index.get(mention.sentence - 1))
        ):
            mentions.stand_for(mention, pair)
        elif mention.kind is Kind.NOMINAL and not forces.is_open(by_index[mention.sentence], mention):
            tree, earlier = by_index[mention.sentence], partial(_looking_back, mentions, order, i)
            found = (
                forces.antecedent(tree, mention)
                or _repeated(mentions, tree, mention, earlier, by_index, holders)
                or bare.named(mentions, tree, mention, earlier())
                or _in_chain(mentions, tree, mention, learned, genders)
                or holders.below(tree, mention)
                or counted_again(tree, mention, earlier(), by_index)
            )
            if found is not None:
                mentions.update(replace(mention, antecedent=found.id))
            elif bare.is_state(mentions, tree, mention):
                mentions.forget(mention)  # "both countries", "the nation": nobody knows which
            forces.add(tree, mentions[mention.id])
    owned.link(mentions, trees)
    introduced.link(mentions, trees)
    lead.link(mentions, trees)


def _looking_back(mentions: Mentions, order: Sequence[Mention], i: int) -> Iterator[Mention]:
    """The mentions before the i-th, the last first, as far as memory reaches."""
    for j in range(i - 1, -1, -1):
        if order[i].sentence - order[j].sentence > MEMORY:
            return
        yield mentions[order[j].id]


def _in_chain(mentions: Mentions, tree: Tree, mention: Mention, chains: Chains, genders: Genders) -> Mention | None:
    """The first mention before it in its chain that is no mere pronoun, of a class it may have, and not forbidden."""
    if mention.kind is Kind.NOMINAL and not bare.is_definite(tree, mention.head):
        return None
    are_kin, barred = mentions.lexicon.ontology.are_kin, {m.id for m in bare.doers(mentions, tree, mention.head)}
    types = mentions.lexicon.of_pronoun(mention.text) if mention.kind is Kind.PRONOUN else (mention.type,)
    for candidate in chains.antecedents(mention):
        target = root(mentions, candidate.id)
        is_self = target.id in {mention.id, *barred} or candidate.span.overlaps(mention.span)
        if is_self or target.kind is Kind.PRONOUN or candidate.kind is Kind.DEMONYM:
            continue
        if any(are_kin(target.type, t) for t in types) and genders.may_be(mention, candidate):
            return candidate
    return None


def _repeated(
    mentions: Mentions,
    tree: Tree,
    mention: Mention,
    earlier: Callable[[], Iterator[Mention]],
    trees: dict[int, Tree],
    holders: Holders,
) -> Mention | None:
    """The mention that a description repeats, who was said to hold its office, or the organization that fits it:
    whichever was told of last."""
    described = repeated.find(mentions, tree, mention, earlier(), trees)
    held = holders.find(tree, mention) if bare.is_definite(tree, mention.head) else None
    is_organization = mentions.lexicon.is_a(mention.type, "organization")
    named = bare.named(mentions, tree, mention, earlier()) if is_organization else None
    return max((m for m in (described, held, named) if m), key=lambda m: m.span.start, default=None)
