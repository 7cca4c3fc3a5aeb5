/* Other scenarios beside this one: lines of each, by what they differ, and a table. */

if (kapok.data.comparison.length > 0) {
  kapok.section('comparison', () => kapok.comparisonPart());
}

/* This scenario and the others, alike. */
kapok.compared = function () {
  const own = {...kapok.population, id: kapok.data.scenario.id, title: kapok.data.scenario.title};
  return [own, ...kapok.data.comparison];
};

kapok.comparisonPart = function () {
  const state = {area: '', measure: 'resident', band: '0+', with: kapok.data.comparison[0].id};
  const charts = [kapok.compareLines(state), kapok.attributionChart(state)];
  const table = kapok.element('div', {});
  function update() {
    charts[1].figure.hidden = !kapok.effects(state).some(each => Math.abs(each.persons) > 0.5);
    charts.forEach(chart => chart.update());
    table.replaceChildren(...kapok.refusedNotes(state), ...kapok.compareTable(state));
  }
  const measures = kapok.lines().map(id => ({value: id + '|0+', text: kapok.measureName(id)}))
    .concat(kapok.population.bands.filter(band => band !== '0+').map(band => ({value: 'resident|' + band,
      text: kapok.word('of_ages', kapok.measureName('resident'), kapok.ages(band))})));
  const controls = kapok.element('div', {class: 'controls'},
    kapok.choice('measure', measures, 'resident|0+', value => {
      [state.measure, state.band] = value.split('|');
      update();
    }),
    kapok.regions.length > 1 ? kapok.areaChoice('', area => {
      state.area = area;
      update();
    }) : null,
    kapok.data.comparison.length > 1 ? kapok.choice('compared_with', kapok.data.comparison.map(other => ({value: other.id,
      text: kapok.text(other.title)})), state.with, id => {
      state.with = id;
      update();
    }) : null);
  update();
  const equal = kapok.data.comparison.filter(each => each.equal).map(each => kapok.element('p', {class: 'lead'},
    kapok.text(each.title) + kapok.word('colon') + kapok.word(each.equal)));
  return [equal, controls, charts[0].figure, charts[1].figure, table, kapok.comparedShortages(), kapok.comparedVerdicts()];
};

kapok.scenarioName = (each, n) => kapok.text(each.title) + (n === 0 ? ' ' + kapok.word('this_scenario') : '');

/* The height of a scenario's name, which takes two lines on a phone. */
kapok.legendRow = () => kapok.narrow() ? 38 : 20;

kapok.comparedDates = () => [...new Set(kapok.compared().flatMap(each => each.dates))].sort();

/* Persons of a scenario by date; nothing where it does not have the area or ages. */
kapok.comparedSeries = function (scenario, state) {
  const byArea = scenario.people[state.measure];
  const byBand = byArea && byArea[state.area];
  return (byBand && byBand[state.band]) || null;
};

kapok.compareLines = function (state) {
  const name = () => state.band === '0+' ? kapok.measureName(state.measure)
    : kapok.word('of_ages', kapok.measureName(state.measure), kapok.ages(state.band));
  const shown = () => kapok.compared().filter(each => kapok.comparedSeries(each, state));
  return kapok.chart({
    id: 'compared',
    height: () => 340 + kapok.legendRow() * kapok.compared().length,
    title: () => {
      const lasts = shown().map(each => kapok.comparedSeries(each, state).slice(-1)[0]);
      return kapok.word('title_compared', kapok.areaName(state.area), kapok.lower(name()), kapok.people(Math.min(...lasts)),
        kapok.people(Math.max(...lasts)), kapok.year(kapok.dates[kapok.last]));
    },
    option: () => {
      const scale = kapok.persons(Math.max(...shown().flatMap(each => kapok.comparedSeries(each, state))));
      return {
        grid: kapok.grid({top: 38 + kapok.legendRow() * kapok.compared().length}),
        legend: kapok.legend({orient: 'vertical', itemGap: 6, textStyle: {color: kapok.colours.soft, overflow: 'break',
          width: kapok.narrow() ? 320 : 900}}),
        xAxis: kapok.timeAxis(kapok.comparedDates()),
        yAxis: kapok.valueAxis(scale, {scale: true}),
        tooltip: kapok.tooltip(points => kapok.tip(new Date(points[0].axisValue).toISOString().slice(0, 10), points.map(point => ({
          colour: point.color, name: point.seriesName, value: kapok.people(point.value[1])})))),
        series: kapok.compared().map((each, n) => ({type: 'line', name: kapok.scenarioName(each, n), showSymbol: false,
          color: kapok.colours.series[n % kapok.colours.series.length], lineStyle: {width: n === 0 ? 3 : 2,
            type: n === 0 ? 'solid' : [[7, 4], [2, 3], [9, 3, 2, 3]][(n - 1) % 3]},
          data: (kapok.comparedSeries(each, state) || []).map((persons, i) => [kapok.time(each.dates[i]), persons])})),
      };
    },
    table: () => ({columns: [kapok.word('date'), ...kapok.compared().map(each => kapok.text(each.title))],
      rows: kapok.dates.map(date => [date, ...kapok.compared().map(each => {
        const values = kapok.comparedSeries(each, state);
        return values ? values[each.dates.indexOf(date)] : null;
      })])}),
  });
};

