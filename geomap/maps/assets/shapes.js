// Claims as drawn: edges, bands, fades and labels.
const SVG = 'http://www.w3.org/2000/svg';

function shapesPane(name, z, clickable) {
  const made = map.createPane(name);
  made.style.zIndex = z;
  if (!clickable) made.style.pointerEvents = 'none';
  return L.svg({ pane: name, padding: 0.4 });
}
const renderers = {
  fill: shapesPane('geomap-fill', 405, false),
  edge: shapesPane('geomap-edge', 420, true),
  conditional: shapesPane('geomap-conditional', 428, true),
  gap: shapesPane('geomap-gap', 430, true),
};
Object.values(renderers).forEach((renderer) => renderer.addTo(map));

// Leaflet rounds every vertex to a pixel, which makes a fine ring tremble; this keeps the fractions.
const FinePolygon = L.Polygon.extend({
  _projectLatlngs(latlngs, result, projectedBounds) {
    if (latlngs[0] instanceof L.LatLng) {
      const ring = latlngs.map((latlng) => {
        const point = this._map.project(latlng)._subtract(this._map.getPixelOrigin());
        projectedBounds.extend(point);
        return point;
      });
      result.push(ring);
    } else {
      latlngs.forEach((part) => this._projectLatlngs(part, result, projectedBounds));
    }
  },
});

