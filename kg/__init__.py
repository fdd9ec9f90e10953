"""News in, a checkable knowledge graph out: people, states, units, events, and who said so."""

__version__ = "0.1.0"