/* ---- by what they differ ---- */

kapok.attributed = function (state) {
  const other = kapok.data.comparison.find(each => each.id === state.with);
  const measure = ['resident', 'registered'].includes(state.measure) && state.band === '0+';
  return measure && other.attribution ? other.attribution : null;
};

/* What each change alone adds to an area at the last date, in persons. */
kapok.effects = function (state) {
  const attribution = kapok.attributed(state);
  if (!attribution) {
    return [];
  }
  const last = kapok.dates[kapok.last];
  const at = attribution.keys.findIndex(([date, measure, area]) => date === last && measure === state.measure
    && area === state.area);
  const steps = attribution.steps.filter(step => step.persons).map(step => ({name: kapok.stepName(step.id),
    persons: step.persons[at]}));
  const rest = {name: kapok.word('interaction'), persons: attribution.interaction[at]};
  return (attribution.steps.length > 1 ? [...steps, rest] : steps)
    .filter((each, n, all) => all.length < 12 || Math.abs(each.persons) > 0.5);
};

kapok.stepName = function (id) {
  const known = 'step.' + id.replace(':', '.');
  return kapok.words[known] ? kapok.word(known) : id;
};

/* What could not be made alone, and why. */
kapok.refusedNotes = function (state) {
  const attribution = kapok.attributed(state);
  return (attribution ? attribution.steps : []).filter(step => step.refused).map(step =>
    kapok.note(kapok.word('not_alone', kapok.stepName(step.id), kapok.text(step.refused))));
};

kapok.attributionChart = function (state) {
  const effects = () => [...kapok.effects(state)].sort((a, b) => Math.abs(a.persons) - Math.abs(b.persons));
  const total = () => effects().reduce((sum, each) => sum + each.persons, 0);
  const other = () => kapok.text(kapok.data.comparison.find(each => each.id === state.with).title);
  return kapok.chart({
    id: 'attribution',
    height: () => 80 + 32 * Math.max(1, effects().length),
    title: () => kapok.word('title_attribution', other(), kapok.signed(kapok.people(total())),
      kapok.lower(kapok.measureName(state.measure)), kapok.year(kapok.dates[kapok.last])),
    note: () => kapok.word('note_attribution'),
    option: () => {
      const scale = kapok.persons(Math.max(...effects().map(each => Math.abs(each.persons))));
      return {
        grid: kapok.grid({top: 12, right: 24, bottom: 26}),
        xAxis: kapok.valueAxis(scale, {...kapok.axisBelow(scale.unit), ...kapok.roomForLabels()}),
        yAxis: {type: 'category', data: effects().map(each => each.name), axisTick: {show: false},
          axisLabel: {color: kapok.colours.ink, width: kapok.narrow() ? 110 : 220, overflow: 'break'}},
        tooltip: kapok.tooltip(points => kapok.tip(points[0].axisValueLabel, [{colour: points[0].color,
          name: kapok.word('effect'), value: kapok.signed(kapok.people(points[0].value))}]), {axisPointer: {type: 'shadow'}}),
        series: [{type: 'bar', barMaxWidth: 18, data: effects().map(each => ({value: each.persons,
          itemStyle: {color: each.persons >= 0 ? kapok.colours.series[0] : kapok.colours.series[1]},
          label: {position: each.persons >= 0 ? 'right' : 'left'}})), label: {show: true, color: kapok.colours.soft,
          formatter: point => kapok.signed(scale.format(point.value))}}],
      };
    },
    table: () => ({columns: [kapok.word('change'), kapok.word('unit.persons')],
      rows: effects().map(each => [each.name, each.persons])}),
  });
};

