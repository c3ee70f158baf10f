// What all parts of the page use. Text of reports becomes text nodes, never markup.
const data = JSON.parse(document.getElementById('geomap-data').textContent);
const map = window[document.querySelector('.folium-map').id];
const REGION_STEP = 1e-6;

// Okabe & Ito's palette, apart for all kinds of colour vision, ordered by contrast with the land; dashes tell a second round apart.
const PALETTE = ['#0072b2', '#d55e00', '#009e73', '#b0508c', '#a06a00', '#2d8fc4', '#4d4d4d'];
const INK = '#1b2126';
const SOFT_INK = '#56616a';

function colourOf(speaker) {
  return PALETTE[speaker % PALETTE.length];
}

// An element with attributes and children; strings become text nodes. `class`, `on…` and `data-…` as usual; null children are skipped.
function el(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key === 'colour') made.style.setProperty('--colour', value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat(2)) {
    if (child !== null && child !== undefined && child !== '') made.append(child);
  }
  return made;
}

// Words that come from outside: isolated, with a direction of their own.
function words(text, kind) {
  return el('bdi', { dir: 'auto', class: kind || null }, String(text));
}

// Flat lon, lat and differences in whole steps → Leaflet's [lat, lon].
function decode(flat, step, turn) {
  const points = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < flat.length; i += 2) {
    x += flat[i];
    y += flat[i + 1];
    points.push([y * step, x * step + (turn || 0)]);
  }
  return points;
}

function decodePolygons(polygons, step, turn) {
  return polygons.map((rings) => rings.map((ring) => decode(ring, step, turn)));
}

// What an address calls a thing; half a surrogate pair, which has no place in an address, becomes a replacement mark.
function markOf(kind, id) {
  return '#' + kind + '=' + encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function plural(count, one, many) {
  return count + ' ' + (count === 1 ? one : many);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function dateWords(iso) {
  if (!iso) return 'day not given';
  const [year, month, day] = iso.split('-').map(Number);
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  return day + ' ' + months[month - 1] + ' ' + year;
}

function copyText(text, button) {
  const done = () => {
    const before = button.textContent;
    button.textContent = 'Copied';
    window.setTimeout(() => { button.textContent = before; }, 1200);
  };
  const byHand = () => {
    const field = el('textarea', { class: 'offscreen', 'aria-hidden': 'true' });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    done();
  };
  if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, byHand);
  else byHand();
}

// A box of a label on the screen, from its middle or from its left edge.
function boxAround(point, width, height) {
  return { left: point.x - width / 2, right: point.x + width / 2, top: point.y - height / 2, bottom: point.y + height / 2 };
}

function boxRightOf(point, width, height) {
  return { left: point.x - 7, right: point.x + width, top: point.y - height / 2, bottom: point.y + height / 2 };
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// How wide some words are, about: wide scripts take a full square each.
function widthOf(text, size) {
  let units = 0;
  for (const letter of text) units += letter.codePointAt(0) > 0x2e80 ? 1 : 0.6;
  return units * size;
}
