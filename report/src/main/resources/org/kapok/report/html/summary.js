/* The first page: what this is, how it stands, five figures, what is missing, what to know before relying on it. */

/* The date that figures are told for: that of the plan's targets, or the last. */
kapok.planDate = function () {
  const stocks = kapok.data.targets.filter(target => target.stock && target.date > kapok.dates[0]);
  return stocks.length > 0 ? stocks[0].date : null;
};

/* The position of the reference date nearest to the plan's date. */
kapok.planPosition = function () {
  const date = kapok.planDate();
  if (!date) {
    return kapok.last;
  }
  const same = kapok.dates.findIndex(each => kapok.year(each) === kapok.year(date));
  return same < 0 ? kapok.last : same;
};

kapok.section('summary', () => [kapok.verdict(), kapok.cards(), kapok.mainShortages(), kapok.warnings()]);

kapok.verdict = function () {
  const residents = kapok.series('resident');
  const place = kapok.text(kapok.data.scenario.place);
  const target = kapok.targetOf('resident');
  const sentences = [];
  if (target) {
    const miss = kapok.miss(target);
    sentences.push(kapok.word('verdict_plan_' + (Math.abs(miss) < 5e-4 ? 'equal' : miss > 0 ? 'above' : 'below'), place,
      kapok.people(target.reached), kapok.day(target.date), kapok.people(target.wanted),
      kapok.percent(Math.abs(miss), 1), target.verdict === 'met' ? kapok.targetRule(target)
        : kapok.word('verdict.' + target.verdict)));
  }
  sentences.push(kapok.courseWords('verdict_', target ? kapok.word('it', place) : place, residents));
  const standing = kapok.targetsSentence();
  return kapok.element('div', {class: 'verdict'},
    kapok.element('p', {class: 'lead'}, sentences.map(kapok.capital).join(kapok.word('space'))),
    kapok.element('p', {}, kapok.data.ensemble ? kapok.word('not_forecast_drawn', kapok.grouped(kapok.data.ensemble.draws))
      : kapok.word('not_forecast')),
    standing ? kapok.element('p', {}, standing) : null, kapok.solutionSentence(), kapok.indicatorSentence());
};

kapok.targetsSentence = function () {
  const targets = kapok.data.targets;
  if (targets.length === 0) {
    return null;
  }
  const named = verdict => targets.filter(target => target.verdict === verdict)
    .map(target => kapok.targetName(target) + kapok.word('in_brackets', kapok.targetDifference(target,
      target.reached - target.wanted)));
  const parts = [kapok.word('targets_standing', named('met').length, targets.length)];
  ['at_risk', 'off_track'].filter(verdict => named(verdict).length > 0).forEach(verdict =>
    parts.push(kapok.word('targets_other', kapok.capital(kapok.word('verdict.' + verdict)), kapok.list(named(verdict)))));
  const drawn = kapok.data.ensemble;
  if (drawn && drawn.allTargets !== undefined) {
    parts.push(kapok.word('all_targets_chance', kapok.percent(drawn.allTargets, 0), kapok.grouped(drawn.draws),
      targets.filter(target => target.chance !== undefined).length));
  }
  return parts.join(kapok.word('space'));
};

kapok.solutionSentence = function () {
  const solution = kapok.data.solution;
  if (!solution) {
    return null;
  }
  const text = solution.applied ? kapok.word(solution.holds ? 'solution_applied' : 'solution_compromise',
    kapok.percent(solution.change, 1)) : solution.holds ? kapok.word('solution_holds', kapok.percent(solution.change, 1))
    : kapok.word('solution_fails');
  return kapok.element('p', {}, text, ' ', kapok.element('a', {href: '#targets'}, kapok.word('see_targets')));
};

kapok.indicatorSentence = function () {
  if (!kapok.data.scorecard) {
    return null;
  }
  const counts = kapok.verdictCounts();
  const phrases = Object.entries(counts).filter(([, count]) => count > 0)
    .map(([verdict, count]) => kapok.word('count_of', count, kapok.word('verdict.' + verdict)));
  return kapok.element('p', {}, kapok.word('indicators_sentence', kapok.data.scorecard.length, kapok.list(phrases)), ' ',
    kapok.element('a', {href: '#scorecard'}, kapok.word('see_scorecard')));
};

