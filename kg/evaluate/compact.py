"""Comparable facts out of compact gold: one JSON file an article, with words instead of offsets."""

import json
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.facts import (
    OWN_VOICE,
    Article,
    Facts,
    Figure,
    Happening,
    Passage,
    Said,
    Slot,
    Thing,
    Tie,
    telling,
    united,
)
from kg.model import Modality
from kg.ontology import Ontology
from kg.stamps import stamp

_ARTICLE = "article"
_BOUNDS = ("notBefore", "startedBy", "ongoingOn", "notAfter")


def read(path: Path, ontology: Ontology) -> Facts:
    """Return the facts of one annotated article. Raises InputError if the file does not have the expected form."""
    try:
        return _Reader(json.loads(path.read_text(encoding="utf-8")), path, ontology).facts()
    except json.JSONDecodeError as error:
        raise InputError(f"{path}: not JSON: {error}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: not compact gold: {error!r}; compare it with the other gold files") from error


class _Reader:
    def __init__(self, gold: dict[str, Any], path: Path, ontology: Ontology) -> None:
        self.gold, self.ontology = gold, ontology
        self.document = str(gold["file"])
        self.sha256 = _digest(path.parent / self.document)
        self.own = {_ARTICLE, gold.get("publisher"), gold.get("agency")}
        self.events = {row["id"] for row in gold["events"]}
        self.ids = {row["id"] for row in gold["entities"]} | self.events

    def facts(self) -> Facts:
        return Facts(
            articles=(Article(self.document, self.document, self.sha256),),
            things=tuple(self._thing(row) for row in self.gold["entities"]),
            ties=united(map(self._tie, self.gold["relations"]), self._symmetric()),
            happenings=tuple(self._happening(row) for row in self.gold["events"]),
        )

    def _symmetric(self) -> set[str]:
        return {name for name, relation in self.ontology.relations.items() if relation.symmetric}

    def _passage(self, text: str) -> Passage:
        return Passage(text, self.document)

    def _thing(self, row: dict[str, Any]) -> Thing:
        return Thing(
            id=row["id"],
            type=row["type"],
            names=(row["name"], *row.get("aliases", ())),
            mentions=tuple(map(self._passage, row.get("mentions", ()))),
            is_named=bool(row.get("named", True)),
        )

    def _said(self, row: dict[str, Any], *evidence: str) -> Said:
        source = OWN_VOICE if row["source"] in self.own else row["source"]
        words = tuple(self._passage(text) for text in evidence if text)
        return Said(self.document, frozenset({source}), Modality(row["modality"]), words)

    def _tie(self, row: dict[str, Any]) -> Tie:
        relation = self.ontology.relations.get(row["p"])
        said = self._said(row, row.get("evidence", ""))
        return Tie(
            subject=row["s"],
            predicate=row["p"],
            object=row["o"],
            is_literal=relation.is_literal if relation else row["o"] not in self.ids,
            is_direct=said.modality.is_fact,
            claims=(said,),
        )

    def _happening(self, row: dict[str, Any]) -> Happening:
        evidence = row.get("evidence", "")
        claims = {self._said(claim, evidence): None for claim in (row, *row.get("claims", ()))}
        time = row.get("time") or {}
        return Happening(
            id=row["id"],
            type=row["class"],
            label=row["trigger"],
            slots=self._slots(row["roles"]),
            figures=tuple(_figure(*pair) for pair in row.get("quantities", ())),
            bounds=telling({b: str(time[b]) for b in _BOUNDS if time.get(b)}),
            claims=tuple(claims),
            words=tuple(self._passage(text) for text in (evidence, row["trigger"]) if text),
        )

    def _slots(self, roles: list[list[str]]) -> frozenset[Slot]:
        links = {(role, filler) for role, filler in roles if filler in self.ids}
        known = self.ontology.roles
        implied = {(a, filler) for role, filler in links if role in known for a in self.ontology.super_roles(role)}
        return frozenset(Slot(role, filler, filler in self.events) for role, filler in links - implied)


def _figure(count: str, row: dict[str, Any]) -> Figure:
    least, most = (None if row.get(k) is None else float(row[k]) for k in ("min", "max"))
    return Figure(count, row["bound"], least, most, row.get("text", ""))


def _digest(article: Path) -> str | None:
    return stamp(article) if article.is_file() else None
