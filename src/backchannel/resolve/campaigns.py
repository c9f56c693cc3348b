"""Who stood for office when: a candidate acts for a party, not yet for the state.

A person's usual name and a day in; the party out. American presidential campaigns since
2012, from the day the candidacy was declared to the inauguration or the withdrawal.
"""

from dataclasses import dataclass
from datetime import date

REPUBLICAN = "Republican Party"
DEMOCRATIC = "Democratic Party"


@dataclass(frozen=True, slots=True)
class Candidacy:
    """A stand for office, both days included."""

    party: str
    start: date
    end: date


def _of(party: str, year: int, names: str) -> dict[str, Candidacy]:
    """Return the candidacies of one party for the election of `year`."""
    start, end = date(year - 2, 12, 1), date(year, 11, 30)
    return {name.strip(): Candidacy(party, start, end) for name in names.split(",")}


_LATER_PRESIDENTS = {
    "Donald Trump": (
        Candidacy(REPUBLICAN, date(2015, 6, 16), date(2017, 1, 19)),
        Candidacy(REPUBLICAN, date(2021, 1, 20), date(2025, 1, 19)),
    ),
    "Mike Pence": (Candidacy(REPUBLICAN, date(2016, 7, 15), date(2017, 1, 19)),),
    "Joe Biden": (Candidacy(DEMOCRATIC, date(2019, 4, 25), date(2021, 1, 19)),),
    "Kamala Harris": (Candidacy(DEMOCRATIC, date(2019, 1, 21), date(2021, 1, 19)),),
    "JD Vance": (Candidacy(REPUBLICAN, date(2024, 7, 15), date(2025, 1, 19)),),
    "Hillary Clinton": (Candidacy(DEMOCRATIC, date(2015, 4, 12), date(2017, 1, 19)),),
}
_OTHERS = (
    _of(REPUBLICAN, 2012, "Mitt Romney, Newt Gingrich, Rick Santorum, Herman Cain"),
    _of(
        REPUBLICAN,
        2016,
        "Jeb Bush, Marco Rubio, Ted Cruz, John Kasich, Ben Carson, Chris Christie,"
        " Carly Fiorina, Mike Huckabee, Rand Paul, Lindsey Graham, Rick Santorum,"
        " Bobby Jindal, George Pataki, Scott Walker, Rick Perry, Jim Gilmore",
    ),
    _of(
        DEMOCRATIC,
        2016,
        "Bernie Sanders, Martin O'Malley, Jim Webb, Lincoln Chafee, Tim Kaine",
    ),
    _of(
        DEMOCRATIC,
        2020,
        "Elizabeth Warren, Pete Buttigieg, Amy Klobuchar, Beto O'Rourke, Cory Booker",
    ),
    _of(REPUBLICAN, 2024, "Nikki Haley, Ron DeSantis, Vivek Ramaswamy"),
)


def party_of(name: str, day: date | None) -> str | None:
    """Return the party for which `name` stood for office on `day`."""
    if day is None:
        return None
    held = [*_LATER_PRESIDENTS.get(name, ())]
    held += [campaign[name] for campaign in _OTHERS if name in campaign]
    return next((c.party for c in held if c.start <= day <= c.end), None)
