// The layers of the case, what is visible of them, and what is lit up.
function makeLayers(act) {
  const claims = new Map();
  const findings = new Map();
  for (const claim of data.claims) if (claim.region) claims.set(claim.id, drawClaim(claim, act));
  for (const finding of data.findings) findings.set(finding.id, { finding, group: drawFinding(finding, act) });

  const groups = Object.fromEntries(LAYERS.map((layer) => [layer.name, layer.draw(layer.items)]));
  const on = {
    zones: true,
    margins: true,
    witnesses: true,
    conditional: true,
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
    const conflict = finding.verdict === 'contradictory';
    if (!conflict && !(finding.kind === 'agreement' && finding.verdict === 'consistent')) return false;
    return finding.condition ? on.conditional : conflict ? on.margins : on.witnesses;
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
    settle();
  }

  // Boxes on the screen that names of the basemap keep clear of; the labels of the claims are settled among them.
  function settle() {
    const taken = [{ left: 0, top: 0, right: 56, bottom: 120 }];
    const keep = (kind, width, size, wanted) => groups[kind].eachLayer((marker) => {
      if (!map.hasLayer(groups[kind]) || !wanted(marker.place)) return;
      const box = boxRightOf(map.latLngToContainerPoint(marker.getLatLng()), widthOf(marker.place.name, size) + width, 19);
      const free = !taken.some((other) => overlap(box, other));
      if (free) taken.push(box);
      marker.getElement().classList.toggle('bare', !free);
      marker[free ? 'openTooltip' : 'closeTooltip']();
    });
    keep('places', 16, 14, (place) => place.anchor);
    for (const { finding, group } of findings.values()) {
      if (!finding.gap || !map.hasLayer(group)) continue;
      const [a, b] = finding.gap.line.map((end) => map.latLngToContainerPoint(end));
      const box = boxAround(a.add(b).divideBy(2).add([0, 10]), widthOf(gapWords(finding), 12) + 20, 40);
      const free = !finding.condition || !taken.some((other) => overlap(box, other));
      const visible = (a.distanceTo(b) > 9 && free) || lit.finding === finding.id;
      group.eachLayer((layer) => { if (layer.getElement && layer.options.icon) layer.getElement().classList.toggle('hidden', !visible); });
      if (visible) taken.push(box);
    }
    groups.located.eachLayer((layer) => {
      if (layer.width && map.hasLayer(layer)) taken.push(boxAround(map.latLngToContainerPoint(layer.getLatLng()), layer.width, 24));
    });
    const isLit = (layer) => lit.claims.has(layer.claim.id);
    const order = [...claims.values()].filter((layer) => map.hasLayer(layer.group)).sort((a, b) => isLit(b) - isLit(a));
    for (const layer of order) {
      const box = layer.settle(taken, isLit(layer), lit.claims.size > 0);
      if (box) taken.push(box);
    }
    keep('places', 16, 13, (place) => !place.anchor);
    keep('unresolved', 26, 13, () => true);
    keep('areas', 16, 13, () => true);
    basemap.refresh(taken);
  }
  map.on('zoomend moveend', settle);

  // The small rings last, so that they lie over the large ones.
  const bySize = [...claims.values()].sort((a, b) => b.claim.region.size_m - a.claim.region.size_m);
  bySize.forEach((layer) => layer.group.addTo(map));
  LAYERS.filter((layer) => layer.on).forEach((layer) => groups[layer.name].addTo(map));
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
    zoomTo(ids, points, room) {
      const bounds = L.latLngBounds([]);
      ids.filter((id) => claims.has(id)).forEach((id) => bounds.extend(claims.get(id).bounds()));
      (points || []).forEach((point) => bounds.extend(point));
      if (bounds.isValid()) act.fit(bounds, 12, room);
    },
  };
}
