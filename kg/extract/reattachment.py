"""Words that a parser hangs on the wrong verb or noun of a sentence, hung on the right one."""

from dataclasses import replace

from kg.extract import clauses, cues, hyphens
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.sayings import subjects
from kg.model import Token

Tokens = tuple[Token, ...]

_OTHERS = frozenset({"others", "dozens", "scores", "hundreds", "thousands", "many", "several", "more"})
"""Words for more people than those told of."""
_VERBAL = frozenset({"obj", "obl", "obl:unmarked", "obl:agent", "advmod", "advcl", "xcomp", "ccomp"})
"""Relations of what belongs to a verb."""
_TIMES = frozenset(
    "day night morning afternoon evening week weekend month year hour minute today yesterday time".split()
)
"""Nouns that stand behind a verb by themselves without being its object: "killed last week"."""


def reattached(tokens: Tokens) -> Tokens:
    """The words of a sentence with the mends below made, one after the other."""
    for mend in (
        _named, _acting, clauses.introduced, _active, _crossing, _gerunds, _beside, _harmed, _between,
        clauses.behind, clauses.timed, _rest, _offices, _added, _told_with, _estimated, clauses.after_semicolon, _kept,
    ):  # fmt: skip
        tokens = mend(tokens)
    return tokens


def _named(tokens: Tokens) -> Tokens:
    """ "President Lee Mo-won resigned": the last part of a name, written with a hyphen, is no verb."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        first = hyphens.before(tokens, i)
        if first is None or tokens[first].upos != "PROPN" or token.upos != "VERB":
            continue
        verb = next((c for c in range(i + 1, len(tokens)) if tokens[c].head == i and tokens[c].upos == "VERB"), None)
        if verb is None or tokens[verb].deprel not in {"parataxis", "conj", "ccomp", "xcomp"}:
            continue
        above = verb if token.head == i else token.head
        out = [replace(t, head=verb) if t.head == i and n not in {i, verb} else t for n, t in enumerate(out)]
        out[verb] = replace(out[verb], head=above, deprel=token.deprel)
        out[i] = replace(token, upos="PROPN", xpos="NNP", head=first, deprel="flat")
    return tuple(out)


def _acting(tokens: Tokens) -> Tokens:
    """ "The army shelled villages": a noun before a verb is no part of one that stands behind it, but does it."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.deprel != "compound" or token.upos not in {"NOUN", "PROPN"} or tokens[token.head].deprel != "obj":
            continue
        verb = tokens[token.head].head
        is_across = i < verb < token.head and tokens[verb].upos == "VERB" and tokens[verb].xpos != "VBG"
        if is_across and not subjects(tokens, verb):
            out[i] = replace(token, head=verb, deprel="nsubj")
    return tuple(out)


def _active(tokens: Tokens) -> Tokens:
    """ "Fighters killed at least 300 men": what has no auxiliary, and an object, is not done to its subject."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        verb = token.head
        if token.deprel != "nsubj:pass" or i > verb:
            continue
        below = [w for w, t in enumerate(tokens) if t.head == verb]
        if any(tokens[w].deprel in {"aux", "aux:pass"} for w in below):
            continue
        objects = [w for w in below if w > verb and tokens[w].deprel in {"obj", "obl:unmarked"}]
        if objects and tokens[objects[0]].upos == "NOUN" and tokens[objects[0]].lemma.lower() not in _TIMES:
            out[i] = replace(token, deprel="nsubj")
            out[objects[0]] = replace(tokens[objects[0]], deprel="obj")
    return tuple(out)


def _crossing(tokens: Tokens) -> Tokens:
    """ "Men trying to flee killed four guards": what stands behind a verb belongs to no verb inside its subject."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.deprel not in _VERBAL or token.head >= i or tokens[token.head].upos != "VERB":
            continue
        subject = next((w for w in clauses.above(tokens, token.head) if tokens[w].deprel in AGENTIVE_SUBJECTS), None)
        if subject is not None and subject < token.head < tokens[subject].head < i:
            out[i] = replace(token, head=tokens[subject].head)
    return tuple(out)


