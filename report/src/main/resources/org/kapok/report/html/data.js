/* What the data says, asked for by name. */

kapok.population = kapok.data.population;
kapok.dates = kapok.population.dates;
kapok.last = kapok.dates.length - 1;

kapok.area = id => kapok.population.areas.find(area => area.id === id);

kapok.areaName = function (id) {
  const area = kapok.area(id);
  return area ? kapok.text(area.title) : id;
};

kapok.regions = kapok.population.areas.filter(area => area.kind === 'region');
kapok.groups = kapok.population.areas.filter(area => area.kind === 'group');

/* Whether people may be registered without living here, or live here without being registered. */
kapok.hasRegister = kapok.population.statuses.some(status => status.resident !== status.registered);

kapok.hasBand = band => kapok.population.bands.includes(band);

/* Persons by date. */
kapok.series = function (measure, area, band) {
  return kapok.population.people[measure][area || ''][band || '0+'];
};

/*
 * What people do over all dates: rise, fall, or turn at a date in between, by at least a hundredth of what they are. Gives
 * the kind and the position of the turn.
 */
kapok.course = function (values) {
  const first = values[0];
  const last = values[values.length - 1];
  const high = Math.max(...values);
  const low = Math.min(...values);
  if (high > 1.01 * Math.max(first, last)) {
    return {kind: 'peak', at: values.indexOf(high)};
  }
  if (1.01 * low < Math.min(first, last)) {
    return {kind: 'trough', at: values.indexOf(low)};
  }
  return {kind: last >= first ? 'up' : 'down', at: values.length - 1};
};

/* A sentence of what people do, in words that begin alike. */
kapok.courseWords = function (words, name, values) {
  const course = kapok.course(values);
  return kapok.word(words + course.kind, name, kapok.people(values[0]), kapok.year(kapok.dates[0]),
    kapok.people(values[kapok.last]), kapok.year(kapok.dates[kapok.last]), kapok.people(values[course.at]),
    kapok.year(kapok.dates[course.at]));
};

/* Shares by date of residents who are in an age band. */
kapok.share = function (measure, area, band) {
  const all = kapok.series(measure, area);
  return kapok.series(measure, area, band).map((persons, i) => all[i] > 0 ? persons / all[i] : null);
};

kapok.measureName = function (id) {
  const [kind, who] = id.split(':');
  if (kind === 'status') {
    return kapok.text(kapok.population.statuses.find(status => status.id === who).title);
  }
  if (kind === 'transition') {
    return kapok.text(kapok.data.transitions[who]);
  }
  const name = kapok.word('measure.' + kind);
  if (!who || who === 'resident') {
    return name;
  }
  return kapok.word('measure.of', name, who === 'registered' ? kapok.word('registered_short') : kapok.measureName(who));
};

kapok.ages = band => band.endsWith('+') ? kapok.word('ages.open', band.slice(0, -1))
  : kapok.word('ages.closed', band.replace('-', '–'));

/* The share of residents who are of some ages. */
kapok.shareName = band => kapok.word('share_of', kapok.word('of_ages', kapok.measureName('resident'), kapok.ages(band)),
  kapok.lower(kapok.measureName('resident')));

/* What a target or a needed flow is about. */
kapok.targetName = function (target) {
  let name = kapok.measureName(target.measure);
  if (!target.allAges) {
    name = kapok.word('of_ages', name, kapok.ages(target.ages));
  }
  if (target.shareOf) {
    name = kapok.word('share_of', name, kapok.lower(kapok.measureName(target.shareOf)));
  }
  return target.area ? kapok.word('in_area', name, kapok.areaName(target.area)) : name;
};

/* How a value of a target is written. */
kapok.targetValue = function (target, value) {
  if (target.shareOf) {
    return kapok.percent(value, 2);
  }
  return target.persons ? kapok.people(value) : kapok.word('years_of_life', kapok.grouped(value, 2));
};

