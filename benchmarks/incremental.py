"""What an article more costs: `python -m benchmarks.incremental`. Writes results/incremental.json.

A folder of articles made by template is built at once; then one article is added to it, and then nothing. All three are
runs of `kg build` as a user starts it. On a busy machine, processor seconds say more than the clock.
"""

import argparse
import json
import random
import tempfile
from pathlib import Path

from benchmarks.building import RESULTS, build
from benchmarks.synthetic import word
from kg import __version__

_STATES = "Kenya Norway Uganda Canada Mozambique Belarus Denmark Peru Ghana Finland Chile Nepal Malta Qatar".split()
_PLACES = "Lisbon Geneva Nairobi Oslo Vienna Lagos Lima Riga Dakar Bergen".split()
_SENTENCES = (
    "{state} sent {n} engineers to {other} on {day}, {person} said.",
    "{person}, the defence minister of {state}, met officials of {other} in {place}.",
    "Rebels killed {n} soldiers near {place}, the {adjective} Council reported.",
    "{surname} denied that the army of {state} had attacked {other}.",
    "The {adjective} Council imposed sanctions on {other} on {day}.",
    "{state} tested a missile on {day}, according to {person}.",
    "“We will not leave {place},” {surname} told reporters.",
    "{other} may send {n} troops to {state}, {person} said in {place}.",
)  # fmt: skip
_BETWEEN = (
    "The talks had been prepared for months, and few who watched them expected a quick result.",
    "Prices of bread and fuel have risen again, and people in the markets blame the long winter for it.",
    "It was not clear how long the arrangement would hold, or who would pay for it in the end.",
    "The road along the coast was closed after heavy rain, and traffic was slow for most of the week.",
    "Nobody who lives there was surprised, since the same had been heard the year before.",
    "A report of ninety pages, made public after a long delay, describes what went wrong and what it cost.",
)
"""As in news, half of an article tells of no event."""
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def article(number: int, sentences: int = 12) -> str:
    """An article of our own making; every number gives another one."""
    chance = random.Random(number)
    circle = random.Random(number // 20)
    people = [f"{word(circle, 2)} {word(circle, 3)}" for _ in range(4)]
    lines = [f"{chance.choice(_STATES)} in the news", "", f"OSLO, May {1 + number % 28}, 2024 (Desk Wire) — "]
    for _ in range(sentences):
        person = chance.choice(people)
        state, other = chance.sample(_STATES, 2)
        lines[-1] += " " + chance.choice(_SENTENCES).format(
            state=state, other=other, person=person, surname=person.split()[-1], place=chance.choice(_PLACES),
            day=chance.choice(_DAYS), n=chance.randrange(3, 900), adjective=word(circle, 2),
        )  # fmt: skip
        lines[-1] += f" {chance.choice(_BETWEEN)}"
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = Path(scratch) / "articles", Path(scratch) / "out"
        folder.mkdir()
        for i in range(options.articles + 1):
            (folder / f"{i:06d}.txt").write_text(article(i), encoding="utf-8")
        last = folder / f"{options.articles:06d}.txt"
        hidden = last.rename(last.with_suffix(".later"))
        whole = build([folder], out)
        hidden.rename(last)
        one, none = build([folder], out), build([folder], out)
    runs = {"all": whole, "one more": one, "nothing new": none}
    result = {
        "kg": __version__,
        "articles": options.articles,
        "seconds": {name: run.seconds for name, run in runs.items()},
        "processor_seconds": {name: run.processor_seconds for name, run in runs.items()},
        "ratio": {
            "processor": round(one.processor_seconds / whole.processor_seconds, 4),
            "wall clock": round(one.seconds / whole.seconds, 4),
        },
    }
    text = json.dumps(result, indent=1)
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "incremental.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
