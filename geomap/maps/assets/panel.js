// The panel: findings, claims with their quotes, and all that could not be used.
const VERDICTS = {
  contradictory: ['✕', 'Contradictory'],
  consistent: ['✓', 'Consistent'],
  inside: ['◉', 'Inside the zone'],
  outside: ['◎', 'Outside the zone'],
  open: ['◐', 'Open'],
  uncheckable: ['?', 'Cannot be checked'],
  possible: ['→', 'Possible'],
  impossible: ['⊘', 'Impossible'],
};
const KINDS = {
  agreement: 'Same event: can both be true?',
  zone: 'Position against zone',
  place: 'Claim against gazetteer',
  units: 'Figures in two units',
  joint: 'Claims taken together',
  movement: 'One thing at two times: can it move so fast?',
};
const ROLES = {
  main: ['main incident', 'of the incident that the report is about'],
  side: ['other incident', 'of another incident that the report tells of'],
  standing: ['tells where a place lies', 'of no event'],
};

function makePanel(act) {
  const cards = new Map();
  const byId = new Map(data.claims.map((claim) => [claim.id, claim]));

  function card(kind, item, colour, ...content) {
    const made = el('article', { class: 'card ' + kind, tabindex: 0, colour, 'data-kind': kind, 'data-id': item.id }, ...content);
    made.addEventListener('mouseenter', () => act.hover(kind, item.id));
    made.addEventListener('mouseleave', () => act.hover(null));
    made.addEventListener('focus', () => act.hover(kind, item.id));
    made.addEventListener('blur', () => act.hover(null));
    made.addEventListener('click', (event) => {
      if (!event.target.closest('a, button, summary')) act.select(kind, item.id);
    });
    made.addEventListener('keydown', (event) => {
      if (event.target === made && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        act.select(kind, item.id);
      }
    });
    cards.set(kind + '=' + item.id, made);
    return made;
  }

  function link(kind, id, ...content) {
    return el('a', { class: 'link', href: markOf(kind, id), title: 'Link to this ' + kind }, ...content);
  }

  // A way to an event that does not stand at the end of a line as the card's own link does.
  function toEvent(id, ...content) {
    return el('a', { href: markOf('event', id) }, content.map((item) => (item.nodeType ? item : words(item))));
  }

  function joinedBy(items, show) {
    return items.flatMap((item, number) => [number ? ' and ' : null, show(item)]);
  }

  function chip(id) {
    return el('span', { class: 'chip', colour: byId.has(id) ? colourOf(byId.get(id).speaker) : null }, words(id));
  }

  function reference(id) {
    const claim = byId.get(id);
    if (!claim) return null;
    const made = el('button', { type: 'button', class: 'reference', colour: colourOf(claim.speaker) },
      el('span', { class: 'chip' }, words(id)),
      el('span', { class: 'what' }, el('span', { class: 'who' }, words(data.speakers[claim.speaker].name)), ' ', el('q', null, words(claim.quote[1]))));
    made.addEventListener('click', () => act.select('claim', id));
    made.addEventListener('mouseenter', () => act.hover('claim', id));
    return made;
  }

  // A list of sets of claims, the first few; what each set is, before them.
  function setsOf(title, sets, sort) {
    const MOST = 6;
    return sets.length ? el('div', { class: 'sets ' + sort }, el('span', { class: 'kind' }, title),
      el('ul', null, sets.slice(0, MOST).map((ids) => el('li', null, ids.map(chip)))),
      sets.length > MOST ? el('span', { class: 'faint' }, 'and ' + (sets.length - MOST) + ' more') : null) : null;
  }

  function findingCard(finding) {
    const [sign, title] = VERDICTS[finding.verdict] || ['?', capital(finding.verdict)];
    const condition = finding.condition;
    const sure = finding.robust
      ? 'Holds under ' + (finding.readings > 1 ? 'all ' + finding.readings + ' fair readings' : 'every fair reading') + (condition ? ' if they are one event.' : '.')
      : finding.flips.length ? 'Not robust: another fair reading of the words changes it.' : null;
    const made = card('finding', finding, null,
      el('header', null,
        el('span', { class: 'verdict ' + finding.verdict }, el('span', { class: 'sign', 'aria-hidden': 'true' }, sign), ' ', title),
        finding.margin ? el('span', { class: 'margin' }, finding.margin) : null,
        condition ? el('span', { class: 'condition' }, 'if one event, ' + condition.chance) : null,
        link('finding', finding.id, words(finding.id))),
      el('div', { class: 'kind' }, condition ? ['If ', joinedBy(condition.events, (id) => toEvent(id, id)), ' are one event: can both be true?'] : KINDS[finding.kind] || capital(finding.kind)),
      el('div', { class: 'references' }, finding.claims.map(reference)),
      finding.sets ? setsOf('Cannot stand together', finding.sets.conflicts, 'apart') : null,
      finding.sets && finding.sets.conflicts.length ? setsOf('The largest sets that can', finding.sets.together, 'together') : null,
      el('p', { class: 'explanation' }, words(finding.summary)),
      sure ? el('p', { class: finding.robust ? 'sure' : 'unsure' }, sure) : null,
      finding.folded ? el('p', { class: 'faint' }, 'Folded: ', words(finding.why_folded), '.') : null,
      el('details', null, el('summary', null, 'In full'),
        condition && condition.why ? el('p', { class: 'unsure' }, 'They may be one event, ' + condition.chance + ': ', words(condition.why), '.') : null,
        finding.detail ? el('p', { class: 'explanation' }, words(finding.detail)) : null,
        finding.flips.length ? el('ul', { class: 'flips' }, finding.flips.map((flip) => el('li', null,
          el('span', { class: 'becomes' }, capital(flip.verdict)), flip.fair ? ' if ' : ' only if ', words(flip.text)))) : null));
    made.classList.toggle('conditional', Boolean(condition));
    return made;
  }

  function quote(parts) {
    return el('blockquote', { dir: 'auto' }, words(parts[0]), el('mark', { dir: 'auto' }, parts[1]), words(parts[2]));
  }

  function reportLine(report) {
    return el('cite', null, words(report.title, 'title'),
      report.publisher ? [' · ', words(report.publisher)] : null,
      ' · ', report.published ? dateWords(report.published) : 'date not given');
  }

  function anchorLine(anchor) {
    if (!anchor) return null;
    const parts = [el('q', null, words(anchor.words))];
    if (anchor.stands_for) parts.push(' (for ', el('q', null, words(anchor.stands_for)), ')');
    parts.push(' → ');
    parts.push(anchor.place ? el('b', null, words(anchor.place.name)) : el('b', { class: 'none' }, 'not resolved'));
    if (anchor.place) parts.push(' ', el('span', { class: 'faint' }, [anchor.place.kind, anchor.place.country].filter(Boolean).join(', ')));
    return parts;
  }

  function rows(pairs) {
    return el('dl', null, pairs.filter(([, value]) => value && value.length !== 0).map(([key, value]) => [el('dt', null, key), el('dd', null, value)]));
  }

  function claimCard(claim) {
    const stance = claim.stance === 'asserted' ? null : el('span', { class: 'stance ' + claim.stance }, claim.stance);
    return card('claim', claim, colourOf(claim.speaker),
      el('header', null,
        el('span', { class: 'chip' }, words(claim.id)),
        el('span', { class: 'speaker' }, words(data.speakers[claim.speaker].name)),
        stance,
        claim.role && claim.role !== 'main' ? el('span', { class: 'stance' }, ROLES[claim.role][0]) : null,
        claim.region ? null : el('span', { class: 'stance' }, 'not drawn'),
        link('claim', claim.id, 'link')),
      quote(claim.quote),
      reportLine(data.reports[claim.report]),
      claim.why_not ? el('p', { class: 'unsure' }, words(claim.why_not)) : null,
      el('details', null, el('summary', null, 'How it was read'),
        rows([
          ['Anchor', anchorLine(claim.anchor)],
          ['Why', claim.anchor && claim.anchor.why ? [words(claim.anchor.why)] : null],
          ['Of', claim.target ? [el('q', null, words(claim.target))] : null],
          ['When', [dateWords(claim.when), claim.when_text ? [' (', el('q', null, words(claim.when_text)), ')'] : null].flat()],
          ...claim.bounds.map(([key, value]) => [key, [words(value)]]),
          ['Event', claim.event ? [toEvent(claim.event, eventWords(claim.event))] : null],
          ['Role', claim.role ? [ROLES[claim.role][1], claim.event_reason ? [': ', words(claim.event_reason)] : null].flat() : null],
        ])));
  }

  function eventWords(id) {
    const event = data.events.find((item) => item.id === id);
    return event ? el('span', null, words(event.label), ' (', words(id), ', ', dateWords(event.when), ')') : words(id);
  }

  function unresolvedCard(item, number) {
    return card('unresolved', { id: String(number) }, null,
      el('header', null, el('q', { class: 'speaker' }, words(item.name)), el('span', { class: 'stance' }, item.chosen ? 'left open by the analyst' : 'not resolved')),
      reportLine(data.reports[item.report]),
      item.why ? el('p', null, words(item.why)) : null,
      item.candidates.length ? el('ul', { class: 'candidates' }, item.candidates.map((place) => el('li', null,
        el('b', null, words(place.name)), ' ', el('span', { class: 'faint' }, [place.kind, place.country].filter(Boolean).join(', ')),
        place.far ? [', ', words(place.far)] : null,
        place.reasons.length ? el('span', { class: 'reasons' }, place.reasons.map((reason) => words(reason)).flatMap((node, i) => (i ? ['; ', node] : [node]))) : null)))
        : el('p', { class: 'faint' }, 'The gazetteer has no place of that name.'),
      item.others.length ? [el('div', { class: 'kind' }, 'Where the other claims put it'), el('div', { class: 'references' }, item.others.map(reference))] : null);
  }

  function eventCard(event) {
    return card('event', event, null,
      el('header', null, el('span', { class: 'speaker' }, words(event.label)), link('event', event.id, words(event.id))),
      el('cite', null, dateWords(event.when)),
      event.reports.map((number) => reportLine(data.reports[number])),
      el('div', { class: 'references' }, event.claims.map(reference)),
      event.joined.map((pair) => el('p', { class: 'joined' }, joinedBy(pair.claims, chip), ' tell of one event, ' + pair.chance + ': ', words(pair.why), '.')),
      event.may_join.map((item) => el('p', { class: 'unsure' },
        'May be the same as ', toEvent(item.event, eventWords(item.event)), ', ' + item.chance + ': ', words(item.why), '.')),
      event.reason ? el('details', null, el('summary', null, 'Why these claims'), el('p', null, words(event.reason))) : null);
  }

  function notRead() {
    const unread = data.unread.map((item) => el('article', { class: 'card plain' }, quote(item.quote), el('p', null, words(item.why))));
    const problems = data.problems.map((item) => el('article', { class: 'card plain' },
      el('header', null, words(item.source, 'speaker'), item.place ? [' ', words(item.place)] : null),
      el('p', null, words(item.reason), item.mend ? ['; ', words(item.mend)] : null)));
    return [...unread, ...problems];
  }

  function reports() {
    return data.reports.map((report) => el('article', { class: 'card plain' }, reportLine(report),
      report.url ? el('p', { class: 'faint' }, words(report.url)) : null,
      el('p', { class: 'faint' }, report.claims.length ? plural(report.claims.length, 'claim', 'claims') : 'no claims found'),
      report.why_unread ? el('p', { class: 'unsure' }, 'It ', words(report.why_unread), '.') : null));
  }

  // The trivial ones stand together, folded, below the others.
  const worthSaying = data.findings.filter((finding) => !finding.folded);
  function findings() {
    const rest = data.findings.filter((finding) => finding.folded).map(findingCard);
    if (!rest.length) return worthSaying.map(findingCard);
    return [...worthSaying.map(findingCard), el('details', { class: 'group' }, el('summary', null, words(data.folded)), rest)];
  }

  const sections = [
    ['findings', 'Findings', findings(), 'Nothing could be compared.', worthSaying.length],
    ['claims', 'Claims', data.claims.map(claimCard), 'No spatial claims were found.'],
    ['unresolved', 'Unresolved', data.unresolved.map(unresolvedCard), 'Every name was placed.'],
    ['events', 'Events', data.events.map(eventCard), 'No events were told apart.'],
    ['unread', 'Not read', notRead(), 'Every distance was read, and every report.'],
    ['reports', 'Reports', reports(), 'There are no reports.'],
  ];

  const surely = (verdict) => worthSaying.filter((finding) => finding.verdict === verdict && !finding.condition).length;
  const contradictions = surely('contradictory');
  const impossible = surely('impossible');
  const summary = [
    plural(data.claims.length, 'claim', 'claims') + ' by ' + plural(data.speakers.length, 'speaker', 'speakers')
      + ' in ' + plural(data.reports.length, 'report', 'reports'),
    contradictions ? plural(contradictions, 'contradiction', 'contradictions') : 'no contradictions',
    impossible ? plural(impossible, 'impossible movement', 'impossible movements') : null,
    data.unresolved.length ? plural(data.unresolved.length, 'name unresolved', 'names unresolved') : null,
  ].filter(Boolean).join(' · ');

  function goTo(section) {
    document.getElementById('section-' + section).scrollIntoView({ block: 'start' });
  }

  // Whoever sees an empty map must see why.
  function notices() {
    const MOST = 3;
    const unread = data.reports.filter((report) => report.why_unread);
    const shown = unread.length > MOST + 1 ? unread.slice(0, MOST) : unread;
    return [
      ...shown.map((report) => el('p', { class: 'notice', role: 'status' }, el('b', null, words(report.title)), ' ', words(report.why_unread), '.')),
      data.left_apart ? el('p', { class: 'notice' }, el('button', { type: 'button', onclick: () => goTo('events') },
        plural(data.left_apart, 'pair of events may be one and was', 'pairs of events may be one and were') + ' left apart')) : null,
      shown.length < unread.length ? el('p', { class: 'notice', role: 'status' }, plural(unread.length - shown.length, 'more report is', 'more reports are') + ' in other languages, and not read.') : null,
    ];
  }

  const shown = sections.filter(([name, , items]) => items.length || name === 'findings' || name === 'claims');
  const nav = el('nav', { 'aria-label': 'Sections' }, shown.map(([name, title, items, , count]) => el('button', {
    type: 'button', onclick: () => goTo(name),
  }, title, ' ', el('span', { class: 'count' }, String(count || items.length)))));
  const panel = document.getElementById('panel');
  panel.append(
    el('div', { class: 'masthead' }, el('div', { class: 'brand' }, 'geomap'), el('h1', { dir: 'auto' }, data.title), el('p', { class: 'summary' }, summary), notices()),
    nav,
    ...shown.map(([name, title, items, nothing]) => el('section', { id: 'section-' + name },
      el('h2', null, title), items.length ? items : el('p', { class: 'faint nothing' }, nothing))),
    el('footer', null, 'Basemap: Natural Earth (public domain). Places: GeoNames (CC BY 4.0). Drawn with Leaflet. This page loads nothing from the network.'));
  document.title = data.title + ' – geomap';

  window.addEventListener('beforeprint', () => panel.querySelectorAll('details').forEach((item) => { item.open = true; }));

  return {
    light(keys) {
      for (const [key, made] of cards) made.classList.toggle('lit', keys.has(key));
    },
    select(key, scroll) {
      for (const [other, made] of cards) {
        made.classList.toggle('selected', other === key);
        if (other === key) {
          const group = made.closest('details.group');
          if (group) group.open = true;
          made.querySelectorAll('details').forEach((item) => { item.open = true; });
          if (scroll) made.scrollIntoView({ block: 'nearest' });
        }
      }
    },
    has: (key) => cards.has(key),
  };
}
