"""Reading in several processes: the same as in one, in order, with progress, and clear where a process dies."""

from __future__ import annotations

import os

import pytest

from geomap.case import workers
from geomap.case.workers import WORTH_A_PROCESS, Reader, read_reports
from geomap.errors import GeomapError, MissingExtraError
from geomap.exports.records import claim_record, location_record
from geomap.gazetteer import Gazetteer
from geomap.model import Report
from geomap.policy import Policy

REPORTS = tuple(
    Report(id=f"r{number:02d}", text=f"Shells fell {number} km north of Aleppo, the army said.\n\n" + "All was quiet in Homs.\n" * 200)
    for number in range(1, 6)
)


def reader(gazetteer: Gazetteer, recognizer: str = "builtin") -> Reader:
    return Reader(gazetteer=gazetteer, policy=Policy(), recognizer=recognizer)


def as_json(found) -> list[object]:
    return [
        (
            each.extraction.report.id,
            [claim_record(claim) for claim in each.extraction.claims],
            [location_record(place) for place in each.locations],
            [[member.claim.id for member in account.members] for account in each.story.accounts],
        )
        for each in found
    ]


def read(gazetteer, jobs, told=None):
    return read_reports(
        REPORTS, reader(gazetteer), jobs=jobs, on_progress=lambda done, total: told.append((done, total)) if told is not None else None
    )


@pytest.fixture(scope="module")
def together(gazetteer):
    """What two processes find, and the progress that they told of."""
    told: list[tuple[int, int]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_BATCH", 4_000)  # a report is more than one, and so each is a batch of its own
        return read(gazetteer, 2, told), told


def test_several_processes_find_what_one_finds_in_the_same_order(gazetteer, together):
    found, told = together
    alone = read(gazetteer, 1)
    assert as_json(alone) == as_json(found)
    assert [len(record[1]) for record in as_json(alone)] == [1] * len(REPORTS)
    assert told[0] == (0, len(REPORTS))
    assert told[-1] == (len(REPORTS), len(REPORTS))
    assert len(told) > 2
    assert told == sorted(told)


def test_what_comes_of_a_report_keeps_one_report_and_its_claims(together):
    found, _ = together
    for each in found:
        report = each.extraction.report
        assert all(claim.span.report is report for claim in each.extraction.claims)
        assert all(place.mention.span.report is report for place in each.locations)
        claims = {id(claim) for claim in each.extraction.claims}
        assert all(id(member.claim) in claims for account in each.story.accounts for member in account.members)


def test_little_text_is_not_worth_a_process(gazetteer, monkeypatch):
    monkeypatch.setattr("geomap.case.workers._in_processes", lambda *_: pytest.fail("processes were started"))
    short = tuple(Report(id=report.id, text=report.text[: WORTH_A_PROCESS // 20]) for report in REPORTS)
    assert sum(len(report.text) for report in short) > WORTH_A_PROCESS // 20
    assert len(read_reports(short, reader(gazetteer), jobs=None, on_progress=lambda *_: None)) == len(short)


def test_what_goes_wrong_in_a_process_is_said(gazetteer):
    with pytest.raises(MissingExtraError, match="en_not_there"):
        read_reports(REPORTS, reader(gazetteer, "spacy:en_not_there"), jobs=2, on_progress=lambda *_: None)


class Killer(Reader):
    """Ends its process, as the system does where memory runs out."""

    def read(self, report):  # noqa: ARG002
        os._exit(9)


def test_a_killed_process_is_said(gazetteer):
    killer = Killer(gazetteer=gazetteer, policy=Policy(), recognizer="builtin")
    with pytest.raises(GeomapError, match="--jobs 1"):
        read_reports(REPORTS, killer, jobs=2, on_progress=lambda *_: None)
