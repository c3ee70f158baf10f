"""The page in a real browser, from a file, with the network cut."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import folium
import pytest
import shapely
from map_cases import al_tanf, disc, empty
from playwright.sync_api import Browser, Page, sync_playwright

from geomap import maps
from geomap.model import Analysis, FindingKind, Located, Report, Role, Span, Speed, Verdict

pytestmark = pytest.mark.browser
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "${alert(1)}`+alert(1)+`",
    "{{ 7*7 }}{% raw %} ]]> <!-- <script>",
    "\"'>\\u003cscript\\u003ealert(1)</style><svg onload=alert(1)>",
    "\u202egnp.exe\u202c \u2028\u2029\x00 العربية \U0001f9ed \ud800",
    "javascript:alert(1)",
    "@data@ @policy@ map_0123456789abcdef0123456789abcdef",
)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as tool:
        running = tool.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


class Opened:
    """A page that is open, and what went wrong in it."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.faults: list[str] = []
        allowed = path.as_uri()
        page.on("console", lambda message: self.faults.append(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.note(request.url, allowed))

    def note(self, url: str, allowed: str) -> None:
        if url.partition("#")[0] != allowed and not url.startswith("data:"):
            self.faults.append(f"request: {url}")

    def card(self, kind: str, number: int = 0) -> Any:
        return self.page.locator(f".card.{kind}").nth(number)

    def ring(self, claim: str) -> Any:
        return self.page.locator(f"path.target[data-claim={claim}]").first


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    made: list[tuple[Any, Opened]] = []

    def opened(case_map: folium.Map, mark: str = "", *, width: int = 1440, height: int = 900, ready: bool = True) -> Opened:
        path = maps.save(case_map, tmp_path / "map.html")
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, reduced_motion="reduce")
        context.set_default_timeout(10_000)
        result = Opened(context.new_page(), path)
        made.append((context, result))
        result.page.goto(path.as_uri() + mark)
        if ready:
            result.page.wait_for_selector("html[data-ready]")
        return result

    yield opened
    for context, _ in made:
        context.close()
    assert [fault for _, result in made for fault in result.faults] == []


def test_shows_every_finding_claim_and_loose_end(open_page):
    case = al_tanf()
    page = open_page(maps.draw(case)).page
    assert page.locator(".card.finding").count() == len(case.findings)
    assert page.locator(".card.claim").count() == len(case.claims)
    assert page.locator("path.target").count() >= len(case.regions)
    text = page.locator("#panel").inner_text()
    for words in (
        "17.7 km apart",
        "17.7 km (11 miles) apart",
        "detour of 1.3235",
        "al-Shamiyah",
        "Maqha ash Shuhaymi",
        "some 12 leagues away",
        "notes.jsonl",
        "not JSON",
    ):
        assert words in text
    assert page.locator(".gap-label .gap").first.inner_text() == "17.7 km apart"
    assert page.locator("mark").all_inner_texts()[: len(case.claims)] == [claim.span.text for claim in case.claims]


def test_a_card_shows_the_summary_and_the_rest_behind_in_full(open_page):
    case = al_tanf()
    finding = replace(case.findings[0], summary="They cannot both be right.", explanation="They cannot both be right. One is by road.")
    opened = open_page(maps.draw(replace(case, findings=(finding, *case.findings[1:]))))
    card = opened.card("finding")
    assert card.locator("p.explanation").first.inner_text() == "They cannot both be right."
    assert not card.get_by_text("One is by road.").is_visible()
    card.locator("summary").click()
    assert card.get_by_text("One is by road.").is_visible()


def test_folded_findings_stand_in_a_closed_group_that_a_link_opens(open_page):
    case = al_tanf()
    last = replace(case.findings[-1], folded=True, why_folded="the two figures are one length, rounded")
    drawn = maps.draw(replace(case, findings=(*(replace(each, folded=False) for each in case.findings[:-1]), last)))
    page = open_page(drawn).page
    group = page.locator("#section-findings details.group")
    assert group.locator("> summary").inner_text() == "1 more finding is folded (1 conversion that fits)"
    assert not group.locator(".card").first.is_visible()
    assert page.locator("nav .count").first.inner_text() == str(len(case.findings) - 1)
    linked = open_page(drawn, f"#finding={last.id}").page
    assert linked.locator("#section-findings details.group .card").first.is_visible()