kapok.targetDifference = function (target, difference) {
  if (target.shareOf) {
    return kapok.word('points', kapok.signed(kapok.grouped(100 * difference, 2)));
  }
  if (!target.persons) {
    return kapok.word('years_of_life', kapok.signed(kapok.grouped(difference, 2)));
  }
  return kapok.signed(kapok.people(difference));
};

/* How far off, as a share of what is wanted; a wanted 0 has no such share. */
kapok.miss = target => target.wanted === 0 ? 0 : target.reached / target.wanted - 1;

/* What counts as met, such as "met within ±0.21 million": value is how a number of the target is written. */
kapok.rule = function (goal, value) {
  return goal.want === 'around' ? kapok.word('met_within', value(goal.tolerance))
    : kapok.word(goal.want === 'at_least' ? 'met_from' : 'met_to', value(goal.wanted));
};

kapok.targetRule = target => kapok.rule(target, value => target.shareOf
  ? target.want === 'around' ? kapok.word('points', kapok.short(100 * value)) : kapok.percent(value, 2)
  : target.persons ? kapok.likePeople(target.wanted, value) : kapok.word('years_of_life', kapok.short(value)));

/* A number of people in the unit that another is told in. */
kapok.likePeople = function (other, value) {
  const scale = kapok.scale(Math.abs(other) >= 1e6 ? Math.max(2e6, Math.abs(other)) : other, '');
  return kapok.spaced(String(Number((value / scale.by).toPrecision(4))), scale.unit);
};

/* The target of a measure, area and ages as a number, or as a share. */
kapok.targetOf = function (measure, area, band, shared) {
  return kapok.data.targets.find(target => target.measure === measure && target.area === (area || '')
    && target.ages === (band || '0+') && Boolean(target.shareOf) === Boolean(shared));
};

/* The quantiles of a measure in an area after each step, the base date before them. */
kapok.fan = function (measure, area) {
  const drawn = kapok.data.ensemble && kapok.data.ensemble.people[measure];
  const rows = drawn && drawn[area || ''];
  if (!rows) {
    return null;
  }
  const base = kapok.series(measure, area)[0];
  return [kapok.data.ensemble.probabilities.map(() => base), ...rows];
};

/* ---- services ---- */

kapok.services = kapok.data.services;

kapok.service = id => kapok.services.find(service => service.id === id);

kapok.path = function (service, path) {
  return service.paths[path] || service.paths.norm;
};

/* Supply, shortage and surplus of an area; nothing where supply is not known there. */
kapok.gap = function (service, path, area) {
  const own = kapok.path(service, path);
  return own.gap && own.gap[area || ''];
};

kapok.hasGap = service => Boolean(kapok.gap(service, 'norm', ''));

/* For which services supply is a stock held as it is, and for which it is stated to change. */
kapok.supplySentence = function () {
  const all = kapok.services.filter(kapok.hasGap);
  const changing = all.filter(service => !service.held);
  const flat = all.length - changing.length;
  return kapok.word('supply_flat_' + (changing.length === 0 ? 'all' : flat === 0 ? 'none' : 'some'), all.length, flat,
    kapok.list(changing.map(service => kapok.text(service.title))));
};

kapok.gapByRegion = service => kapok.regions.some(region => kapok.gap(service, 'norm', region.id));

/* Demand of a group is the sum of its regions. */
kapok.demand = function (service, path, area) {
  const byArea = kapok.path(service, path).demand;
  if (byArea[area || '']) {
    return byArea[area || ''];
  }
  const own = kapok.regions.filter(region => region.group === area);
  return kapok.dates.map((date, i) => own.reduce((sum, region) => sum + byArea[region.id][i], 0));
};

/* The first date at which something is missing, by its position; -1 where it never is. */
kapok.firstShort = function (service, path, area) {
  const gap = kapok.gap(service, path, area);
  return gap ? gap.shortage.findIndex(short => short > 0) : -1;
};