def _gerunds(tokens: Tokens) -> Tokens:
    """ "Of jailing rivals": the preposition begins the clause, and does not stand before the rivals."""
    out = list(tokens)
    for i, token in enumerate(tokens[:-1]):
        verb = tokens[i + 1]
        is_object = tokens[token.head].deprel == "obj" and tokens[token.head].head == i + 1
        if token.deprel == "case" and verb.xpos == "VBG" and verb.upos == "VERB" and is_object:
            out[i] = replace(token, head=i + 1, deprel="mark")
    return tuple(out)


def _beside(tokens: Tokens) -> Tokens:
    """ "Killing Roe along with a driver": what stands under a preposition behind a verb is no subject of it."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        is_behind = token.deprel == "nsubj" and token.head < i and tokens[token.head].xpos == "VBG"
        cases = (c for c in range(token.head, i) if tokens[c].head == i and tokens[c].deprel == "case")
        if is_behind and any(tokens[c].xpos == "IN" for c in cases):
            out[i] = replace(token, deprel="obl")
    return tuple(out)


def _harmed(tokens: Tokens) -> Tokens:
    """ "Mali protested after a ship rammed a boat, injuring four": what happened hurt them, not what was said of it."""
    out = list(tokens)
    words = cues.load()
    for i, token in enumerate(tokens):
        verb = token.head
        is_harm = token.deprel == "advcl" and token.xpos == "VBG" and token.lemma.lower() in words.harming
        if not is_harm or tokens[verb].lemma.lower() not in words.reacting | words.reporting:
            continue
        clauses = [c for c in range(verb + 1, i) if (tokens[c].head, tokens[c].deprel) == (verb, "advcl")]
        told = [c for c in clauses if subjects(tokens, c) and any(t.head == c and t.deprel == "mark" for t in tokens)]
        if told:
            out[i] = replace(token, head=told[-1])
    return tuple(out)


def _added(tokens: Tokens) -> Tokens:
    """ "Roe denied that the port had fallen, saying that it held": who denied it says so."""
    out = list(tokens)
    words = cues.load()
    plain = words.reporting - words.planned.verbs - words.mandative - words.speculative.verbs
    for i, token in enumerate(tokens):
        clause = tokens[token.head]
        is_saying = token.deprel == "advcl" and token.xpos == "VBG" and token.lemma.lower() in plain
        is_content = clause.deprel == "ccomp" and clause.head < token.head < i and tokens[i - 1].text == ","
        if is_saying and is_content and tokens[clause.head].lemma.lower() in words.reporting | words.denying:
            out[i] = replace(token, head=clause.head)
    return tuple(out)


def _rest(tokens: Tokens) -> Tokens:
    """ "Killed nine men and wounded others": the others were wounded, and no wounded ones were killed."""
    out = list(tokens)
    for i in range(1, len(tokens) - 1):
        token, noun = tokens[i], tokens[i + 1]
        is_done = token.deprel == "amod" and token.head == i + 1 and token.xpos in {"VBN", "VBD"}
        is_listed = noun.deprel == "conj" and tokens[i - 1].deprel == "cc" and noun.text.lower() in _OTHERS
        first = tokens[noun.head]
        if is_done and is_listed and first.deprel == "obj" and tokens[first.head].xpos in {"VBD", "VBN"}:
            out[i] = replace(token, upos="VERB", head=first.head, deprel="conj")
            out[i + 1] = replace(noun, head=i, deprel="obj")
            out[i - 1] = replace(tokens[i - 1], head=i)
    return tuple(out)


def _told_with(tokens: Tokens) -> Tokens:
    """ "Spoke by telephone with Roe": a bare noun that tells how it was done has nobody with it."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        means = tokens[token.head]
        if token.deprel != "nmod" or means.deprel != "obl" or means.xpos != "NN":
            continue
        cases = {c.text.lower() for c in tokens if c.deprel == "case" and tokens[c.head] is token}
        below = [c for n, c in enumerate(tokens) if tokens[c.head] is means and n not in {token.head, i}]
        is_bare = all(c.deprel == "case" and c.text.lower() == "by" for c in below) and len(below) == 1
        if cases == {"with"} and is_bare:
            out[i] = replace(token, head=means.head, deprel="obl")
    return tuple(out)