def test_an_empty_map_says_that_the_report_is_not_in_english(open_page):
    case = replace(empty(), languages={"r1": "fr"}, not_read={"r1": "is in French (fr), and only English is read"})
    page = open_page(maps.draw(case)).page
    notice = page.locator("#panel .masthead .notice")
    assert notice.is_visible()
    assert notice.inner_text() == "r1 is in French (fr), and only English is read."
    assert "It is in French (fr)" in page.locator("#section-reports").inner_text()
    assert open_page(maps.draw(empty())).page.locator(".notice").count() == 0


def test_of_many_reports_in_other_languages_the_first_are_named(open_page):
    reports = tuple(Report(id=f"r{number}", text="x") for number in range(1, 10))
    case = replace(empty(), reports=reports, not_read={report.id: "is in French (fr)" for report in reports})
    notices = open_page(maps.draw(case)).page.locator("#panel .notice").all_inner_texts()
    assert notices[:2] == ["r1 is in French (fr).", "r2 is in French (fr)."]
    assert notices[3:] == ["6 more reports are in other languages, and not read."]


def test_pointing_at_a_claim_lights_its_ring_and_back(open_page):
    opened = open_page(maps.draw(al_tanf()))
    page = opened.page
    page.locator(".card.claim").nth(2).hover()
    assert page.locator(".ring-label.active").all_inner_texts() == ["c3 ≥ 72.4 km (45 miles)"]
    page.locator(".ring-label .pill", has_text="c4").hover()
    assert page.locator(".card.lit").get_attribute("data-id") == "c4"
    page.mouse.move(5, 5)
    assert page.locator(".ring-label.active").count() == 0


def test_a_click_on_a_ring_opens_its_card(open_page):
    opened = open_page(maps.draw(al_tanf()))
    opened.page.locator(".ring-label .pill", has_text="c1").click()
    selected = opened.page.locator(".card.selected")
    assert selected.get_attribute("data-id") == "c1"
    assert selected.is_visible()
    assert opened.page.url.endswith("#claim=c1")


def test_the_keyboard_reaches_rings_and_leaves_again(open_page):
    opened = open_page(maps.draw(al_tanf()))
    opened.ring("c3").focus()
    assert opened.page.locator(".card.lit").get_attribute("data-id") == "c3"
    opened.page.keyboard.press("Enter")
    assert opened.page.locator(".card.selected").get_attribute("data-id") == "c3"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".card.selected").count() == 0
    opened.card("finding").focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.url.endswith("#finding=f1")


@pytest.mark.parametrize(("mark", "kind", "name"), [("#claim=c4", "claim", "c4"), ("#finding=f1", "finding", "f1")])
def test_a_link_selects_and_zooms(open_page, mark, kind, name):
    opened = open_page(maps.draw(al_tanf()), mark)
    selected = opened.page.locator(".card.selected")
    assert (selected.get_attribute("data-kind"), selected.get_attribute("data-id")) == (kind, name)
    assert selected.evaluate("card => { const box = card.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0 }")


@pytest.mark.parametrize("mark", ["#claim=none", "#claim=%E0%A4%A", "#finding=<img src=x onerror=alert(1)>", "#__proto__=x"])
def test_a_wrong_link_selects_nothing(open_page, mark):
    assert open_page(maps.draw(al_tanf()), mark).page.locator(".card.selected").count() == 0


def test_layers_can_be_switched_off(open_page):
    page = open_page(maps.draw(al_tanf())).page
    assert page.locator(".ring-label", has_text="c3").count() == 1
    page.get_by_label("An army source").uncheck()
    assert page.locator(".ring-label", has_text="c3").count() == 0
    assert page.locator(".gap-label").count() == 0
    page.get_by_label("Graticule").check()
    assert page.locator(".name.degree").count() > 3