// A hatch for each speaker's zones.
const hatches = new Map();
function hatch(speaker) {
  if (!hatches.has(speaker)) {
    const id = 'hatch-' + speaker;
    const make = (name, attributes) => {
      const made = document.createElementNS(SVG, name);
      Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
      return made;
    };
    const pattern = make('pattern', { id, width: 9, height: 9, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
    pattern.append(make('rect', { width: 9, height: 9, fill: colourOf(speaker), opacity: 0.1 }));
    pattern.append(make('line', { x1: 0, y1: 0, x2: 0, y2: 9, stroke: colourOf(speaker), 'stroke-width': 2.2, opacity: 0.55 }));
    const defs = make('defs', {});
    defs.append(pattern);
    renderers.fill._container.prepend(defs);
    hatches.set(speaker, 'url(#' + id + ')');
  }
  return hatches.get(speaker);
}

function drawClaim(claim, act) {
  const region = claim.region;
  const colour = colourOf(claim.speaker);
  const group = L.layerGroup();
  const restyled = [];
  const add = (shape, normal, active, dim) => {
    shape.setStyle(normal);
    restyled.push({ shape, normal, active: { ...normal, ...active }, dim: { ...normal, ...dim } });
    group.addLayer(shape);
    return shape;
  };
  const polygon = (rings) => new FinePolygon(decodePolygons(rings, REGION_STEP), { renderer: renderers.fill, pane: 'geomap-fill', interactive: false, smoothFactor: 0.3 });
  const line = (rings, more) => new FinePolygon(decodePolygons(rings, REGION_STEP), { renderer: renderers.edge, pane: 'geomap-edge', fill: false, smoothFactor: 0.3, ...more });

  const plainFill = { stroke: false, fillColor: colour };
  if (region.inner.length) {
    const fill = claim.zone ? hatch(claim.speaker) : colour;
    const strength = claim.zone ? 0.5 : region.footprint ? 0.05 : 0.06;
    add(polygon(region.inner), { stroke: false, fillColor: fill, fillOpacity: strength }, { fillOpacity: claim.zone ? 0.8 : 0.14 }, { fillOpacity: strength / 3 });
  }
  if (region.band.length) add(polygon(region.band), { ...plainFill, fillOpacity: 0.2 }, { fillOpacity: 0.32 }, { fillOpacity: 0.05 });
  for (const fade of region.fades) {
    const strength = region.fuzzy ? 0.03 : 0.04;
    add(polygon(fade), { ...plainFill, fillOpacity: strength }, { fillOpacity: strength * 1.8 }, { fillOpacity: strength / 3 });
  }
  const dashed = region.fuzzy ? '2 7' : region.footprint ? '1 5' : claim.zone ? '12 4 3 4' : claim.speaker >= PALETTE.length ? '8 4' : null;
  const rings = region.fuzzy ? [region.outer_edge[0]] : region.edges;
  for (const ring of rings.filter(Boolean)) {
    add(line([ring], { interactive: false }), { color: '#ffffff', weight: 5, opacity: 0.75 }, { weight: 7 }, { opacity: 0.2 });
    const visible = { color: colour, weight: region.fuzzy ? 1.6 : region.footprint ? 2 : 2.4, opacity: 1, dashArray: dashed, lineCap: claim.zone ? 'butt' : 'round' };
    add(line([ring], { interactive: false }), visible, { weight: 4.2 }, { opacity: 0.28 });
    const target = add(line([ring], { className: 'target' }), { color: colour, weight: 16, opacity: 0 }, {}, {});
    target.on('add', () => reachable(target, claim, act));
    hover(target, claim, act);
  }

  const label = L.marker(region.label.at[0], {
    icon: L.divIcon({
      className: 'ring-label',
      html: el('span', { class: 'pill', colour }, el('b', null, words(claim.id)), ' ', words(region.label.text)),
      iconSize: null,
    }),
    keyboard: false,
    riseOnHover: true,
  });
  hover(label, claim, act);
  group.addLayer(label);

  const width = widthOf(claim.id, 12) + widthOf(region.label.text, 12) + 30;
  return {
    claim,
    group,
    // Puts the label where it is in view and clear of other boxes, if there is such a place; where it stands well, it stays.
    // A label of a ring too small to read, or in the way of lit ones, is left out.
    settle(taken, lit, others) {
      const size = map.getSize();
      const room = { left: 0, top: 0, right: size.x - act.covered(), bottom: size.y };
      const boxAt = (at) => boxAround(map.latLngToContainerPoint(at), width, 24);
      const seen = (box) => box.left > room.left && box.right < room.right && box.top > room.top && box.bottom < room.bottom;
      const clear = (box) => !taken.some((other) => overlap(box, other));
      const places = [label.getLatLng(), ...region.label.at];
      const best = places.find((at) => seen(boxAt(at)) && clear(boxAt(at))) || places.find((at) => clear(boxAt(at)));
      const radius = map.latLngToContainerPoint(region.label.at[4]).distanceTo(map.latLngToContainerPoint(region.anchor));
      const hidden = !lit && (radius < 30 || (others && !best));
      const element = label.getElement();
      if (element) element.classList.toggle('hidden', hidden);
      if (hidden) return null;
      label.setLatLng(best || region.label.at[0]);
      return boxAt(best || region.label.at[0]);
    },
    bounds: () => L.latLngBounds(region.box),
    look(state) {
      for (const item of restyled) item.shape.setStyle(item[state]);
      const element = label.getElement();
      if (element) {
        element.classList.toggle('active', state === 'active');
        element.classList.toggle('dim', state === 'dim');
      }
      // What the pointer or the keyboard is on must not move in the document, or it would lose them.
      if (state === 'active') restyled.filter((item) => !item.shape.options.interactive).forEach((item) => item.shape.bringToFront());
    },
  };
}

// A ring that the keyboard reaches.
function reachable(shape, claim, act) {
  const path = shape.getElement();
  if (!path) return;
  path.setAttribute('tabindex', '0');
  path.setAttribute('role', 'button');
  path.setAttribute('aria-label', 'Claim ' + claim.id + ': ' + claim.quote[1]);
  path.dataset.claim = claim.id;
  path.addEventListener('focus', () => act.hover('claim', claim.id));
  path.addEventListener('blur', () => act.hover(null));
  path.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      act.select('claim', claim.id);
    }
  });
}

function hover(layer, claim, act) {
  const tip = el('div', { class: 'tip', colour: colourOf(claim.speaker) },
    el('div', { class: 'who' }, words(claim.id), ' · ', words(data.speakers[claim.speaker].name)),
    el('q', null, words(claim.quote[1])));
  layer.bindTooltip(tip, { sticky: true, direction: 'top', opacity: 1, className: 'geomap-tip' });
  layer.on('mouseover', () => act.hover('claim', claim.id));
  layer.on('mouseout', () => act.hover(null));
  layer.on('click', (event) => {
    L.DomEvent.stop(event);
    act.select('claim', claim.id);
  });
}

function gapWords(finding) {
  return finding.gap.text + (finding.verdict === 'contradictory' ? ' apart' : '') + (finding.condition ? ', if one event' : '');
}

