"""geopy's geocoders, made alike: what each needs to be set up, what it is asked, and its answers as they come.

geopy is imported when a provider is set up, and only then.
"""

from __future__ import annotations

import inspect
import json
import math
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from geomap.errors import UsageError
from geomap.gazetteer.online.answers import Hit
from geomap.gazetteer.online.geocoding import PUBLIC_OPTIONS, Area, Geocoding

if TYPE_CHECKING:
    from geomap.gazetteer.online.transport import Adapter

TIMEOUT_S, INTERVAL_S = 10.0, 1.0
"""Seconds that an answer may take and that lie between two requests, where the options do not say otherwise."""
LIMIT = 10
"""Places asked for by one name, where a provider lets us say."""
_NOT_OPTIONS = frozenset(("self", "timeout", "proxies", "user_agent", "ssl_context", "adapter_factory", "token_lifetime"))
_LIMITS = ("limit", "max_results", "maxresults", "maximum_responses", "candidates")
"""What geopy's geocoders call the most places that they may return."""
_OSM = frozenset(("nominatim", "openmapquest", "pickpoint"))
"""Providers that speak as Nominatim does."""
_COUNTRIES = dict.fromkeys((*_OSM, "geolake"), "country_codes") | {"geonames": "country", "mapbox": "country", "opencage": "country"}
_COUNTRIES |= {"pelias": "countries", "geocodeearth": "countries"}
"""What a provider calls the countries that it may not leave, given as two-letter codes."""
_PREFERRED_COUNTRY = frozenset(("geonames", "pelias", "geocodeearth"))
"""Providers that take one country to prefer, as `country_bias`."""
_BOUNDS = dict.fromkeys(_OSM, "viewbox") | {"photon": "bbox", "mapbox": "bbox", "maptiler": "bbox", "opencage": "bounds"}
_BOUNDS |= {"pelias": "boundary_rect", "geocodeearth": "boundary_rect"}
"""What a provider calls the box that it may not leave."""


class QuestionFailedError(Exception):
    """A question got no answer; the message says why in our own words, since those of the provider may repeat credentials."""

    def __init__(self, reason: str, *, again: bool = False, stop: bool = False, wait_s: float | None = None) -> None:
        super().__init__(reason)
        self.again = again
        """Whether trying again may help."""
        self.stop = stop
        """Whether the provider wants no more requests."""
        self.wait_s = wait_s
        """How long the provider asks to wait."""


@dataclass(frozen=True, kw_only=True)
class Provider:
    """One of geopy's geocoders, set up."""

    name: str
    host: str
    """Where names are sent."""
    interval_s: float
    arguments: Mapping[str, Any]
    """What is said with each name: the limits, the language, the most places."""
    geocoder: Any
    adapter: Adapter

    @property
    def heeds_countries(self) -> bool:
        """Whether it was told the countries that it may not leave."""
        return _COUNTRIES.get(self.name) in self.arguments

    def key(self, query: str) -> str:
        """The question as text: the same for the same provider, host, name and limits, and without credentials."""
        return json.dumps([self.name, self.host, query, self.arguments], ensure_ascii=False, sort_keys=True)

    def ask(self, query: str) -> tuple[Hit, ...]:
        """All places that the provider knows by a name. Raises QuestionFailedError."""
        from geopy.exc import GeopyError  # noqa: PLC0415

        from geomap.gazetteer.online.transport import RequestFailedError  # noqa: PLC0415

        try:
            found = self.geocoder.geocode(query, exactly_one=False, **self.arguments)
            return _hits(found)
        except RequestFailedError as error:
            raise QuestionFailedError(str(error), again=error.again) from None
        except GeopyError as error:
            raise _failed(error) from None
        except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError, RecursionError):
            # geopy trusts the shape of an answer; what happens to it otherwise depends on where it stumbles.
            raise QuestionFailedError("its answer is not understood") from None