/* The days whose values are compared, by the positions of their dates. */
kapok.comparedDays = positions => kapok.note(kapok.word('compared_dates',
  kapok.list(positions.map(i => kapok.day(kapok.dates[i])))));

kapok.compareTable = function (state) {
  const own = kapok.comparedSeries(kapok.compared()[0], state);
  const years = [kapok.planPosition(), kapok.last].filter((i, n, all) => all.indexOf(i) === n);
  const others = kapok.data.comparison.filter(each => kapok.comparedSeries(each, state));
  const columns = [kapok.word('scenario'), ...years.map(i => kapok.year(kapok.dates[i])).flatMap(year => [year,
    kapok.word('difference', year)])];
  const rows = [kapok.compared()[0], ...others].map(each => [kapok.text(each.title), ...years.flatMap(i => {
    const at = each.dates.indexOf(kapok.dates[i]);
    const value = at < 0 ? null : kapok.comparedSeries(each, state)[at];
    return [value === null ? '' : kapok.people(value), value === null || each.id === kapok.data.scenario.id ? ''
      : kapok.signed(kapok.people(value - own[i]))];
  })]);
  return [kapok.table(columns, rows, {label: kapok.word('section_comparison'), stack: true}), kapok.comparedDays(years)];
};

/* ---- what is missing, and how indicators stand ---- */

kapok.comparedShortages = function () {
  const others = kapok.data.comparison.filter(each => each.shortages);
  const services = kapok.services.filter(service => kapok.hasGap(service) && others.some(each => each.shortages[service.id]));
  if (services.length === 0) {
    return null;
  }
  const dates = [kapok.planPosition(), kapok.last].filter((i, n, all) => all.indexOf(i) === n).map(i => kapok.dates[i]);
  const all = [{...kapok.compared()[0], shortages: Object.fromEntries(services.map(service => [service.id,
    kapok.gap(service, 'norm', '').shortage]))}, ...others];
  const columns = [kapok.word('service'), ...dates.flatMap(date => all.map(each => kapok.word('scenario_in_year', kapok.text(each.title), kapok.year(date))))];
  const rows = services.map(service => [kapok.element('span', {}, kapok.text(service.title), kapok.element('span', {class: 'unit'}, kapok.text(service.unit))),
    ...dates.flatMap(date => all.map(each => {
      const short = (each.shortages[service.id] || [])[each.dates.indexOf(date)];
      return short === undefined || short === null ? '' : kapok.grouped(short, 0);
    }))]);
  return [kapok.element('h3', {class: 'sub'}, kapok.word('compared_shortages')),
    kapok.table(columns, rows, {label: kapok.word('compared_shortages'), stack: true}),
    kapok.comparedDays(dates.map(date => kapok.dates.indexOf(date)))];
};

/* Indicators whose verdict in the last year is not the same in all scenarios. */
kapok.comparedVerdicts = function () {
  const others = kapok.data.comparison.filter(each => each.verdicts);
  if (!kapok.data.scorecard || others.length === 0) {
    return null;
  }
  const year = kapok.scorecardYears().slice(-1)[0];
  const own = indicator => kapok.indicatorRow(indicator, year).verdict;
  const differing = kapok.data.scorecard.filter(indicator => others.some(each => each.verdicts[indicator.id] !== own(indicator)));
  const heading = kapok.element('h3', {class: 'sub'}, kapok.word('compared_verdicts'));
  if (differing.length === 0) {
    return [heading, kapok.element('p', {}, kapok.word('same_verdicts', year))];
  }
  const columns = [kapok.word('indicator'), kapok.text(kapok.data.scenario.title),
    ...others.map(each => kapok.text(each.title))];
  const rows = differing.map(indicator => [kapok.indicatorName(indicator), kapok.badge(own(indicator)),
    ...others.map(each => each.verdicts[indicator.id] ? kapok.badge(each.verdicts[indicator.id]) : '')]);
  return [heading, kapok.table(columns, rows, {texts: columns.map((column, i) => i), label: kapok.word('compared_verdicts'),
    stack: true})];
};
