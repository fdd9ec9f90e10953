"""Parse -> Extraction: mentions, relations and events of one article, each with its claims."""

from kg.extract.article import Article, extract

__all__ = ["Article", "extract"]
