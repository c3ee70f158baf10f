// The layers beside claims and findings, one row each: what it is called, under which title of the legend, and whether it is on at first.
const LAYERS = [
  {
    name: 'feasible', title: 'Where claims can hold together', under: 'Findings', on: false, swatch: ['area', '#007a5a'],
    items: data.feasible, draw: drawFeasible,
  },
  {
    name: 'located', title: 'Located by the reports', under: 'Places', on: true, swatch: ['area', '#8a4b00'],
    items: data.located, draw: drawLocated,
  },
  {
    name: 'places', title: 'Places named', under: 'Places', on: true, swatch: ['dot', INK],
    items: data.places.filter((place) => !place.area), draw: (places) => placesOf(places, (place) => (place.anchor ? 'anchor' : 'named')),
  },
  {
    name: 'unresolved', title: 'Candidates, unresolved', under: 'Places', on: true, swatch: ['ring', '#8a4b00'],
    items: data.unresolved.flatMap((item) => item.candidates), draw: (places) => placesOf(places, () => 'candidate'),
  },
  {
    name: 'areas', title: 'Countries and provinces named', under: 'Places', on: false, swatch: ['square', INK],
    items: data.places.filter((place) => place.area), draw: (places) => placesOf(places, () => 'area'),
  },
];

function placesOf(places, kindOf) {
  return L.layerGroup(places.map((place) => placeMarker(place, kindOf(place))));
}