/* ---- five figures ---- */

kapok.cards = function () {
  const cards = [{name: kapok.word('measure.resident'), measure: 'resident', area: ''}];
  if (kapok.hasRegister) {
    cards.push({name: kapok.word('measure.registered'), measure: 'registered', area: ''});
  }
  const parts = kapok.groups.length > 0 ? kapok.groups : kapok.regions.length > 1 ? kapok.largest(2) : [];
  parts.slice(0, 2).forEach(area => cards.push({name: kapok.text(area.title), measure: 'resident', area: area.id}));
  if (kapok.hasBand('65+')) {
    cards.push({name: kapok.shareName('65+'), measure: 'resident', area: '', band: '65+'});
  }
  return [kapok.element('h3', {class: 'sub'}, kapok.planDate()
    ? kapok.word('cards_plan', kapok.day(kapok.planDate())) : kapok.word('cards_trend',
    kapok.year(kapok.dates[0]), kapok.year(kapok.dates[kapok.last]))),
  kapok.element('div', {class: 'cards'}, cards.map(kapok.card))];
};

kapok.largest = function (count) {
  const persons = region => kapok.series('resident', region.id)[kapok.last];
  return [...kapok.regions].sort((a, b) => persons(b) - persons(a)).slice(0, count);
};

kapok.card = function (card) {
  const shared = Boolean(card.band);
  const values = shared ? kapok.share('resident', card.area, card.band) : kapok.series(card.measure, card.area);
  const target = kapok.targetOf(card.measure, card.area, card.band, shared);
  const said = value => shared ? kapok.percent(value, 2) : kapok.people(value);
  const children = [kapok.element('h4', {}, card.name)];
  if (target) {
    children.push(kapok.element('p', {class: 'figure'}, said(target.reached)),
      kapok.element('p', {}, kapok.word('card_plan', said(target.wanted))),
      kapok.element('p', {}, kapok.badge(target.verdict), ' ', kapok.offBy(target)),
      target.chanceMet === undefined ? kapok.element('p', {class: 'small'}, kapok.targetRule(target)) : null);
    if (target.chance !== undefined) {
      children.push(kapok.element('p', {class: 'small'}, kapok.word('card_chance', kapok.percent(target.chance, 0),
        said(target.wanted))));
    }
    if (target.chanceMet !== undefined) {
      children.push(kapok.element('p', {class: 'small'}, kapok.word('card_chance_met', kapok.percent(target.chanceMet, 0),
        kapok.targetRule(target))));
    }
  } else {
    const change = values[kapok.last] - values[0];
    children.push(kapok.element('p', {class: 'figure'}, said(values[kapok.last])),
      kapok.element('p', {}, kapok.word('card_base', kapok.year(kapok.dates[kapok.last]), said(values[0]),
        kapok.year(kapok.dates[0]))),
      kapok.element('p', {class: 'standing'}, shared ? kapok.word('points', kapok.signed(kapok.grouped(100 * change, 2)))
        : kapok.signed(kapok.percent(values[0] > 0 ? change / values[0] : null, 1))));
  }
  children.push(kapok.spark(values, target));
  return kapok.element('article', {class: 'card'}, children.filter(Boolean));
};

/* How far off a target is; nothing where solving met it. */
kapok.offBy = target => Math.abs(kapok.miss(target)) < 1e-6 ? ''
  : kapok.targetDifference(target, target.reached - target.wanted);

/* The path of a figure as a small line, with the plan's value as a dot. */
kapok.spark = function (values, target) {
  const width = 150;
  const height = 36;
  const all = target ? [...values, target.wanted] : values;
  const low = Math.min(...all);
  const high = Math.max(...all);
  const x = share => 4 + share * (width - 8);
  const y = value => high > low ? height - 5 - (value - low) / (high - low) * (height - 10) : height / 2;
  const points = values.map((value, i) => x(i / Math.max(1, kapok.last)) + ',' + y(value).toFixed(1)).join(' ');
  const parts = [kapok.svg('polyline', {points, fill: 'none', stroke: kapok.colours.series[0], 'stroke-width': 2})];
  if (target) {
    const start = kapok.time(kapok.dates[0]);
    const share = (kapok.time(target.date) - start) / (kapok.time(kapok.dates[kapok.last]) - start);
    parts.push(kapok.svg('circle', {cx: x(share), cy: y(target.wanted), r: 4, fill: '#fff',
      stroke: kapok.colours.accent, 'stroke-width': 2}));
  }
  return kapok.svg('svg', {viewBox: '0 0 ' + width + ' ' + height, class: 'spark', 'aria-hidden': 'true'}, ...parts);
};

