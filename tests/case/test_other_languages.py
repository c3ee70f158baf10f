"""A case with a report that is not in English: what the result says of it, in Python and in a notebook."""

from __future__ import annotations

import geomap as gm


def test_a_notebook_says_that_a_report_is_not_read(gazetteer):
    report = gm.Report(id="<b>1</b>", text="Un convoi a été frappé lundi à 20 km au nord d'Aleppo, a annoncé l'armée dans un communiqué.")
    result = gm.Case.from_reports([report]).check(gazetteer=gazetteer)
    assert result.analysis.languages == {report.id: "fr"}
    assert "is in French (fr)" in result.analysis.not_read[report.id]
    (problem,) = result.analysis.problems
    assert problem.line.startswith("<b>1</b>, report <b>1</b>: is in French (fr)")
    html = result._repr_html_().partition("<table>")[0]
    assert "&lt;b&gt;1&lt;/b&gt;" in html
    assert "is in French (fr)" in html
