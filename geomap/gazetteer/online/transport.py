"""HTTP for geopy's geocoders: bounded in time and size, and to the host that was named only.

Imported only where an online geocoder is asked for.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPResponse
from typing import IO, Any
from urllib.parse import urlsplit

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter

MOST_BYTES = 4_000_000
"""An answer larger than this is none."""
_CHUNK = 65_536
_SLOW = 3.0
"""An answer that trickles in for this many times the time-out is given up."""


class RequestFailedError(Exception):
    """A request brought no answer; the message says why, without the address, which may hold credentials."""

    def __init__(self, reason: str, *, again: bool) -> None:
        super().__init__(reason)
        self.again = again
        """Whether trying again may help."""


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows redirects within a host only: names and credentials go nowhere else."""

    def redirect_request(  # noqa: PLR0917  (urllib calls it so)
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if new.netloc != old.netloc or (old.scheme == "https" and new.scheme != "https"):
            raise RequestFailedError(f"it sends us elsewhere ({new.hostname or 'nowhere'}), where nothing is sent", again=False)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class Adapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """What geopy's geocoders send their requests with. Raises AdapterHTTPError for a status from 400 on, else RequestFailedError."""

    def __init__(self, *, proxies: dict[str, str] | None, ssl_context: Any) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        secure = urllib.request.HTTPSHandler(context=ssl_context)
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler(proxies), secure, _SameHost())
        self.hosts: set[str] = set()
        """The hosts that anything was sent to."""

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        """The answer, parsed."""
        try:
            return json.loads(self.get_text(url, timeout=timeout, headers=headers))
        except (ValueError, RecursionError):
            raise RequestFailedError("its answer is broken", again=False) from None

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """The answer as text."""
        address = urlsplit(url)
        if address.scheme not in ("http", "https"):
            raise RequestFailedError("its address is not one of the web", again=False)
        self.hosts.add(address.netloc.rpartition("@")[2])
        request = urllib.request.Request(url, headers=headers)  # noqa: S310  (the scheme is checked above)
        try:
            with self._opener.open(request, timeout=timeout) as answer:
                return _read(answer, _SLOW * timeout).decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            with error:
                known = {name.lower(): value for name, value in error.headers.items()}
                text = error.read(_CHUNK).decode("utf-8", "replace")
            raise AdapterHTTPError(f"HTTP status {error.code}", status_code=error.code, headers=known, text=text) from None
        except TimeoutError:
            raise RequestFailedError("it did not answer in time", again=True) from None
        except urllib.error.URLError as error:
            late = isinstance(error.reason, TimeoutError)
            raise RequestFailedError(
                "it did not answer in time" if late else f"it cannot be reached ({_cause(error)})", again=True
            ) from None
        except (OSError, HTTPException) as error:
            raise RequestFailedError(f"the connection broke ({type(error).__name__})", again=True) from None


def _cause(error: urllib.error.URLError) -> str:
    return str(getattr(error.reason, "strerror", None) or type(error.reason).__name__)


def _read(answer: HTTPResponse, seconds: float) -> bytes:
    """The body of an answer, unless it is too large or too slow."""
    end = time.monotonic() + seconds
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise RequestFailedError(f"its answer is larger than {MOST_BYTES:,} bytes", again=False)
        if time.monotonic() > end:
            raise TimeoutError
    if answer.length:
        raise RequestFailedError("its answer broke off", again=True)
    return b"".join(parts)
