"""Slips that parsers make where a sentence tells what somebody says, mended."""

from dataclasses import replace

from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
LOOSE = frozenset({"obl", "obl:unmarked", "advcl", "advmod"})
Tokens = tuple[Token, ...]


def told(tokens: Tokens) -> Tokens:
    """The words of a sentence with the mends below made, one after the other."""
    return _behind(_objects(_cited(_spoken(_said(_saying(_headlined(_named(tokens))))))))


def subjects(tokens: Tokens, verb: int) -> list[int]:
    """The words that are subjects of the verb, in either voice."""
    return [i for i, t in enumerate(tokens) if t.head == verb and t.deprel in AGENTIVE_SUBJECTS and i != verb]


def _named(tokens: Tokens) -> Tokens:
    """ "Analysts believe it", "Secretary Roe greeted Moe": what stands bare before a verb that has no subject is that,
    though the tree has it describe the verb's object."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        above = tokens[token.head]
        if token.deprel == "nmod:desc" and i < above.head < token.head and above.deprel == "obj":
            token = replace(token, head=above.head, deprel="obj")
        verb = tokens[token.head]
        is_bare = token.deprel in {"obl", "obj", "compound"} and token.upos in {"NOUN", "PROPN"} and i < token.head
        if (
            not is_bare
            or verb.xpos not in FINITE
            or verb.deprel not in {"root", "ccomp"}
            or subjects(tokens, token.head)
        ):
            continue
        around = {t.deprel for t in tokens if t.head == i} | {t.deprel for t in tokens if t.head == token.head}
        if not around & {"case", "expl", "aux:pass"}:
            out[i] = replace(token, deprel="nsubj")
    return tuple(out)


def _cited(tokens: Tokens) -> Tokens:
    """ "Al-X said, citing officials, that it was over": the clause is what was said, and tells nothing of officials."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        cited = tokens[token.head]
        citing = tokens[cited.head]
        is_aside = citing.deprel == "advcl" and citing.xpos == "VBG" and citing.head < cited.head < i
        marks = [n for n in range(token.head, i) if tokens[n].head == i and tokens[n].text.lower() == "that"]
        if token.deprel == "acl" and cited.deprel == "obj" and is_aside and marks and tokens[marks[0] - 1].text == ",":
            out[i] = replace(token, head=citing.head, deprel="ccomp")
    return tuple(out)


def _headlined(tokens: Tokens) -> Tokens:
    """ "Mali to send troops, minister says": what Mali will do is what the minister says."""
    out = list(tokens)
    for clause, token in enumerate(tokens):
        subject = token.head
        verb = tokens[subject].head
        is_future = token.deprel == "acl" and token.xpos == "VB" and tokens[subject].deprel in AGENTIVE_SUBJECTS
        if is_future and len(subjects(tokens, verb)) == 2 and subject < clause < subjects(tokens, verb)[1] < verb:
            out[subject] = replace(tokens[subject], head=clause, deprel="nsubj")
            out[clause] = replace(token, head=verb, deprel="ccomp")
    return tuple(out)


def _saying(tokens: Tokens) -> Tokens:
    """ "The palace says Roe will come": of two subjects that "come" has, the first is that of "says"."""
    out = list(tokens)
    for clause, token in enumerate(tokens):
        verb = token.head
        if token.deprel != "ccomp" or verb > clause or subjects(tokens, verb):
            continue
        found = subjects(tokens, clause)
        if len(found) == 2 and found[0] < verb < found[1] < clause:
            out[found[0]] = replace(tokens[found[0]], head=verb, deprel="nsubj")
    return tuple(out)


def _said(tokens: Tokens) -> Tokens:
    """ "Roe will not come, the palace said": of two subjects that "said" has, the first is that of "come"."""
    out = list(tokens)
    for clause, token in enumerate(tokens):
        verb = token.head
        if token.deprel != "ccomp" or verb < clause or subjects(tokens, clause):
            continue
        found = subjects(tokens, verb)
        if len(found) == 2 and found[0] < clause < found[1] < verb:
            out[found[0]] = replace(tokens[found[0]], head=clause)
    return tuple(out)


def _spoken(tokens: Tokens) -> Tokens:
    """ "They fled to Bari, a guard said": the guard is no apposition to Bari, nor one more who fled, but the subject
    that "said" lacks."""
    out = list(tokens)
    for clause, token in enumerate(tokens):
        verb = token.head
        if token.deprel != "ccomp" or verb < clause or subjects(tokens, verb):
            continue
        near = [i for i in range(clause, verb) if _is_spare(tokens, i, clause) and _end(tokens, i) == verb - 1]
        if near and tokens[near[0]].head < near[0]:
            out[near[0]] = replace(tokens[near[0]], head=verb, deprel="nsubj")
    return tuple(out)


def _is_spare(tokens: Tokens, noun: int, clause: int) -> bool:
    is_second = noun in subjects(tokens, clause)[1:]
    return tokens[noun].deprel == "appos" or is_second


def _end(tokens: Tokens, word: int) -> int:
    """The last word of what hangs on a word."""
    last, grew = word, True
    while grew:
        found = max((i for i in range(last + 1, len(tokens)) if word <= tokens[i].head <= last), default=last)
        grew, last = found > last, found
    return last


def _objects(tokens: Tokens) -> Tokens:
    """ "It says that it has held smugglers": what stands behind the verb of the clause is that verb's object."""
    out = list(tokens)
    for clause, token in enumerate(tokens):
        below = {t.deprel for i, t in enumerate(tokens) if t.head == clause != i}
        is_told = token.deprel == "ccomp" and token.upos == "VERB" and token.head < clause
        if not is_told or below & {"obj", "ccomp", "aux:pass"}:
            continue
        for i, other in enumerate(tokens):
            if i > clause and (other.head, other.deprel) == (token.head, "obj"):
                out[i] = replace(other, head=clause)
    return tuple(out)


def _behind(tokens: Tokens) -> Tokens:
    """ "France will pay, Roe said during a visit": what stands behind "said" is told of that, not of what was said."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        clause = tokens[token.head]
        is_loose = token.deprel in LOOSE and clause.deprel in {"ccomp", "parataxis"}
        if is_loose and token.head < clause.head < i and tokens[clause.head].upos == "VERB":
            out[i] = replace(token, head=clause.head)
    return tuple(out)
