/* The pyramid: people by sex and age at a date, their statuses stacked, the base year as an outline. */

kapok.pyramidPart = function () {
  const pyramid = kapok.data.pyramid;
  const state = {area: '', date: kapok.last, whom: kapok.pyramidGroups()[0].value};
  const chart = kapok.chart({
    id: 'pyramid',
    height: () => kapok.printing ? 500 : kapok.narrow() ? 460 : 540,
    title: () => kapok.pyramidTitle(state),
    note: () => kapok.word('note_pyramid', kapok.year(kapok.dates[0])) + (pyramid.byRegion ? ''
      : kapok.word('space') + kapok.word('note_pyramid_whole')),
    option: () => kapok.pyramidOption(state),
    table: () => kapok.pyramidTable(state),
  });
  const change = (key, value) => {
    state[key] = value;
    chart.update();
  };
  chart.figure.insertBefore(kapok.element('div', {class: 'controls'},
    kapok.slider(pyramid.dates, state.date, date => change('date', date)),
    kapok.regions.length > 1 && pyramid.byRegion ? kapok.areaChoice('', area => change('area', area)) : null,
    kapok.pyramidGroups().length > 1
      ? kapok.choice('whom', kapok.pyramidGroups(), state.whom, whom => change('whom', whom)) : null),
  chart.figure.querySelector('.canvas'));
  return [kapok.element('h3', {class: 'sub', id: 'pyramid-heading'}, kapok.word('pyramid')), chart.figure];
};

/* Whom a pyramid may show: residents, registered people, or one status. */
kapok.pyramidGroups = function () {
  const groups = [{value: 'resident', text: kapok.word('measure.resident')}];
  if (kapok.hasRegister) {
    groups.push({value: 'registered', text: kapok.word('measure.registered')});
  }
  if (kapok.population.statuses.length > 1) {
    kapok.population.statuses.forEach(status => groups.push({value: 'status:' + status.id, text: kapok.text(status.title)}));
  }
  return groups;
};

/* The positions of the statuses that a pyramid stacks. */
kapok.pyramidStatuses = function (whom) {
  const all = kapok.population.statuses;
  return all.map((status, i) => i).filter(i => whom === 'resident' ? all[i].resident
    : whom === 'registered' ? all[i].registered : 'status:' + all[i].id === whom);
};

/* Persons by age, of a status and sex (0 female, 1 male) in an area. */
kapok.pyramidAges = function (date, area, status, sex) {
  const pyramid = kapok.data.pyramid;
  const byRegion = pyramid.persons[pyramid.dates.indexOf(date)];
  const regions = byRegion.filter((persons, i) => !area || !pyramid.byRegion
    || kapok.regions[i].id === area || kapok.regions[i].group === area);
  return pyramid.ages.map((age, i) => regions.reduce((sum, region) => sum + region[status][sex][i], 0));
};

kapok.pyramidSum = function (date, area, whom, sex) {
  const ages = kapok.data.pyramid.ages;
  const statuses = kapok.pyramidStatuses(whom).map(status => kapok.pyramidAges(date, area, status, sex));
  return ages.map((age, i) => statuses.reduce((sum, persons) => sum + persons[i], 0));
};

kapok.ageLabels = function () {
  const ages = kapok.data.pyramid.ages;
  return ages.map((age, i) => i === ages.length - 1 ? age + '+' : ages[i + 1] - age === 1 ? String(age)
    : age + '–' + (ages[i + 1] - 1));
};

kapok.pyramidTitle = function (state) {
  const both = [0, 1].map(sex => kapok.pyramidSum(state.date, state.area, state.whom, sex));
  const all = both.flat().reduce((a, b) => a + b, 0);
  const name = kapok.pyramidGroups().find(group => group.value === state.whom).text;
  const year = kapok.year(kapok.dates[state.date]);
  const women = both[0].reduce((a, b) => a + b, 0);
  return kapok.word('title_pyramid', kapok.areaName(state.area), year, kapok.people(all), name,
    women > 0 ? kapok.grouped(100 * (all - women) / women, 0) : kapok.word('no_value'));
};

