"""A geocoder on the loopback interface that answers as Nominatim, Photon and GeoNames do, and misbehaves as it is told."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PLACES = {
    "Qasr Hadid": [
        {"osm": ("node", 11), "lon": 38.5, "lat": 33.6, "key": "place", "value": "village", "country": "sy"},
        {"osm": ("relation", 12), "lon": 44.1, "lat": 15.2, "key": "place", "value": "town", "country": "ye", "population": "41000"},
    ],
    "Тестове": [{"osm": ("node", 13), "lon": 37.7, "lat": 48.1, "key": "place", "value": "village", "country": "ua"}],
}


def nominatim(name):
    found = []
    for place in PLACES.get(name, []):
        element, number = place["osm"]
        lon, lat = place["lon"], place["lat"]
        item = {"osm_type": element, "osm_id": number, "lat": str(lat), "lon": str(lon), "class": place["key"], "type": place["value"]}
        item |= {"name": name, "display_name": f"{name}, somewhere", "address": {"country_code": place["country"]}}
        item |= {"extratags": {"population": place.get("population")}, "namedetails": {"name": name, "name:de": f"{name} (deutsch)"}}
        item["boundingbox"] = [str(lat - 0.02), str(lat + 0.02), str(lon - 0.02), str(lon + 0.02)]
        found.append(item)
    return found


def photon(name):
    features = []
    for place in PLACES.get(name, []):
        known = {"osm_type": place["osm"][0][0].upper(), "osm_id": place["osm"][1], "osm_key": place["key"], "osm_value": place["value"]}
        known |= {"name": name, "countrycode": place["country"].upper(), "country": "somewhere"}
        point = {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
        features.append({"type": "Feature", "properties": known, "geometry": point})
    return {"type": "FeatureCollection", "features": features}


def geonames(name):
    found = []
    for place in PLACES.get(name, []):
        known = {
            "geonameId": 900_000_000 + place["osm"][1],
            "name": name,
            "toponymName": name,
            "lat": str(place["lat"]),
            "lng": str(place["lon"]),
        }
        known |= {"fcl": "P", "fcode": "PPL", "countryCode": place["country"].upper(), "adminCode1": "06", "population": 0}
        found.append(known)
    return {"totalResultsCount": len(found), "geonames": found}


class Loopback:
    """The server: `script` holds what to do with the next requests, one each; after that it behaves."""

    def __init__(self):
        self.script = []
        self.requests = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.serve(self)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.released = threading.Event()

    @property
    def domain(self):
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def names(self):
        return [query["q"][0] for _, query, _ in self.requests]

    def stop(self):
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def serve(self, handler):
        address = urlsplit(handler.path)
        query = parse_qs(address.query)
        self.requests.append((address.path, query, dict(handler.headers)))
        act = self.script.pop(0) if self.script else {}
        if act.get("hang"):
            self.released.wait(20)
            return
        if "body" in act:
            body = act["body"]
        else:
            name = query.get("q", [""])[0]
            answer = {"/search": nominatim, "/api": photon, "/searchJSON": geonames}[address.path](name)
            body = json.dumps(act.get("answer", answer), ensure_ascii=False).encode()
        handler.send_response(act.get("status", 200))
        for header, value in act.get("headers", {}).items():
            handler.send_header(header, value)
        handler.send_header("Content-Type", "application/json; charset=utf-8")
        handler.send_header("Content-Length", str(len(body) + act.get("missing", 0)))
        handler.end_headers()
        try:
            handler.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            time.sleep(0)
