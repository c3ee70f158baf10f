"""What identifies a mention in a case."""

from __future__ import annotations

from dataclasses import replace

from builders import mention, report

from geomap.model import MentionKind


def test_a_mention_is_known_by_its_report_and_span():
    first, second = report("Arvo and Mola, Arvo.", "r1"), report("Arvo and Mola, Arvo.", "r2")
    arvo = mention(first, "Arvo")
    assert arvo.key == ("r1", 0, 4)
    assert len({arvo.key, mention(first, "Mola").key, mention(second, "Arvo").key}) == 3


def test_what_is_found_out_of_a_mention_does_not_change_its_key():
    arvo = mention(report("Arvo was hit."), "Arvo")
    assert replace(arvo, kind=MentionKind.DEMONYM, feature="town").key == arvo.key
