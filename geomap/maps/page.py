"""The page: a folium map in a document of our own, whole in one file, that asks the network for nothing.

Words of reports reach the document in one JSON block only. A Content-Security-Policy allows exactly the scripts and styles that stand in
the document, by their digests, so nothing else can run even if it got in. Layers that a user adds to the map come as folium makes
them; what those load from the network is let through by name.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

import folium
from branca.element import Element, Figure
from folium.map import Icon
from folium.template import Template

from geomap.maps.encoding import json_block

SCRIPTS = {
    "tools.js": "the data, the Leaflet map, colours, words and the like, for all that follow",
    "basemap.js": "basemap: land, borders and names, drawn at once",
    "shapes.js": "drawClaim, drawFinding, drawFeasible, placeMarker: Leaflet layers of what the data say",
    "layers.js": "LAYERS: the layers beside claims and findings, a row each",
    "map.js": "makeLayers: what is on the map, visible and lit up",
    "panel.js": "makePanel: findings, claims and what could not be used",
    "controls.js": "makeControls: the legend, scale, zoom and coordinates",
    "main.js": "nothing: it makes layers, panel and controls, and ties them together",
}
"""The page's own scripts, and what each gives to those after it; they run in this order and as one, so that they share their names."""

_ID = re.compile(r"(?<=_)[0-9a-f]{32}\b")
_INLINE = re.compile(r"<(script|style)(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</\1>", re.DOTALL)
_LOADED = re.compile(r"""<(script|link)\b[^>]*\b(?:src|href)=["'](https?://[^"']+)["']""")


class CaseMap(folium.Map):
    """A folium map of a case. Layers of your own can be added to it as to any other.

    folium's links to other hosts are left out; they come back only with a `folium.Icon`, which cannot do without them.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  (folium's own declaration)
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(
            location=None,
            tiles=None,
            zoom_control=False,
            attributionControl=False,
            zoomSnap=0.25,
            zoomDelta=0.5,
            wheelPxPerZoomLevel=90,
            worldCopyJump=False,
            minZoom=1,
            maxZoom=18,
        )
        Page(data).add_child(self)


class Page(Figure):
    """The document round a map."""

    _template = Template(
        """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="@policy@">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>geomap</title>
<style>{{ this.leaflet_css }}</style>
<script>{{ this.leaflet_js }}</script>
{{ this.header.render(**kwargs) }}
<style>{{ this.css }}</style>
</head>
<body>
<noscript>This page draws its map with the script that it carries; let it run to see anything.</noscript>
<main id="geomap"{% if this.fitted() %} data-fitted="yes"{% endif %}>
<aside id="panel" aria-label="Findings and claims"></aside>
<div id="stage">
{{ this.html.render(**kwargs) }}
</div>
</main>
<script type="application/json" id="geomap-data">@data@</script>
<script>
{{ this.prelude }}
{{ this.script.render(**kwargs) }}
</script>
<script>
{{ this.app }}
</script>
</body>
</html>
"""
    )

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(title=None)
        self._name = "Page"
        # branca's own charset stands in the template; it has no public way to take a child away.
        self.header._children.clear()  # noqa: SLF001
        self.data = data
        self.leaflet_js = asset("leaflet/leaflet.js").replace("//# sourceMappingURL=leaflet.js.map", "")
        self.leaflet_css = leaflet_css()
        self.css = asset("page.css")
        self.prelude = prelude()
        self.app = "(function () {\n'use strict';\n" + "\n".join(asset(name) for name in SCRIPTS) + "\n})();"

    def fitted(self) -> bool:
        """Whether the user said what the map shows at first."""
        return any(isinstance(element, folium.FitBounds) for element in _elements(self))

    def render(self, **kwargs: Any) -> str:
        """The whole document: the same map gives the same text."""
        _add_icon_links(self)
        # A browser reads every line end as \n before it takes a digest.
        text = _numbered(super().render(**kwargs)).replace("\r\n", "\n").replace("\r", "\n")
        text = text.replace("@policy@", policy(text, self), 1)
        return text.replace("@data@", json_block(self.data), 1)


def asset(name: str) -> str:
    """The text of one of the page's files."""
    return _asset_bytes(name).decode("utf-8")


def _asset_bytes(name: str) -> bytes:
    return resources.files("geomap.maps").joinpath("assets", name).read_bytes()


def leaflet_css() -> str:
    """Leaflet's style with its images inside."""
    text = asset("leaflet/leaflet.css")
    return re.sub(r"url\((images/[\w.-]+)\)", lambda found: f"url({_image(found[1])})", text)


def _image(name: str) -> str:
    return "data:image/png;base64," + base64.b64encode(_asset_bytes(f"leaflet/{name}")).decode()


def prelude() -> str:
    """What folium's layers expect beside Leaflet: marker images, and the two uses that it has for jQuery."""
    images = {key: _image(f"images/{name}.png") for key, name in _MARKER_IMAGES.items()}
    return f"L.Icon.Default.imagePath = '';\nL.Icon.Default.mergeOptions({json_block(images)});\n{asset('prelude.js')}"


_MARKER_IMAGES = {"iconUrl": "marker-icon", "iconRetinaUrl": "marker-icon-2x", "shadowUrl": "marker-shadow"}


def _elements(element: Element) -> Iterator[Element]:
    """All elements below one. branca has no public way down its tree: `to_dict` gives names, not elements."""
    for child in element._children.values():  # noqa: SLF001
        yield child
        yield from _elements(child)


def _add_icon_links(page: Page) -> None:
    if any(isinstance(element, Icon) for element in _elements(page)):
        for name, url in folium.Map.default_js[1:]:
            page.header.add_child(folium.JavascriptLink(url), name=name)
        for name, url in folium.Map.default_css[1:]:
            page.header.add_child(folium.CssLink(url), name=name)


def _numbered(text: str) -> str:
    """The text with folium's random names replaced by their order of appearance.

    folium draws the id of every element at random and takes none from outside, but the same map shall give the same text.
    """
    numbers: dict[str, str] = {}
    for found in _ID.finditer(text):
        numbers.setdefault(found[0], str(len(numbers) + 1))
    return _ID.sub(lambda found: numbers[found[0]], text)


def policy(text: str, page: Page) -> str:
    """The Content-Security-Policy of a document: its own scripts and styles by digest, and what a user's layers load, by host.

    Where a user added layers, the style attributes that folium writes are allowed; with tile layers, images from anywhere are.
    """
    inline: dict[str, list[str]] = {"script": [], "style": []}
    for kind, content in _INLINE.findall(text):
        digest = base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode()
        inline[kind].append(f"'sha256-{digest}'")
    hosts: dict[str, list[str]] = {"script": [], "link": []}
    for kind, url in _LOADED.findall(text):
        hosts[kind].append(f"{urlsplit(url).scheme}://{urlsplit(url).netloc}")
    added = [element for element in _elements(page) if not isinstance(element, CaseMap)]
    rules = {
        "default-src": ["'none'"],
        "script-src": [*inline["script"], *hosts["script"]],
        "style-src": [*inline["style"], *hosts["link"]],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    if added:
        rules["style-src-attr"] = ["'unsafe-inline'"]
    if hosts["link"]:
        rules["font-src"] = list(hosts["link"])
    if any(isinstance(element, folium.TileLayer) for element in added):
        rules["img-src"] += ["https:", "http:"]
    return "; ".join(f"{name} {' '.join(dict.fromkeys(values))}" for name, values in rules.items())
