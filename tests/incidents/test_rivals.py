"""Whether another incident of a report would fit as well."""

from __future__ import annotations

from builders import told_in

from geomap.incidents.rarity import Rarity
from geomap.incidents.rivals import Rivals
from geomap.language import extract
from geomap.model import Report


def test_of_two_incidents_of_a_report_the_one_that_shares_more_is_ahead():
    one, other = (
        extract(Report(id=name, text=text))
        for name, text in (
            ("a", "A mine sank the trawler Aurora 5 km off Arvo.\n\nIn 2015 a drone hit the depot at Mola, 3 km from Orsk."),
            ("b", "The Aurora went down 9 km off Arvo after a mine went off."),
        )
    )
    first, second = (told_in(each).accounts for each in (one, other))
    rarity = Rarity.of([*first, *second])
    rivals = Rivals.of([*first, *second], rarity)
    levels = [rivals.level(account, second[0]) for account in first]
    assert levels[0] == "far ahead"
    assert set(levels[1:]) == {"far behind"}
    assert Rivals.of(second, Rarity.of(second)).level(second[0], second[0]) == "alone"