def _between(tokens: Tokens) -> Tokens:
    """ "Talks between Chad and Mali, who are at war": the two are, not the talks."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.deprel != "acl:relcl":
            continue
        who = [w for w in subjects(tokens, i) if tokens[w].text.lower() == "who"]
        if not who or tokens[who[0] - 1].text != ",":
            continue
        cases = (c for c in range(token.head, i) if tokens[c].deprel == "case" and tokens[c].text.lower() == "between")
        sides = [tokens[c].head for c in cases if tokens[tokens[c].head].head == token.head]
        if sides:
            out[i] = replace(token, head=sides[0])
    return tuple(out)


def _offices(tokens: Tokens) -> Tokens:
    """ "Roe, head of the party and president of the council, left": a bare noun is nobody beside Roe."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        name = token.head
        if token.deprel != "conj" or token.xpos != "NN" or tokens[name].upos != "PROPN" or _is_determined(tokens, i):
            continue
        before = [w for w in range(name + 1, i) if (tokens[w].head, tokens[w].deprel) == (name, "appos")]
        if before and tokens[before[-1]].xpos == "NN":
            out[i] = replace(token, head=before[-1])
    return tuple(out)


def _is_determined(tokens: Tokens, noun: int) -> bool:
    return any(t.head == noun and t.deprel in {"det", "nummod", "nmod:poss"} for t in tokens)


def _kept(tokens: Tokens) -> Tokens:
    """ "They freed a man they had kidnapped": the man is whom they freed, and not what somebody says of him."""
    out = list(tokens)
    for clause, token in enumerate(tokens):
        if token.deprel != "ccomp" or token.xpos not in {"VBN", "VBD"}:
            continue
        verb = token.head
        who = subjects(tokens, clause)
        below = {t.deprel for n, t in enumerate(tokens) if t.head == clause and n != clause}
        if "aux:pass" in below or len(who) != 2 or not verb < who[0] or tokens[who[1]].upos != "PRON":
            continue
        is_free = all(t.deprel != "obj" for n, t in enumerate(tokens) if t.head == verb and n != verb)
        if (
            tokens[who[0]].deprel == "nsubj:pass"
            and is_free
            and tokens[verb].lemma.lower() not in cues.load().reporting
        ):
            out[who[0]] = replace(tokens[who[0]], head=verb, deprel="obj")
            out[clause] = replace(token, head=who[0], deprel="acl:relcl")
    return tuple(out)


def _estimated(tokens: Tokens) -> Tokens:
    """ "It has killed 3,000 people, researchers at Gao University estimate.": the last word is the verb of those who
    estimate it, though it may be a noun, and they kill nobody."""
    last = len(tokens) - 2
    if last < 2 or tokens[-1].text != "." or tokens[last].xpos != "NN":
        return tokens
    out, who = list(tokens), tokens[last].head
    verb = tokens[who].head
    is_said = tokens[last].lemma.lower() in cues.load().reporting and tokens[who].xpos == "NNS"
    if not is_said or tokens[who].deprel != "nsubj" or not verb < who or tokens[who - 1].text != ",":
        return tokens
    for i in range(who, last):
        if tokens[i].head == last:
            near = next((n for n in range(i + 1, last) if tokens[n].deprel == "nmod" and tokens[n].head == who), who)
            out[i] = replace(tokens[i], head=near)
    out[last] = replace(tokens[last], upos="VERB", xpos="VBP", head=verb, deprel="parataxis")
    out[who] = replace(tokens[who], head=last)
    return tuple(out)