/* The end of the axis: the most that any date has, so that a playing pyramid keeps its scale. */
kapok.pyramidEnd = function (state) {
  const key = state.area + '|' + state.whom;
  kapok.pyramidEnd.known = kapok.pyramidEnd.known || {};
  if (!kapok.pyramidEnd.known[key]) {
    kapok.pyramidEnd.known[key] = Math.max(...kapok.data.pyramid.dates.flatMap(date => [0, 1].flatMap(sex =>
      kapok.pyramidSum(date, state.area, state.whom, sex))));
  }
  return kapok.pyramidEnd.known[key] || 1;
};

kapok.pyramidOption = function (state) {
  const labels = kapok.ageLabels();
  const statuses = kapok.pyramidStatuses(state.whom);
  const end = kapok.pyramidEnd(state);
  const scale = kapok.persons(end);
  const sides = [[0, 1], [1, -1]]; // women to the right, men to the left
  const bars = statuses.flatMap((status, n) => sides.map(([sex, sign]) => ({
    type: 'bar', stack: sex === 0 ? 'women' : 'men', name: kapok.statusName(status, sex),
    data: kapok.pyramidAges(state.date, state.area, status, sex).map(persons => sign * persons),
    barCategoryGap: labels.length > 40 ? '6%' : '12%', barGap: '-100%',
    itemStyle: {color: kapok.shade(sex === 0 ? kapok.colours.female : kapok.colours.male, n)},
  })));
  const outlines = sides.map(([sex, sign]) => ({type: 'line', step: 'middle', showSymbol: false, silent: true, z: 6,
    name: kapok.word('base_year', kapok.year(kapok.dates[0])),
    data: kapok.pyramidSum(0, state.area, state.whom, sex).map((persons, i) => [sign * persons, i]),
    lineStyle: {color: kapok.colours.ink, width: 1.2}, itemStyle: {color: kapok.colours.ink}}));
  return {
    grid: kapok.grid({top: 46, right: 14, left: 22, bottom: 26}),
    legend: kapok.legend(),
    xAxis: kapok.valueAxis(scale, {min: -end * 1.04, max: end * 1.04, ...kapok.axisBelow(scale.unit), axisLabel: {color: kapok.colours.soft,
      showMinLabel: false, showMaxLabel: false, hideOverlap: true,
      formatter: value => kapok.axisNumber(Math.abs(value) / scale.by)}}),
    yAxis: {type: 'category', data: labels, ...kapok.axisName(kapok.word('age')), axisTick: {show: false},
      axisLine: {show: false}, axisLabel: {color: kapok.colours.soft,
        interval: labels.length > 40 ? 9 : labels.length > 12 ? 1 : 0}},
    tooltip: kapok.tooltip(points => kapok.pyramidTip(points, labels), {axisPointer: {type: 'shadow'}}),
    series: [...bars, ...outlines],
  };
};

kapok.statusName = function (status, sex) {
  const who = kapok.population.statuses.length > 1 ? kapok.text(kapok.population.statuses[status].title) : '';
  const name = kapok.word(sex === 0 ? 'women' : 'men');
  return who ? kapok.word('status_and_sex', who, name) : kapok.capital(name);
};

/* A colour, and lighter ones for what is stacked on it. */
kapok.shade = function (colour, step) {
  const channels = [1, 3, 5].map(i => parseInt(colour.slice(i, i + 2), 16));
  const lighter = channels.map(channel => Math.round(channel + (255 - channel) * Math.min(0.75, 0.48 * step)));
  return '#' + lighter.map(channel => channel.toString(16).padStart(2, '0')).join('');
};

kapok.pyramidTip = function (points, labels) {
  const bars = points.filter(point => point.seriesType === 'bar');
  if (bars.length === 0) {
    return '';
  }
  return kapok.tip(kapok.ages(labels[bars[0].dataIndex].replace('–', '-')), bars.map(point => ({colour: point.color,
    name: point.seriesName, value: kapok.people(Math.abs(point.value))})));
};

kapok.pyramidTable = function (state) {
  const statuses = kapok.pyramidStatuses(state.whom);
  const columns = [kapok.word('age')];
  const values = [];
  [state.date, 0].filter((date, i, all) => all.indexOf(date) === i).forEach(date => statuses.forEach(status =>
    [0, 1].forEach(sex => {
      columns.push(kapok.statusName(status, sex) + ' ' + kapok.year(kapok.dates[date]));
      values.push(kapok.pyramidAges(date, state.area, status, sex));
    })));
  return {columns, rows: kapok.ageLabels().map((label, i) => [label, ...values.map(persons => persons[i])])};
};
