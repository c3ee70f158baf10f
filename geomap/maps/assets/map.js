// The layers of the case, what is visible of them, and what is lit up.
function makeLayers(act) {
  const claims = new Map();
  const findings = new Map();
  for (const claim of data.claims) if (claim.region) claims.set(claim.id, drawClaim(claim, act));
  for (const finding of data.findings) findings.set(finding.id, { finding, group: drawFinding(finding, act) });

  const groups = {
    feasible: drawFeasible(),
    places: L.layerGroup(data.places.filter((place) => !place.area).map((place) => placeMarker(place, place.anchor ? 'anchor' : 'named'))),
    areas: L.layerGroup(data.places.filter((place) => place.area).map((place) => placeMarker(place, 'area'))),
    unresolved: L.layerGroup(data.unresolved.flatMap((item) => item.candidates.map((place) => placeMarker(place, 'candidate')))),
  };
  const on = {
    zones: true,
    margins: true,
    witnesses: true,
    speakers: data.speakers.map(() => true),
    reports: data.reports.map(() => true),
  };
  let lit = { claims: new Set(), finding: null };

  function claimShown(claim) {
    return on.speakers[claim.speaker] && on.reports[claim.report] && (!claim.zone || on.zones);
  }

  function findingShown(finding) {
    if (finding.id === lit.finding) return true;
    if (!finding.claims.every((id) => claims.has(id) && claimShown(claims.get(id).claim))) return false;
    if (finding.verdict === 'contradictory') return on.margins;
    return on.witnesses && finding.kind === 'agreement' && finding.verdict === 'consistent';
  }

  function refresh() {
    const some = lit.claims.size > 0;
    for (const layer of claims.values()) {
      const wanted = claimShown(layer.claim) || lit.claims.has(layer.claim.id);
      if (wanted) layer.group.addTo(map);
      else layer.group.remove();
      layer.look(!some ? 'normal' : lit.claims.has(layer.claim.id) ? 'active' : 'dim');
    }
    for (const { finding, group } of findings.values()) {
      if (findingShown(finding)) group.addTo(map);
      else group.remove();
    }
  }

  // The small rings last, so that they lie over the large ones.
  [...claims.values()].sort((a, b) => b.claim.region.size_m - a.claim.region.size_m).forEach((layer) => layer.group.addTo(map));
  groups.places.addTo(map);
  groups.unresolved.addTo(map);
  refresh();

  return {
    claims,
    groups,
    light(ids, finding) {
      lit = { claims: new Set(ids.filter((id) => claims.has(id))), finding };
      refresh();
    },
    toggle(kind, number, value) {
      if (kind in groups) {
        if (value) groups[kind].addTo(map);
        else groups[kind].remove();
        return;
      }
      if (Array.isArray(on[kind])) on[kind][number] = value;
      else on[kind] = value;
      refresh();
    },
    zoomTo(ids, points) {
      const bounds = L.latLngBounds([]);
      ids.filter((id) => claims.has(id)).forEach((id) => bounds.extend(claims.get(id).bounds()));
      (points || []).forEach((point) => bounds.extend(point));
      if (bounds.isValid()) map.fitBounds(bounds, { padding: [36, 36], maxZoom: 12, animate: !matchMedia('(prefers-reduced-motion: reduce)').matches });
    },
  };
}
