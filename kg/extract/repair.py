"""Slips that parsers make again and again, mended before anything is read off a tree."""

from dataclasses import replace
from itertools import pairwise

from kg.extract import enumeration, hyphens, tolls
from kg.extract.clauses import is_tree
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.reattachment import reattached
from kg.extract.sayings import subjects, told
from kg.model import Token

COMPARING = frozenset({"than", "as", "of"})
"""Prepositions of what belongs to an adverb after all: "more than"."""
TWINNED = AGENTIVE_SUBJECTS | {"conj", "obj", "obl", "nmod"}
"""Relations that two words side by side do not both have to one head."""


def mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a sentence with the mends below made, one after the other; as they were if that makes no tree."""
    given = tokens
    for mend in (
        hyphens.joined, hyphens.paired, _apposed, _raised, _lifted, _particled, _introduced, _described, _compounded,
        _united, _placed, _together, _apart, _wanted, _filled, _voiced, told, _done_to, _nominal, enumeration.counted,
        enumeration.bounded, enumeration.aimed, enumeration.listed, enumeration.backwards, _returned,
        enumeration.counted_apart, enumeration.described_apart, tolls.counted_further, _each_done_to, reattached,
    ):  # fmt: skip
        tokens = mend(tokens)
    return tokens if is_tree(tokens) else given


def _lifted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Works closely with Mali", "sent back to Mali": what stands under the preposition belongs to the verb."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        adverb = tokens[token.head]
        is_below = token.deprel == "obl" and adverb.upos == "ADV" and adverb.deprel == "advmod" and token.head < i
        cases = {t.text.lower() for t in tokens if t.deprel == "case" and tokens[t.head] is token}
        if is_below and tokens[adverb.head].upos == "VERB" and cases and cases.isdisjoint(COMPARING):
            out[i] = replace(token, head=adverb.head)
    return tuple(out)


def _introduced(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Dutch daily NRC reported": of two subjects with a noun between them, the first describes the noun, and the noun
    the name."""
    out = list(tokens)
    for i in range(len(tokens) - 2):
        first, noun, name = tokens[i : i + 3]
        is_twin = first.deprel == name.deprel == "nsubj" and first.head == name.head == noun.head
        if is_twin and first.upos == "ADJ" and noun.xpos == "NN" and name.upos == "PROPN":
            out[i] = replace(first, head=i + 1, deprel="amod")
            out[i + 1] = replace(noun, head=i + 2, deprel="nmod:desc")
    return tuple(out)