@pytest.mark.parametrize("name", ["Gorparai", *HOSTILE[:5]])
def test_a_name_that_the_reports_locate_is_an_area_with_its_claims(open_page, name):
    case = al_tanf()
    area = shapely.Point(38.2, 33.6).buffer(0.2)
    place = Located(
        name=name, claims=("c3", "c4"), rests_on=("c3", "c4"), area=area, area_km2=1290.0, why="located by the reports, by c3 and c4"
    )
    endless = replace(place, name="Elsewhere", area=shapely.Point(39.6, 33.9).buffer(0.2), area_km2=None, limit_m=20_000.0)
    page = open_page(maps.draw(replace(case, located=(place, endless)))).page
    labels = page.locator(".located-label .pill").all_inner_texts()
    assert [label.endswith("located by the reports: c3, c4") for label in labels] == [True, True]
    page.locator(".located-label .pill").first.hover()
    assert "located by the reports, by c3 and c4" in page.locator(".geomap-tip").last.inner_text()
    page.get_by_label("Located by the reports").uncheck()
    assert page.locator(".located-label").count() == 0


def test_a_click_gives_coordinates(open_page):
    page = open_page(maps.draw(disc(-70.5, -33.25, "20"))).page
    page.mouse.click(760, 640)
    lat, lon = map(float, re.match(r"(-?[\d.]+), (-?[\d.]+)", page.locator(".coordinates output").inner_text()).groups())
    assert abs(lat + 33.25) < 1
    assert abs(lon + 70.5) < 1
    assert "S" in page.locator(".coordinates output").inner_text()
    assert page.get_by_role("button", name="Copy decimal").is_visible()


@pytest.mark.parametrize(("lon", "lat"), [(179.9, -17.0), (-179.95, 66.0), (12.0, 89.5), (0.0, -89.0), (0.0, 0.0)])
def test_any_place_on_earth_can_be_drawn(open_page, lon, lat):
    opened = open_page(maps.draw(disc(lon, lat, "120")))
    assert opened.page.locator("path.target").count() >= 1


def test_a_ring_is_drawn_where_it_is(open_page):
    opened = open_page(maps.draw(disc(38.657, 33.4883, "30")))
    reach = opened.page.evaluate(
        """() => { const map = window[document.querySelector('.folium-map').id];
        const box = document.querySelector('path.target').getBBox();
        const at = (x, y) => map.layerPointToLatLng(L.point(x, y));
        const middle = at(box.x + box.width / 2, box.y + box.height / 2);
        return [middle.lat, middle.lng, at(box.x, box.y).lat - at(box.x, box.y + box.height).lat]; }"""
    )
    assert reach[0] == pytest.approx(33.4883, abs=2e-3)
    assert reach[1] == pytest.approx(38.657, abs=1e-3)
    assert reach[2] == pytest.approx(60_000 / 110_922, rel=3e-3)


def test_an_empty_case_says_so(open_page):
    page = open_page(maps.draw(empty())).page
    assert "No spatial claims were found." in page.locator("#panel").inner_text()


@pytest.mark.parametrize("width", [360, 600, 1024])
def test_nothing_is_wider_than_the_screen(open_page, width):
    page = open_page(maps.draw(al_tanf()), width=width, height=800).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".folium-map").bounding_box()["height"] > 250


def poisoned(value: Any, poison: str, seen: dict[int, Any]) -> Any:
    """A record with hostile text in every text that it holds; spans move to the poisoned report."""
    if id(value) in seen:
        return seen[id(value)]
    if isinstance(value, Report):
        made: Any = replace(
            value,
            **{field.name: poison + str(getattr(value, field.name)) for field in fields(value) if field.name not in ("text", "published")},
            text=poison + value.text,
        )
    elif isinstance(value, Span):
        report = poisoned(value.report, poison, seen)
        made = Span(report, value.start, value.end + len(poison))
    elif isinstance(value, Enum):
        return value
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **{field.name: poisoned(getattr(value, field.name), poison, seen) for field in fields(value)})
    elif isinstance(value, tuple):
        made = tuple(poisoned(item, poison, seen) for item in value)
    elif isinstance(value, str) and not re.fullmatch(r"[\d.]+|literal", value):
        made = value + poison
    else:
        return value
    seen[id(value)] = made
    return made