def provider_of(asked: Geocoding, *, user_agent: str) -> Provider:
    """Set up a provider; nothing is sent yet. Raises UsageError where there is none of the name, or it lacks credentials."""
    name, kind = _named(asked.provider)
    known = {each.name: each for each in inspect.signature(kind.__init__).parameters.values() if each.name not in _NOT_OPTIONS}
    options = _options(name, asked.options, [*known, "timeout", "interval"])
    _refuse_lacking(name, [each for each in known if each not in options and known[each].default is inspect.Parameter.empty], asked)
    timeout_s, interval_s = (_seconds(options, each, usual) for each, usual in (("timeout", TIMEOUT_S), ("interval", INTERVAL_S)))
    if not timeout_s:
        raise UsageError("the option timeout is 0", mend="it is a number of seconds")
    geocoder = _set_up(name, kind, known, options, user_agent=user_agent, timeout=timeout_s)
    default = known["domain"].default if "domain" in known else ""
    return Provider(
        name=name,
        host=_host(geocoder) or options.get("domain") or str(default),
        interval_s=interval_s,
        arguments=_arguments(name, kind, asked),
        geocoder=geocoder,
        adapter=geocoder.adapter,
    )


def _named(provider: str) -> tuple[str, Any]:
    """The name of a provider and its class, as geopy has them."""
    from geopy.geocoders import SERVICE_TO_GEOCODER  # noqa: PLC0415

    name = provider.lower()
    if name not in SERVICE_TO_GEOCODER:
        raise UsageError(f"there is no geocoder {provider!r}", mend=f"there are {', '.join(sorted(SERVICE_TO_GEOCODER))}")
    return name, SERVICE_TO_GEOCODER[name]


def _refuse_lacking(name: str, lacking: list[str], asked: Geocoding) -> None:
    """Say which options a provider cannot do without, and where to set them."""
    if lacking:
        with_host = " and, as the case file names a host of its own, the same host there" if "domain" in asked.options else ""
        raise UsageError(
            f"the geocoder {name} needs {' and '.join(lacking)}",
            mend=f"set {', '.join(_variable(name, each) for each in lacking)}{with_host}",
        )


def _set_up(name: str, kind: Any, known: Collection[str], options: Mapping[str, str], **ours: Any) -> Any:
    """A geocoder of geopy's with its options and ours, that sends what it asks through our own transport."""
    from geopy.exc import ConfigurationError  # noqa: PLC0415

    from geomap.gazetteer.online.transport import Adapter  # noqa: PLC0415

    try:
        return kind(**{each: options[each] for each in known if each in options}, adapter_factory=Adapter, **ours)
    except (ConfigurationError, ValueError, TypeError):
        variables = ", ".join(_variable(name, each) for each in known)
        raise UsageError(f"the geocoder {name} cannot be set up with the options that it has", mend=f"it takes {variables}") from None


def _variable(provider: str, option: str) -> str:
    return f"GEOMAP_{provider}_{option}".upper()


def _options(provider: str, given: Mapping[str, str], known: list[str]) -> dict[str, str]:
    """The options of a provider: those given, then those of the environment.

    Case files come from other people. One that names a host of its own gets no credentials of the environment, lest it collect them.
    """
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise UsageError(f"the geocoder {provider} has no option {unknown[0]!r}", mend=f"it has {', '.join(known)}")
    environment = {option: value for option in known if (value := os.environ.get(_variable(provider, option)))}
    led_away = any(option in given and given[option] != environment.get(option) for option in ("domain", "auth_domain", "scheme"))
    return {**{option: environment[option] for option in environment if option in PUBLIC_OPTIONS or not led_away}, **given}


def _seconds(options: Mapping[str, str], option: str, usual: float) -> float:
    try:
        value = float(options.get(option, usual))
    except ValueError:
        value = math.nan
    if not 0 <= value <= 3600:
        raise UsageError(f"the option {option} is {options[option]!r}", mend="it is a number of seconds")
    return value


def _host(geocoder: Any) -> str:
    """The host that names are sent to, without what may stand before it."""
    address = getattr(geocoder, "api", None) or getattr(geocoder, "geocode_api", None) or ""
    return urlsplit(str(address)).netloc.rpartition("@")[2]