// What holds only if two events are one is drawn thinner and dashed, its marks hollow, under what surely holds.
function drawFinding(finding, act) {
  const conditional = Boolean(finding.condition);
  const sort = (name) => name + (conditional ? ' conditional' : '');
  const group = L.layerGroup();
  const choose = (event) => {
    L.DomEvent.stop(event);
    act.select('finding', finding.id);
  };
  if (finding.gap) {
    const ends = finding.gap.line;
    const style = { renderer: conditional ? renderers.conditional : renderers.gap, pane: conditional ? 'geomap-conditional' : 'geomap-gap', interactive: false };
    const line = conditional ? { color: SOFT_INK, weight: 1.8, dashArray: '2 5', className: 'gap-line conditional' } : { color: INK, weight: 2.6, className: 'gap-line' };
    const dot = conditional ? { color: SOFT_INK, fillColor: '#ffffff' } : { color: '#ffffff', fillColor: INK };
    group.addLayer(L.polyline(ends, { ...style, color: '#ffffff', weight: conditional ? 4 : 7, opacity: 0.9 }));
    group.addLayer(L.polyline(ends, { ...style, ...line, interactive: true }).on('click', choose));
    for (const end of ends) group.addLayer(L.circleMarker(end, { ...style, ...dot, radius: 4, weight: 1.5, fillOpacity: 1 }));
    const middle = [(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2];
    const icon = L.divIcon({ className: 'gap-label', html: el('span', { class: sort('gap') }, gapWords(finding)), iconSize: null });
    group.addLayer(L.marker(middle, { icon, keyboard: false, zIndexOffset: conditional ? 400 : 500 }).on('click', choose));
  }
  if (finding.witness) {
    const icon = L.divIcon({ className: sort('witness-mark'), html: el('span', { title: 'A point that satisfies the claims' + (conditional ? ', if they are of one event' : '') }), iconSize: [14, 14] });
    group.addLayer(L.marker(finding.witness, { icon, keyboard: false, zIndexOffset: 300 }).on('click', choose));
  }
  return group;
}

function drawFeasible(items) {
  const group = L.layerGroup();
  for (const item of items) {
    const shape = new FinePolygon(decodePolygons(item.area, REGION_STEP), {
      renderer: renderers.gap, pane: 'geomap-gap', color: '#007a5a', weight: 1.5, dashArray: '3 4', fillColor: '#007a5a', fillOpacity: 0.16,
    });
    const tip = el('div', { class: 'tip' }, 'Where ', words(item.claims.join(' and ')), ' can hold together', item.size ? ': ' + item.size : '');
    group.addLayer(shape.bindTooltip(tip, { sticky: true, className: 'geomap-tip' }));
  }
  return group;
}

// A name that no gazetteer has lies somewhere in its area, so it is drawn as that, and never as a point.
function drawLocated(items) {
  const group = L.layerGroup();
  const colour = '#8a4b00';
  for (const item of items) {
    // Without a limit outward, the outermost ring is only how far the area is known here, and no edge.
    const rings = decodePolygons(item.size ? item.area : item.area.flatMap((polygon) => polygon.slice(1).map((ring) => [ring])), REGION_STEP);
    const style = { interactive: false, smoothFactor: 0.3, color: colour };
    if (item.size) group.addLayer(new FinePolygon(rings, { ...style, renderer: renderers.fill, pane: 'geomap-fill', stroke: false, fillColor: colour, fillOpacity: 0.12 }));
    group.addLayer(new FinePolygon(rings, { ...style, renderer: renderers.edge, pane: 'geomap-edge', fill: false, weight: 2, dashArray: '7 5' }));
    const by = 'located by the reports: ' + item.rests_on.slice(0, 4).join(', ') + (item.rests_on.length > 4 ? ' …' : '');
    const label = el('span', { class: 'pill', colour }, el('b', null, words(item.name)), ' ', words(by));
    const tip = el('div', { class: 'tip', colour }, el('div', { class: 'who' }, words(item.name)), words(item.why));
    const marker = L.marker(item.at, { icon: L.divIcon({ className: 'located-label', html: label, iconSize: null }), keyboard: false });
    marker.width = widthOf(item.name, 12) + widthOf(by, 12) + 40;
    group.addLayer(marker.bindTooltip(tip, { direction: 'top', opacity: 1, className: 'geomap-tip' }));
  }
  return group;
}

function placeMarker(place, kind) {
  const icon = L.divIcon({
    className: 'place ' + kind,
    html: el('span', { class: 'dot' }),
    iconSize: [12, 12],
  });
  const marker = L.marker(place.at, { icon, keyboard: false, zIndexOffset: kind === 'anchor' ? 200 : 100 });
  const label = el('span', { class: 'place-name ' + kind }, kind === 'candidate' ? '? ' : null, words(place.name));
  marker.bindTooltip(label, { permanent: true, direction: 'right', offset: [7, 0], className: 'place-tip', opacity: 1 });
  marker.place = place;
  return marker;
}
