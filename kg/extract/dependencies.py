"""Relations of Universal Dependencies, by what extraction asks of them."""

SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass"})
AGENTIVE_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
"""Subjects of either voice."""
OBLIQUES = frozenset({"obl", "obl:agent", "nmod", "nmod:agent", "obl:arg"})
CLAUSES = frozenset(
    "acl acl:relcl advcl advcl:relcl appos parataxis conj cc punct ccomp list dep cop mark nsubj nsubj:outer "
    "nsubj:pass aux orphan discourse advmod:emph".split()
)
"""Relations that lead out of the noun phrase proper."""
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Determiners of a thing that is taken as known."""
INDEFINITE = frozenset({"a", "an"})
"""Determiners of one thing that is not."""
