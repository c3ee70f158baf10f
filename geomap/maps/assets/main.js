// One selection and one hover for map and panel together.
const findingOf = new Map(data.findings.map((finding) => [finding.id, finding]));
const eventOf = new Map(data.events.map((event) => [event.id, event]));
let selected = null;
let layers = null;
let panel = null;
let controls = null;

// What lights up with a thing: the claims on the map, and the cards in the panel.
function companions(kind, id) {
  if (kind === 'claim') return { claims: [id], finding: null };
  if (kind === 'finding' && findingOf.has(id)) return { claims: findingOf.get(id).claims, finding: id };
  if (kind === 'event' && eventOf.has(id)) return { claims: eventOf.get(id).claims, finding: null };
  if (kind === 'unresolved' && data.unresolved[id]) return { claims: data.unresolved[id].others, finding: null };
  return { claims: [], finding: null };
}

function light(thing) {
  const { claims, finding } = thing ? companions(thing.kind, thing.id) : { claims: [], finding: null };
  layers.light(claims, finding);
  const keys = new Set(thing ? claims.map((id) => 'claim=' + id) : []);
  if (thing) keys.add(thing.kind + '=' + thing.id);
  panel.light(keys);
}

const act = {
  covered: () => (controls ? controls.covered() : 0),
  fit(bounds, maxZoom, more) {
    const calm = !selected || matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.fitBounds(bounds, { paddingTopLeft: [28, 28], paddingBottomRight: [28 + act.covered() + (more || 0), 28], maxZoom, animate: !calm });
  },
  hover(kind, id) {
    light(kind ? { kind, id } : selected);
  },
  select(kind, id, options) {
    if (!panel.has(kind + '=' + id)) return;
    const again = selected && selected.kind === kind && selected.id === id && !(options && options.keep);
    selected = again ? null : { kind, id };
    panel.select(selected ? kind + '=' + id : null, true);
    light(selected);
    if (selected) {
      const { claims, finding } = companions(kind, id);
      const found = finding && findingOf.get(finding);
      const points = kind === 'unresolved' ? data.unresolved[id].candidates.map((place) => place.at) : found && found.gap ? found.gap.line : [];
      layers.zoomTo(claims, points, kind === 'unresolved' ? 90 : 0); // room for the names of candidates
    }
    if (kind !== 'unresolved') remember(selected);
  },
  clear() {
    selected = null;
    panel.select(null, false);
    light(null);
    remember(null);
  },
};

// The address names what is selected, so that it can be shared; a page inside a frame may not be allowed to.
function remember(thing) {
  const mark = thing ? markOf(thing.kind, thing.id) : '#';
  if (window.location.hash === mark || (mark === '#' && !window.location.hash)) return;
  try {
    window.history.replaceState(null, '', mark);
  } catch (error) {
    return;
  }
}

function follow() {
  const [, kind, code] = /^#(claim|finding|event)=(.+)$/.exec(window.location.hash) || [];
  if (!kind) return;
  let id = code;
  try {
    id = decodeURIComponent(code);
  } catch (error) {
    return;
  }
  act.select(kind, id, { keep: true });
}

panel = makePanel(act);
map.invalidateSize({ animate: false });
if (!map._loaded || !document.getElementById('geomap').dataset.fitted) map.setView([0, 0], 2, { animate: false });
layers = makeLayers(act);
controls = makeControls(act, layers);
if (!document.getElementById('geomap').dataset.fitted) act.fit(data.bounds);
window.addEventListener('hashchange', follow);
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') act.clear(); });
follow();
document.documentElement.dataset.ready = 'true';
