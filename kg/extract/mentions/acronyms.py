"""Acronyms: "World Health Organization (WHO)"."""


def is_acronym(short: str, full: str) -> bool:
    """True if the letters of `short` are initials of `full`, in order, from its first word.

    >>> is_acronym("OPCW", "Organisation for the Prohibition of Chemical Weapons")
    True
    """
    letters = [c for c in short if c.isalpha()]
    if len(letters) < 2 or not short.replace(".", "").isupper():
        return False
    initials = [w[0].upper() for w in full.replace("-", " ").split() if w[0].isalpha()]
    at = 0
    for letter in initials:
        if at < len(letters) and letter == letters[at]:
            at += 1
    return at == len(letters) and bool(initials) and initials[0] == letters[0]