def _arguments(name: str, kind: Any, asked: Geocoding) -> dict[str, Any]:
    """What is said with each name, as far as the provider can be told."""
    accepted = inspect.signature(kind.geocode).parameters
    said: dict[str, Any] = {limit: LIMIT for limit in _LIMITS if limit in accepted}
    if "language" in accepted:
        said["language"] = "en"
    if name in _OSM:
        said |= {"addressdetails": True, "namedetails": True, "extratags": True}
    return said | _box_said(name, asked) | _countries_said(name, asked)


def _box_said(name: str, asked: Geocoding) -> dict[str, Any]:
    """The box that answers may not leave, or else should lie in."""
    box, preferred = _box(asked.within), _box(asked.near)
    if name in _BOUNDS and box:
        return {_BOUNDS[name]: box} | ({"bounded": True} if name in _OSM else {})
    if name in _OSM and preferred:
        return {"viewbox": preferred}
    if name == "photon" and preferred:
        (south, west), (north, east) = preferred
        return {"location_bias": [(south + north) / 2, (west + east) / 2]}
    return {}


def _countries_said(name: str, asked: Geocoding) -> dict[str, Any]:
    """The countries that answers may not leave, or else the one that they should lie in."""
    if name in _COUNTRIES and asked.within.countries:
        return {_COUNTRIES[name]: list(asked.within.countries)}
    if name in _PREFERRED_COUNTRY and len(asked.near.countries) == 1:
        return {"country_bias": asked.near.countries[0]}
    return {}


def _box(area: Area) -> list[list[float]] | None:
    """The corners of an area as geopy takes them, (latitude, longitude); None where it would mistake them for the box's complement."""
    if area.bounds is None or area.bounds[0] > area.bounds[2]:
        return None
    west, south, east, north = area.bounds
    return [[south, west], [north, east]]


def _hits(found: Any) -> tuple[Hit, ...]:
    """The places of an answer that have a position. Raises ValueError where none of several has."""
    listed = [each for each in found or () if each is not None]
    hits = [hit for each in listed if (hit := _hit(each)) is not None]
    if listed and not hits:
        msg = "no place of the answer has a position"
        raise ValueError(msg)
    return tuple(hits)


def _hit(found: Any) -> Hit | None:
    lat, lon = float(found.latitude), float(found.longitude)
    if not (0 < abs(lat) <= 90 and 0 < abs(lon) <= 180):
        return None  # geopy puts 0 for a coordinate that the answer lacks; no place lies on a zero meridian to the last digit
    raw = json.loads(json.dumps(found.raw, default=str))
    return {"address": str(found.address), "lat": lat, "lon": lon, "raw": raw if isinstance(raw, dict) else {}}


def _failed(error: Exception) -> QuestionFailedError:
    """A failure of geopy's in our words."""
    from geopy import exc  # noqa: PLC0415

    cause = error.__cause__ or error.__context__
    status = getattr(cause, "status_code", None)
    code = f" (HTTP {status})" if status else ""
    if isinstance(error, exc.GeocoderRateLimited):
        return QuestionFailedError(f"it is asked too often{code}", again=True, wait_s=error.retry_after)
    if isinstance(error, exc.GeocoderQuotaExceeded):
        return QuestionFailedError(f"the quota is used up{code}", stop=True)
    if isinstance(error, (exc.GeocoderInsufficientPrivileges, exc.GeocoderAuthenticationFailure)):
        return QuestionFailedError(f"it refuses{code}", stop=True)
    if isinstance(error, (exc.GeocoderTimedOut, exc.GeocoderUnavailable)) or (status or 0) >= 500:
        return QuestionFailedError(f"it is out of order{code}", again=True, wait_s=_retry_after(cause))
    if isinstance(error, exc.GeocoderQueryError):
        return QuestionFailedError(f"it does not take the question{code}")
    return QuestionFailedError(f"it failed{code}" if code else "its answer is not understood")


def _retry_after(cause: object) -> float | None:
    """How long a provider that is out of order asks to wait."""
    from geopy.adapters import get_retry_after  # noqa: PLC0415

    headers = getattr(cause, "headers", None)
    return get_retry_after(headers) if headers else None
