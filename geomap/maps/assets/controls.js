// Layers with their legend, scale, zoom, and the coordinates under the pointer.
function makeControls(act, layers) {
  const box = (text, checked, change, swatch) => {
    const input = el('input', { type: 'checkbox', checked });
    input.addEventListener('change', () => change(input.checked));
    return el('label', null, input, swatch, el('span', null, text));
  };
  const swatch = (kind, colour) => el('span', { class: 'swatch ' + kind, colour, 'aria-hidden': 'true' });
  const rows = (title) => LAYERS.filter((layer) => layer.under === title && layer.items.length)
    .map((layer) => box(layer.title, layer.on, (on) => layers.toggle(layer.name, 0, on), swatch(...layer.swatch)));
  const group = (title, ...items) => items.flat().length ? el('fieldset', null, el('legend', null, title), items) : null;

  const zones = data.claims.filter((claim) => claim.zone && claim.region).length;
  const content = el('div', { class: 'layers' },
    group('Claims by speaker',
      data.speakers.map((speaker, number) => box(words(speaker.name), true, (on) => layers.toggle('speakers', number, on), swatch('line', colourOf(number)))),
      zones ? box('Zones', true, (on) => layers.toggle('zones', 0, on), swatch('zone', '#4d4d4d')) : []),
    group('Findings',
      box('Gaps between claims', true, (on) => layers.toggle('margins', 0, on), swatch('gapline', INK)),
      data.findings.some((finding) => finding.witness && !finding.condition) ? box('Points that satisfy both', true, (on) => layers.toggle('witnesses', 0, on), swatch('witness', '#007a5a')) : [],
      data.findings.some((finding) => finding.condition) ? box('The same, if two events are one', true, (on) => layers.toggle('conditional', 0, on), swatch('gapline conditional', SOFT_INK)) : [],
      rows('Findings')),
    group('Places', rows('Places')),
    data.reports.length > 1 ? group('Reports', data.reports.map((report, number) => box(words(report.title), true, (on) => layers.toggle('reports', number, on), null))) : null,
    group('Basemap',
      data.basemap.divisions.length ? box('Provinces', true, (on) => basemap.toggle('divisions', on), null) : [],
      data.basemap.towns.length ? box('Towns', true, (on) => basemap.toggle('towns', on), null) : [],
      box('Graticule', false, (on) => basemap.toggle('graticule', on), null)),
    el('fieldset', { class: 'key' }, el('legend', null, 'How to read it'),
      el('p', null, swatch('line', '#4d4d4d'), 'The figure as written'),
      el('p', null, swatch('band', '#4d4d4d'), 'What rounding and the size of the place add'),
      el('p', null, swatch('fade', '#4d4d4d'), '“More than”: fades out, without an outer limit'),
      el('p', null, swatch('soft', '#4d4d4d'), '“Near”: no figure, by policy only'),
      data.claims.some((claim) => claim.region && claim.region.footprint) ? el('p', null, swatch('dots', '#4d4d4d'), 'A country or province as a whole') : null));

  const panel = el('details', { class: 'control', open: map.getSize().x >= 700 && map.getSize().y >= 520 }, el('summary', null, 'Layers and legend'), content);
  const place = (position, node) => {
    const control = L.control({ position });
    control.onAdd = () => {
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      return node;
    };
    control.addTo(map);
  };
  L.control.zoom({ position: 'topleft' }).addTo(map);
  const home = el('button', { type: 'button', class: 'control home', title: 'Show the whole case', 'aria-label': 'Show the whole case' }, '⤢');
  home.addEventListener('click', () => act.fit(data.bounds));
  place('topleft', home);
  place('topright', panel);
  L.control.scale({ position: 'bottomleft', metric: true, imperial: true, maxWidth: 160 }).addTo(map);
  place('bottomright', coordinates());
  return {
    // How much of the map's right side the open legend covers, in pixels.
    covered: () => (panel.open && map.getSize().x >= 700 ? panel.offsetWidth + 14 : 0),
  };
}

// Coordinates under the pointer; a click keeps them, to copy.
function coordinates() {
  const readout = el('output', { class: 'faint' }, 'Click the map for coordinates');
  const buttons = el('span', { class: 'copies' });
  const node = el('div', { class: 'control coordinates' }, readout, buttons);
  let kept = null;
  const show = (at) => {
    readout.textContent = decimal(at) + '   ' + sexagesimal(at);
    readout.className = '';
  };
  const drop = () => {
    if (kept) kept.remove();
    kept = null;
    buttons.replaceChildren();
  };
  map.on('mousemove', (event) => { if (!kept) show(event.latlng.wrap()); });
  map.on('click', (event) => {
    drop();
    const at = event.latlng.wrap();
    kept = L.marker(event.latlng, { icon: L.divIcon({ className: 'pin', html: el('span'), iconSize: [17, 17] }), interactive: false, keyboard: false }).addTo(map);
    show(at);
    for (const [title, text] of [['Copy decimal', decimal(at)], ['Copy DMS', sexagesimal(at)]]) {
      const button = el('button', { type: 'button' }, title);
      button.addEventListener('click', () => copyText(text, button));
      buttons.append(button);
    }
  });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') drop(); });
  return node;
}

function decimal(at) {
  return at.lat.toFixed(5) + ', ' + at.lng.toFixed(5);
}

function sexagesimal(at) {
  const part = (value, positive, negative) => {
    const seconds = Math.round(Math.abs(value) * 36000) / 10;
    const whole = Math.floor(seconds / 60);
    const pad = (number, digits) => number.toFixed(digits).padStart(digits ? 4 : 2, '0');
    return Math.floor(whole / 60) + '°' + pad(whole % 60, 0) + '′' + pad(seconds - whole * 60, 1) + '″' + (value < 0 ? negative : positive);
  };
  return part(at.lat, 'N', 'S') + ' ' + part(at.lng, 'E', 'W');
}