@pytest.mark.parametrize("poison", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_field_is_shown_and_never_run(open_page, poison):
    case: Analysis = poisoned(al_tanf(), poison, {})
    opened = open_page(maps.draw(case))
    page = opened.page
    assert page.locator(".card.claim").count() == len(case.claims)
    assert page.locator("#panel img, #panel script, #panel svg, .folium-map img[src=x]").count() == 0
    shown = page.locator("#panel h1").evaluate("node => node.textContent")
    assert shown == case.title.encode("utf-16", "surrogatepass").decode("utf-16", "replace") or poison.isascii() is False
    if poison.isprintable() and poison.isascii():
        text = page.locator("#panel").evaluate("node => node.textContent")
        for words in (case.reports[0].title, case.claims[0].span.text, case.unresolved[0].why, case.problems[0].reason):
            assert words in text
    for card in (".card.finding", ".card.claim", ".card.unresolved", ".card.event"):
        page.locator(card).first.click()
    page.keyboard.press("Escape")
    page.locator(".ring-label .pill").first.hover(force=True)
    page.wait_for_timeout(50)


def test_an_event_that_may_be_another_says_which_and_why(open_page):
    card = open_page(maps.draw(al_tanf())).page.locator(".card.event").nth(2)
    assert "May be the same as Army units (e2" in card.inner_text().replace("\n", " ")
    assert "neither tells the day" in card.inner_text()
    assert card.locator(".unsure a").get_attribute("href").endswith("event=e2")


def test_an_event_shows_its_reports_and_why_accounts_were_joined(open_page):
    card = open_page(maps.draw(al_tanf())).card("event")
    words = card.inner_text().replace("\n", " ")
    assert "6 June 2017" in words
    assert "Coalition strikes militia near the Jordanian border" in words
    assert "c1 and c3 tell of one event, 96 %: both tell of one strike." in words
    assert "May be the same as Army units (e2, day not given), 42 %: both are near one garrison." in words


def test_a_finding_that_hangs_on_two_events_being_one_says_so(open_page):
    page = open_page(maps.draw(al_tanf())).page
    card = page.locator(".card.finding.conditional").first
    assert card.locator(".condition").inner_text() == "if one event, 42 %"
    assert card.locator(".kind").first.inner_text() == "If e1 and e2 are one event: can both be true?"
    assert not card.get_by_text("both are near one garrison").is_visible()
    card.locator("summary").click()
    assert card.get_by_text("both are near one garrison").is_visible()
    assert page.locator(".card.finding:not(.conditional) .condition").count() == 0


def test_a_conditional_conflict_is_drawn_apart_and_counted_nowhere(open_page):
    case = al_tanf()
    sure = [each for each in case.findings if each.if_same_event is None and each.verdict is Verdict.CONTRADICTORY and not each.folded]
    page = open_page(maps.draw(case)).page
    assert f"{len(sure)} contradiction" in page.locator("#panel .summary").inner_text()
    assert page.locator(".gap.conditional").inner_text().endswith("apart, if one event")
    assert page.locator("path.gap-line.conditional").get_attribute("stroke-dasharray")
    assert page.locator("path.gap-line:not(.conditional)").first.get_attribute("stroke-dasharray") is None
    page.get_by_label("Gaps between claims").uncheck()
    assert [page.locator(f".gap{sort}").count() for sort in (".conditional", ":not(.conditional)")] == [1, 0]
    page.get_by_label("The same, if two events are one").uncheck()
    assert page.locator(".gap").count() == 0


def test_the_first_screen_tells_of_events_left_apart_and_leads_to_them(open_page):
    page = open_page(maps.draw(al_tanf())).page
    line = page.locator(".masthead .notice button")
    assert line.inner_text() == "2 pairs of events may be one and were left apart"
    line.click()
    assert page.locator("#section-events h2").evaluate("node => node.getBoundingClientRect().top < innerHeight")
    assert open_page(maps.draw(disc(10, 50, "20"))).page.locator(".masthead .notice").count() == 0


def test_a_claim_says_what_it_is_to_its_report(open_page):
    case = al_tanf()
    standing = replace(case.claims[3], role=Role.STANDING, event=None, event_reason="it tells where a place lies")
    evidence = tuple(replace(item, claim=standing) if item.claim.id == "c4" else item for item in case.evidence)
    opened = open_page(maps.draw(replace(case, claims=(*case.claims[:3], standing, case.claims[4]), evidence=evidence)))
    words = [opened.card("claim", number).evaluate("node => node.textContent") for number in range(5)]
    assert "of the incident that the report is about: the report begins with it" in words[0]
    assert "of no event: it tells where a place lies" in words[3]
    assert opened.card("claim", 3).locator("header .stance").first.inner_text() == "tells where a place lies"
    assert "incident" not in words[4]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.POSSIBLE, "→ Possible some 120 km/h"),
        (Verdict.IMPOSSIBLE, "⊘ Impossible at least 90 km/h"),
        (Verdict.OPEN, "◐ Open some 120 km/h"),
    ],
)
def test_a_movement_shows_its_verdict_and_speed(open_page, verdict, words):
    case = al_tanf()
    speed = Speed(least=90.2, plain=119.7, most=math.inf, hours=(1.0, 2.0))
    moved = replace(case.findings[0], kind=FindingKind.MOVEMENT, verdict=verdict, speed=speed, folded=False)
    opened = open_page(maps.draw(replace(case, findings=(moved,))))
    card = opened.card("finding")
    assert words in " ".join(card.locator("header").inner_text().split())
    assert card.locator(".kind").first.inner_text() == "One thing at two times: can it move so fast?"
    assert ("1 impossible movement" in opened.page.locator("#panel .summary").inner_text()) == (verdict is Verdict.IMPOSSIBLE)


