// Land, borders and names, from the page's own data.
const basemap = (function () {
  const pane = (name, z) => {
    const made = map.createPane(name);
    made.style.zIndex = z;
    made.style.pointerEvents = 'none';
    return made;
  };
  pane('geomap-land', 110);
  pane('geomap-lines', 120);
  pane('geomap-names', 350);
  const land = L.canvas({ pane: 'geomap-land', padding: 0.6 });
  const lines = L.canvas({ pane: 'geomap-lines', padding: 0.6 });

  // A case across the antimeridian is drawn on unwrapped longitudes, so the world is repeated on that side.
  const [[, west], [, east]] = data.bounds;
  const turns = [0];
  if (west < -150) turns.push(-360);
  if (east > 150) turns.push(360);

  const quiet = { interactive: false };
  for (const turn of turns) {
    for (const ring of data.basemap.rings) {
      const polygons = decodePolygons(ring.land, ring.step, turn);
      // The edge in the land's own colour hides the seams between levels of detail.
      const style = { ...quiet, renderer: land, pane: 'geomap-land', color: '#f7f4ec', weight: 1, fillColor: '#f7f4ec', fillOpacity: 1, smoothFactor: 0.6 };
      L.polygon(polygons, style).addTo(map);
      const line = (flat, more) => L.polyline(flat.map((part) => decode(part, ring.step, turn)), { ...quiet, renderer: lines, pane: 'geomap-lines', smoothFactor: 0.6, ...more });
      line(ring.coast, { color: '#93a3ab', weight: 0.9 }).addTo(map);
      if (ring.divisions) line(ring.divisions, { color: '#b5ad98', weight: 1.1, dashArray: '1 4', lineCap: 'round' }).addTo(map);
      if (ring.step < 0.01) line(ring.borders, { color: '#8d8672', weight: 1.3, dashArray: '9 3 2 3' }).addTo(map);
      else line(ring.borders, { color: '#b5ad98', weight: 0.9 }).addTo(map);
    }
  }

  const fitted = () => map.getBoundsZoom(data.bounds, false, L.point(24, 24));
  const names = [];
  const name = (item, kind) => {
    const icon = L.divIcon({ className: 'name ' + kind, html: el('span', null, words(item.name)), iconSize: null });
    const marker = L.marker(item.at, { icon, interactive: false, keyboard: false, pane: 'geomap-names' });
    names.push({ item, kind, marker, width: widthOf(item.name, kind === 'country' ? 17 : 11) });
  };
  data.basemap.countries.forEach((item) => name(item, 'country'));
  data.basemap.towns.forEach((item) => name(item, 'town'));
  data.basemap.divisions.forEach((item) => name(item, 'division'));

  const shown = { divisions: true, towns: true };

  // A name is shown where it has room: the largest circle inside its area must be about as wide as the word.
  function fits(entry, zoom) {
    const pixels = (256 * 2 ** zoom) / 360;
    const close = zoom >= fitted() - 1.5;
    if (entry.kind === 'town') return shown.towns && close;
    if (entry.kind === 'division') return shown.divisions && close && entry.item.size * 2 * pixels > entry.width;
    if ((entry.item.where === 'near') !== close) return false;
    return entry.item.size * 2.6 * pixels > entry.width;
  }

  // Names stand clear of each other and of what the claims put on the map; countries come first, as their names do in the list.
  let taken = [];
  function refresh(boxes) {
    taken = boxes || taken;
    const zoom = map.getZoom();
    const placed = [...taken];
    for (const entry of names) {
      let wanted = fits(entry, zoom);
      if (wanted) {
        const point = map.latLngToContainerPoint(entry.item.at);
        const box = entry.kind === 'town' ? boxRightOf(point, entry.width + 8, 15) : boxAround(point, entry.width + 8, 21);
        wanted = !placed.some((other) => overlap(box, other));
        if (wanted) placed.push(box);
      }
      if (wanted) entry.marker.addTo(map);
      else entry.marker.remove();
    }
  }

  const graticule = L.layerGroup();
  const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05];
  function drawGraticule() {
    graticule.clearLayers();
    if (!map.hasLayer(graticule)) return;
    const seen = map.getBounds();
    const step = STEPS.find((size) => (seen.getEast() - seen.getWest()) / size >= 4) || 0.05;
    const style = { ...quiet, renderer: lines, pane: 'geomap-lines', color: '#7d929c', weight: 0.5, opacity: 0.7 };
    const mark = (at, text, kind) => {
      const icon = L.divIcon({ className: 'name degree ' + kind, html: el('span', null, text), iconSize: null });
      graticule.addLayer(L.marker(at, { icon, interactive: false, keyboard: false, pane: 'geomap-names' }));
    };
    const tidy = (value) => String(Math.round(value * 100) / 100);
    for (let lon = Math.ceil(seen.getWest() / step) * step; lon <= seen.getEast(); lon += step) {
      graticule.addLayer(L.polyline([[-85, lon], [85, lon]], style));
      const turned = ((lon + 540) % 360) - 180;
      mark([seen.getNorth(), lon], tidy(Math.abs(turned)) + '°' + (turned < 0 ? 'W' : 'E'), 'top');
    }
    for (let lat = Math.max(Math.ceil(seen.getSouth() / step) * step, -85); lat <= Math.min(seen.getNorth(), 85); lat += step) {
      graticule.addLayer(L.polyline([[lat, seen.getWest() - 5], [lat, seen.getEast() + 5]], style));
      mark([lat, seen.getWest()], tidy(Math.abs(lat)) + '°' + (lat < 0 ? 'S' : 'N'), 'left');
    }
  }
  map.on('moveend', drawGraticule);

  function toggle(what, on) {
    if (what === 'graticule') {
      if (on) graticule.addTo(map);
      else graticule.remove();
      drawGraticule();
    } else {
      shown[what] = on;
      refresh();
    }
  }
  return { refresh, toggle };
})();