/* ---- what is missing ---- */

/* Services of the whole place that are short at a date, by the share of their norm that is missing. */
kapok.shortages = function (position) {
  return kapok.services.filter(kapok.hasGap).map(service => {
    const gap = kapok.gap(service, 'norm', '');
    const demand = kapok.demand(service, 'norm', '')[position];
    const short = gap.shortage[position];
    return {service, short, demand, share: demand > 0 ? short / demand : 0};
  }).filter(each => each.short > 0).sort((a, b) => b.share - a.share);
};

kapok.mainShortages = function () {
  const position = kapok.planPosition();
  const found = kapok.shortages(position).slice(0, 8);
  if (!kapok.services.some(kapok.hasGap)) {
    return null;
  }
  const year = kapok.year(kapok.dates[position]);
  if (found.length === 0) {
    return kapok.element('p', {}, kapok.word('no_shortage', year));
  }
  return [kapok.element('h3', {class: 'sub'}, kapok.word('main_shortages', year)),
    kapok.element('ul', {class: 'bars'}, found.map(each => {
      const bar = kapok.element('span', {class: 'bar'});
      bar.style.width = (100 * Math.min(1, each.share)).toFixed(1) + '%';
      return kapok.element('li', {}, kapok.element('span', {class: 'bar-name'}, kapok.text(each.service.title)),
        kapok.element('span', {class: 'bar-track'}, bar),
        kapok.element('span', {class: 'bar-value'}, kapok.word('short_of',
          kapok.counted(each.short, kapok.text(each.service.unit)), kapok.percent(each.share, 0)),
        kapok.shortChance(each.service, position)));
    })),
    kapok.note(kapok.word('main_shortages_note'), kapok.word('space'), kapok.supplySentence())];
};

/* In how many futures a service is short at a date. */
kapok.shortChance = function (service, position) {
  const chances = service.paths.norm.chanceShort;
  const chance = chances && position > 0 ? chances[position - 1] : null;
  return typeof chance === 'number' ? kapok.element('span', {class: 'small'}, ' ' + kapok.word('short_chance',
    kapok.percent(chance, 0))) : null;
};

/* ---- what to know ---- */

kapok.warnings = function () {
  const provenance = kapok.data.provenance;
  const items = [];
  if (provenance.assumptions.length > 0) {
    items.push([kapok.word('warn_assumptions', provenance.assumptions.length), '#methods']);
  }
  if (kapok.services.some(service => Object.values(service.paths).some(path => path.allocated))) {
    items.push([kapok.word('warn_allocated'), '#services']);
  }
  if (kapok.services.some(kapok.hasGap)) {
    items.push([kapok.supplySentence(), '#services']);
  }
  const provided = kapok.services.filter(service => !service.people);
  const stated = provided.filter(service => !kapok.hasGap(service)).length;
  if (stated > 0) {
    items.push([kapok.word('warn_no_supply', stated, provided.length), '#services']);
  }
  if (provenance.withheld.cells > 0) {
    items.push([kapok.word('warn_withheld', provenance.withheld.cells, kapok.grouped(provenance.withheld.persons, 1)),
      '#methods']);
  }
  if (provenance.checks.accounts > 0.01 || provenance.checks.measures > 0.01) {
    items.push([kapok.word('warn_accounts'), '#methods']);
  }
  if (kapok.population.regions > kapok.regions.length) {
    items.push([kapok.word('left_out', kapok.grouped(kapok.regions.length), kapok.grouped(kapok.population.regions)), null]);
  }
  return kapok.element('aside', {class: 'warnings'}, kapok.element('h3', {class: 'sub'}, kapok.word('warnings')),
    kapok.element('ul', {}, items.map(([text, href]) => kapok.element('li', {}, text, ' ',
      href ? kapok.element('a', {href}, kapok.word('more')) : null))));
};