@pytest.mark.parametrize("poison", HOSTILE[:5], ids=range(5))
def test_a_hostile_reason_for_a_join_is_shown_as_text(open_page, poison):
    case = al_tanf()
    finding = next(each for each in case.findings if each.if_same_event is not None)
    hostile = replace(finding, if_same_event=replace(finding.if_same_event, why=poison))
    events = tuple(replace(event, may_join=tuple(replace(other, why=poison) for other in event.may_join)) for event in case.events)
    page = open_page(maps.draw(replace(case, findings=(hostile,), events=events))).page
    assert page.locator("#panel img, #panel script, #panel svg").count() == 0
    assert poison in page.locator(".card.finding.conditional details").evaluate("node => node.textContent")
    assert poison in page.locator(".card.event .unsure").first.evaluate("node => node.textContent")


def test_the_policy_stops_what_is_not_the_pages_own(open_page):
    opened = open_page(maps.draw(disc(10, 50, "20")))
    blocked = opened.page.evaluate(
        """() => new Promise((done) => {
          const seen = [];
          document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
          const script = document.createElement('script'); script.textContent = 'window.broken = true'; document.body.append(script);
          const image = document.createElement('img'); image.src = 'https://example.org/x.png'; document.body.append(image);
          setTimeout(() => done([seen, window.broken === true]), 200); })"""
    )
    opened.faults.clear()
    assert sorted(blocked[0]) == ["img-src", "script-src-elem"]
    assert blocked[1] is False


def test_layers_of_a_user_work_without_a_network(open_page):
    case_map = maps.draw(disc(10, 50, "20"))
    folium.Marker([50, 10], popup=folium.Popup("mine"), tooltip="a tip").add_to(case_map)
    group = folium.FeatureGroup(name="own").add_to(case_map)
    folium.GeoJson({"type": "Point", "coordinates": [10.1, 50.1]}).add_to(group)
    folium.LayerControl().add_to(case_map)
    case_map.keep_in_front(group)
    opened = open_page(case_map)
    opened.page.locator("img.leaflet-marker-icon").first.click()
    assert opened.page.locator(".leaflet-popup").inner_text().startswith("mine")


def test_the_notebook_shows_the_same_page(browser, tmp_path):
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{maps.draw(al_tanf())._repr_html_()}</body>", encoding="utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 700}, offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    assert frame.locator(".card.claim").count() == len(al_tanf().claims)
    frame.locator(".card.claim").first.click()
    assert frame.locator(".card.selected").count() == 1
    context.close()
    assert faults == []


def data_of(text: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="geomap-data">(.*?)</script>', text, re.DOTALL)
    assert block is not None
    return json.loads(block[1])