def _described(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Chad and Malian militants": an adjective right before a noun describes it, and is not listed beside it."""
    out = list(tokens)
    for i, (token, noun) in enumerate(pairwise(tokens)):
        is_listed = token.deprel == noun.deprel == "conj" and token.head == noun.head
        if is_listed and token.xpos == "JJ" and noun.upos == "NOUN":
            out[i] = replace(token, head=i + 1, deprel="amod")
            out[i - 1] = replace(tokens[i - 1], head=i + 1) if tokens[i - 1].head == i else out[i - 1]
    return tuple(out)


def _particled(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Handed over three men": an object has no preposition, so that right behind the verb is a part of the verb."""
    out = list(tokens)
    for i, (verb, token) in enumerate(pairwise(tokens)):
        noun = tokens[token.head]
        if token.deprel == "case" and verb.upos == "VERB" and (noun.head, noun.deprel) == (i, "obj"):
            out[i + 1] = replace(token, head=i, deprel="compound:prt")
    return tuple(out)


def _placed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Two strikes near Gao, Mali destroyed it": the name behind a name and a comma is where that is, no subject."""
    out = list(tokens)
    for i in range(3, len(tokens)):
        name, before = tokens[i], tokens[i - 2]
        is_listed = name.upos == before.upos == "PROPN" and tokens[i - 1].text == ","
        first = subjects(tokens, name.head)[:1] if name.deprel == "nsubj" else []
        if is_listed and first and first[0] < i - 2 and before.deprel in {"nmod", "obl", "flat"}:
            out[i] = replace(name, head=before.head if before.deprel == "flat" else i - 2, deprel="appos")
    return tuple(out)


def _apposed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The members of the council, Mali and Chad, met": without a preposition and behind a comma, a name is another
    name for the noun, and no part of it."""
    cased = {t.head for t in tokens if t.deprel == "case"}
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.deprel != "nmod" or token.upos != "PROPN" or i in cased:
            continue
        start = next((n for n in range(i) if tokens[n].head == i and tokens[n].upos != "PUNCT"), i)
        if token.head < start and tokens[start - 1].text == ",":
            out[i] = replace(token, deprel="appos")
    return tuple(out)


def _raised(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "On the militant leader Roe": the preposition belongs to the name that the words before it describe."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        above = tokens[token.head]
        is_before = i < token.head < above.head
        if token.deprel == "case" and token.xpos == "IN" and is_before and above.deprel in {"nmod:desc", "compound"}:
            out[i] = replace(token, head=above.head)
    return tuple(out)


def _compounded(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Aid, tools and fuel supplies": of two nouns side by side in a list, without a comma, the first belongs to the
    second; so does what an "and" of its own ties to it ("tools and food and fuel supplies"), or is all of the list."""
    out = list(tokens)
    for i, (noun, after) in enumerate(pairwise(tokens)):
        if noun.deprel != "conj" or noun.xpos != "NN" or after.upos != "NOUN":
            continue
        above = tokens[noun.head]
        is_next = 0 <= noun.head == i - 2 and tokens[i - 1].upos == "CCONJ"
        is_all = is_next and (after.head, after.deprel) == (above.head, above.deprel) and above.deprel in TWINNED
        if not is_all and after.deprel != "conj":
            continue
        is_pair = is_all or (is_next and above.deprel == "conj" and tokens[max(0, i - 3)].upos == "CCONJ")
        first = i - 2 if is_pair else i
        out[first] = replace(tokens[first], head=i + 1, deprel="compound")
        if is_pair:
            out[i - 1] = replace(tokens[i - 1], head=i)
        if after.head in {i, first}:
            out[i + 1] = replace(after, head=tokens[first].head)
    return tuple(out)


def _each_done_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Two men were held and arms were seized": the men are what "held" lacks, not listed with the arms."""
    out = list(tokens)
    for noun, subject in enumerate(tokens):
        if subject.deprel not in AGENTIVE_SUBJECTS:
            continue
        verb = subject.head
        listed = [i for i in range(noun + 1, verb) if (tokens[i].head, tokens[i].deprel) == (noun, "conj")]
        if not listed or not _auxiliary(tokens, listed[0], verb):
            continue
        verbs = (i for i in range(noun, listed[0]) if tokens[i].upos == "VERB" and _auxiliary(tokens, noun, i))
        first = next(verbs, None)
        if first is None or subjects(tokens, first) or tokens[first].head == noun:
            continue
        out[first] = replace(tokens[first], head=first if tokens[verb].head == verb else tokens[verb].head)
        out[first] = replace(out[first], deprel=tokens[verb].deprel)
        out[verb] = replace(tokens[verb], head=first, deprel="conj")
        out[listed[0]] = replace(tokens[listed[0]], head=verb, deprel=subject.deprel)
        for i in range(first):
            if tokens[i].head == verb:
                out[i] = replace(tokens[i], head=first)
    return tuple(out)


def _auxiliary(tokens: tuple[Token, ...], start: int, verb: int) -> bool:
    """True if an auxiliary stands between a noun and a verb, and no other noun or verb."""
    between = tokens[start + 1 : verb]
    return any(t.upos == "AUX" for t in between) and all(t.upos not in {"VERB", "NOUN", "PROPN"} for t in between)


def _voiced(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Two bombs killed six men", "Police fired on them.": with an object, or in the past tense of a whole sentence,
    and no auxiliary, nothing is done to the subject."""
    passive = {t.head for t in tokens if t.deprel == "aux:pass"}
    acting = {t.head for t in tokens if t.deprel == "obj"} - passive
    is_sentence = tokens[-1].text == "."
    past = {i for i, t in enumerate(tokens) if is_sentence and t.xpos == "VBD"} - passive
    return tuple(
        replace(t, deprel="nsubj")
        if t.deprel == "nsubj:pass" and (t.head in past or (t.head in acting and tokens[t.head].xpos != "VBG"))
        else t
        for t in tokens
    )


def _filled(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Held three days of talks": a time full of something is what the verb acts on, if it has no other object."""
    acting = {t.head for t in tokens if t.deprel in {"obj", "ccomp", "xcomp"}}
    of = {t.head for t in tokens if t.deprel == "case" and t.text == "of"}
    full = {t.head for i, t in enumerate(tokens) if i in of and t.deprel == "nmod" and t.upos == "NOUN" and t.head < i}
    return tuple(
        replace(t, deprel="obj")
        if t.deprel == "obl:unmarked" and i in full and t.head < i and t.head not in acting
        else t
        for i, t in enumerate(tokens)
    )


def _wanted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Mali arrested a man wanted by Chad": the man is what "arrested" lacks, and not what a clause is about."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        clause = tokens[token.head]
        is_subject = token.deprel == "nsubj:pass" and clause.head < i < token.head and clause.xpos == "VBN"
        below = {t.deprel for t in tokens if t.head == token.head}
        is_free = not any(t.head == clause.head and t.deprel in {"obj", "ccomp"} for t in tokens)
        if is_subject and is_free and clause.deprel == "advcl" and not below & {"aux", "aux:pass", "mark"}:
            out[i] = replace(token, head=clause.head, deprel="obj")
            out[token.head] = replace(clause, head=i, deprel="acl")
    return tuple(out)


def _apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Media: blast kills 25": in a headline, the noun before a verb that has none is its subject, the number after
    it what it does that to."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        noun = next(
            (n for n in range(i - 1, -1, -1) if tokens[n].head == token.head and tokens[n].deprel == "appos"), -1
        )
        after = [n for n in subjects(tokens, i) if n > i and tokens[n].upos == "NUM"]
        if token.deprel == "appos" and token.xpos in {"VBZ", "VBD"} and noun >= 0 and after == subjects(tokens, i):
            out[noun] = replace(tokens[noun], head=i, deprel="nsubj")
            for n in after:
                out[n] = replace(tokens[n], deprel="obj")
    return tuple(out)


def _together(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Roe, Kenyan president meet in Nairobi": before a plural verb, one beside another is no apposition to it."""
    out = list(tokens)
    for i, (token, verb) in enumerate(pairwise(tokens)):
        first = tokens[token.head]
        is_subject = first.deprel in AGENTIVE_SUBJECTS and first.head == i + 1 and first.xpos in {"NN", "NNP"}
        is_closed = any(t.text == "," for t in tokens[token.head + 1 : i])
        if token.deprel == "appos" and is_subject and is_closed and verb.xpos in {"VB", "VBP"}:
            out[i] = replace(token, deprel="conj")
    return tuple(out)


def _nominal(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Wounded in shelling by the army": what stands under "in" is a noun, no clause."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.deprel != "advcl" or token.upos != "NOUN" or token.head > i:
            continue
        below = [n for n, t in enumerate(tokens) if t.head == i and n != i]
        marks = [n for n in below if tokens[n].deprel == "mark" and tokens[n].upos in {"SCONJ", "ADP"}]
        if len(marks) == 1 and not {tokens[n].deprel for n in below} & {"cop", *AGENTIVE_SUBJECTS}:
            out[i] = replace(token, deprel="obl")
            out[marks[0]] = replace(tokens[marks[0]], deprel="case")
    return tuple(out)


def _returned(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Killing 30 guards and injuring dozens": what stands behind the second verb is its object, if it has none."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        is_second = token.deprel == "conj" and token.upos == "VERB" and token.head < i
        if not is_second or any(t.head == i and t.deprel == "obj" for t in tokens):
            continue
        objects = {n for n, t in enumerate(tokens) if t.head == token.head and t.deprel == "obj" and n < i}
        behind = [n for n, t in enumerate(tokens) if n > i and t.deprel == "conj" and t.head in objects]
        behind += [n for n, t in enumerate(tokens) if n > i and objects and (t.head, t.deprel) == (token.head, "obj")]
        if behind:
            out[behind[0]] = replace(tokens[behind[0]], head=i, deprel="obj")
    return tuple(out)


def _done_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "A court jailed the former minister Roe": of two subjects, the one behind the verb is its object."""
    out = list(tokens)
    for verb, token in enumerate(tokens):
        if token.upos != "VERB":
            continue
        subjects = [i for i, t in enumerate(tokens) if (t.head, t.deprel) == (verb, "nsubj") and i != verb]
        has_object = any(t.head == verb and t.deprel in {"obj", "ccomp", "xcomp"} for t in tokens)
        if len(subjects) == 2 and subjects[0] < verb < subjects[1] and not has_object:
            out[subjects[1]] = replace(tokens[subjects[1]], deprel="obj")
    return tuple(out)


def _united(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Two words side by side that a parser took for two subjects of one verb ("the tanker Ora was seized"), or for two
    things listed without a comma ("Roe and her counterpart Moe"), are one."""
    twins = [
        i
        for i in range(1, len(tokens))
        if tokens[i].deprel in TWINNED
        and tokens[i].upos == "PROPN"
        and tokens[i - 1].upos in {"NOUN", "PROPN"}
        and (tokens[i].head, tokens[i].deprel) == (tokens[i - 1].head, tokens[i - 1].deprel)
    ]
    out = list(tokens)
    for i in twins:
        out[i] = replace(tokens[i], head=i - 1, deprel="flat" if tokens[i - 1].upos == "PROPN" else "appos")
    for i, (first, second) in enumerate(pairwise(tokens)):  # "the attorney general said"
        is_twin = first.deprel in AGENTIVE_SUBJECTS and (first.head, first.deprel) == (second.head, second.deprel)
        if is_twin and first.upos == second.upos == "NOUN":
            out[i] = replace(first, head=i + 1, deprel="compound")
    return tuple(out)
