/* People over time: residents and registered people with fans and targets, what changes them, how they age. */

kapok.section('population', () => {
  const state = {area: '', years: 'all'};
  const charts = [kapok.peopleChart(state), kapok.changeChart(state), kapok.ageingChart(state), kapok.dependencyChart(state)]
    .filter(Boolean);
  const areas = kapok.areaChoice('', area => {
    state.area = area;
    charts.forEach(chart => chart.update());
  });
  return [kapok.regions.length > 1
    ? kapok.element('div', {class: 'controls'}, areas) : null,
  ...charts.map(chart => chart.figure), ...kapok.districtShares(), ...kapok.pyramidPart()];
});

/* ---- lines, fans, targets ---- */

kapok.lines = () => kapok.hasRegister ? ['resident', 'registered'] : ['resident'];

kapok.lineColour = measure => kapok.colours.series[measure === 'resident' ? 0 : 1];

kapok.peopleChart = function (state) {
  return kapok.chart({
    id: 'people',
    height: () => 380,
    title: () => kapok.courseWords('title_people_', kapok.areaName(state.area), kapok.series('resident', state.area)),
    note: () => [kapok.fan('resident', state.area) ? kapok.word('note_fan', kapok.grouped(kapok.data.ensemble.draws)) : '',
      kapok.peopleTargets(state.area).length > 0 ? kapok.word('note_targets') : ''].filter(Boolean)
      .join(kapok.word('space')),
    option: () => kapok.peopleOption(state.area),
    table: () => kapok.peopleTable(state.area),
  });
};

kapok.peopleTargets = function (area) {
  return kapok.data.targets.filter(target => target.area === area && target.allAges && !target.shareOf
    && kapok.lines().includes(target.measure));
};

kapok.peopleOption = function (area) {
  const scale = kapok.persons(kapok.series('resident', area)[kapok.last]);
  const series = [];
  kapok.lines().forEach(measure => {
    const colour = kapok.lineColour(measure);
    series.push(...kapok.fanSeries(kapok.fan(measure, area), kapok.dates, colour, measure));
    series.push({type: 'line', name: kapok.measureName(measure), data: kapok.dates.map((date, i) =>
      [kapok.time(date), kapok.series(measure, area)[i]]), showSymbol: false, lineStyle: {width: 2.5, color: colour},
    itemStyle: {color: colour}, z: 5});
  });
  const targets = kapok.peopleTargets(area);
  if (targets.length > 0) {
    series.push({type: 'scatter', name: kapok.word('target'), symbol: 'diamond', symbolSize: 13, z: 8,
      data: targets.map(target => [kapok.time(target.date), target.wanted]),
      itemStyle: {color: '#fff', borderColor: kapok.colours.accent, borderWidth: 2}, tooltip: {show: false}});
  }
  return {
    grid: kapok.grid({top: 56}),
    legend: kapok.legend({data: [...kapok.lines().map(kapok.measureName), ...(targets.length > 0
      ? [{name: kapok.word('target'), icon: 'diamond', itemStyle: {color: '#fff', borderColor: kapok.colours.accent, borderWidth: 2}}] : [])]}),
    xAxis: kapok.timeAxis(),
    yAxis: kapok.valueAxis(scale, {scale: true}),
    tooltip: kapok.tooltip(points => kapok.peopleTip(points, area, targets)),
    series,
  };
};

/* Three bands around the middle of the draws: 95%, 80% and 50% of them, darker inwards. */
kapok.fanSeries = function (fan, dates, colour, stack) {
  if (!fan) {
    return [];
  }
  const steps = [[0, 1, 0.12], [1, 2, 0.2], [2, 4, 0.32], [4, 5, 0.2], [5, 6, 0.12]];
  const base = {type: 'line', stack: 'fan-' + stack, stackStrategy: 'all', showSymbol: false, silent: true,
    lineStyle: {opacity: 0}, tooltip: {show: false}, emphasis: {disabled: true}};
  return [{...base, data: fan.map((row, i) => [kapok.time(dates[i]), row[0]])},
    ...steps.map(([from, to, opacity]) => ({...base, areaStyle: {color: colour, opacity},
      data: fan.map((row, i) => [kapok.time(dates[i]), row[to] - row[from]])}))];
};

kapok.peopleTip = function (points, area, targets) {
  const at = kapok.dates.findIndex(date => kapok.time(date) === points[0].axisValue);
  if (at < 0) {
    const near = targets.filter(target => kapok.time(target.date) === points[0].axisValue);
    return kapok.tip(near.length > 0 ? kapok.day(near[0].date) : '', near.map(target => ({colour: kapok.colours.accent,
      name: kapok.word('target_of', kapok.measureName(target.measure)), value: kapok.people(target.wanted)})));
  }
  const rows = [];
  kapok.lines().forEach(measure => {
    rows.push({colour: kapok.lineColour(measure), name: kapok.measureName(measure),
      value: kapok.people(kapok.series(measure, area)[at])});
    const fan = kapok.fan(measure, area);
    if (fan && at > 0) {
      rows.push({name: kapok.word('eighty'), value: kapok.word('from_to', kapok.people(fan[at][1]),
        kapok.people(fan[at][5]))});
    }
  });
  return kapok.tip(kapok.day(kapok.dates[at]), rows);
};

kapok.peopleTable = function (area) {
  const columns = [kapok.word('date')];
  kapok.lines().forEach(measure => {
    columns.push(kapok.measureName(measure));
    if (kapok.fan(measure, area)) {
      kapok.data.ensemble.probabilities.forEach(probability =>
        columns.push(kapok.measureName(measure) + ' ' + kapok.percent(probability)));
    }
  });
  const rows = kapok.dates.map((date, i) => [date, ...kapok.lines().flatMap(measure => {
    const fan = kapok.fan(measure, area);
    return [kapok.series(measure, area)[i], ...(fan ? fan[i] : [])];
  })]);
  return {columns, rows};
};

/* ---- components of change ---- */

kapok.COMPONENTS = [
  {id: 'births', of: flows => flows.births, colour: 2},
  {id: 'deaths', of: flows => flows.deaths.map(value => -value), colour: 4},
  {id: 'external', of: flows => flows.arrivals.map((value, i) => value - flows.departures[i]), colour: 0},
  {id: 'internal', of: flows => flows.moves_in.map((value, i) => value - flows.moves_out[i]), colour: 5},
  {id: 'status', of: flows => flows.status_in.map((value, i) => value - flows.status_out[i]), colour: 3},
];

/* The components of an area that are ever anything, in persons per year. */
kapok.components = function (area) {
  const flows = kapok.population.flows.resident[area];
  return kapok.COMPONENTS.map(each => ({...each, values: each.of(flows)}))
    .filter(each => each.values.some(value => Math.abs(value) > 0.5 || Math.abs(value) > 1e-6 * flows.births[0]));
};

kapok.changeChart = function (state) {
  const years = kapok.population.flowYears;
  const labels = kapok.population.step === 1 ? years.map(String) : years.map(year => year + '–'
    + (year + kapok.population.step - 1));
  const growth = () => kapok.growthPerYear(state.area);
  return kapok.chart({
    id: 'change',
    title: () => kapok.changeTitle(state.area),
    note: () => kapok.word(kapok.population.step === 1 ? 'note_change' : 'note_change_mean'),
    option: () => {
      const parts = kapok.components(state.area);
      const scale = kapok.persons(Math.max(...parts.map(part => Math.max(...part.values.map(Math.abs)))));
      return {
        grid: kapok.grid({top: 56}),
        legend: kapok.legend(),
        xAxis: kapok.yearAxis(labels, {axisLine: {onZero: false, lineStyle: {color: kapok.colours.line}}}),
        yAxis: kapok.valueAxis({...scale, unit: kapok.word('per_year', scale.unit)}),
        tooltip: kapok.tooltip(points => kapok.tip(points[0].axisValueLabel, points.map(point => ({
          colour: point.color, name: point.seriesName, value: kapok.signed(kapok.people(point.value))})))),
        series: [...parts.map(part => ({type: 'bar', stack: 'change', name: kapok.word('component_' + part.id),
          data: part.values, itemStyle: {color: kapok.colours.series[part.colour]}, barCategoryGap: '25%'})),
        {type: 'line', name: kapok.word('growth'), data: growth(), symbol: 'circle', symbolSize: labels.length > 30 ? 0 : 6,
          lineStyle: {color: kapok.colours.ink, width: 2}, itemStyle: {color: kapok.colours.ink}}],
      };
    },
    table: () => {
      const parts = kapok.components(state.area);
      return {columns: [kapok.word('year'), ...parts.map(part => kapok.word('component_' + part.id)), kapok.word('growth')],
        rows: labels.map((label, i) => [label, ...parts.map(part => part.values[i]), growth()[i]])};
    },
  });
};

kapok.growthPerYear = function (area) {
  const persons = kapok.series('resident', area);
  return kapok.population.flowYears.map((year, i) => (persons[i + 1] - persons[i]) / kapok.population.step);
};

/* Which component moves an area most, over all years. */
kapok.changeTitle = function (area) {
  const flows = kapok.population.flows.resident[area];
  const natural = flows.births.map((births, i) => births - flows.deaths[i]);
  const moving = kapok.growthPerYear(area).map((growth, i) => growth - natural[i]);
  const size = values => values.reduce((sum, value) => sum + Math.abs(value), 0);
  const all = values => values.every(value => value >= 0) ? 'more' : values.every(value => value <= 0) ? 'less' : 'turn';
  const kind = size(moving) > size(natural) ? 'moving_' + all(moving) : 'natural_' + all(natural);
  return kapok.word('title_change_' + kind, kapok.areaName(area));
};

/* ---- ageing ---- */

kapok.ageingChart = function (state) {
  const bands = ['0-14', '15-59', '60+', '65+', '80+'].filter(kapok.hasBand);
  if (!kapok.hasBand('65+') || !kapok.hasBand('0-14')) {
    return null;
  }
  const shares = band => kapok.share('resident', state.area, band);
  const colours = {'0-14': 2, '15-59': 4, '60+': 1, '65+': 0, '80+': 3};
  return kapok.chart({
    id: 'ageing',
    title: () => kapok.word('title_ageing', kapok.areaName(state.area), kapok.percent(shares('65+')[0], 1),
      kapok.year(kapok.dates[0]), kapok.percent(shares('65+')[kapok.last], 1), kapok.year(kapok.dates[kapok.last])),
    option: () => ({
      grid: kapok.grid({top: 56}),
      legend: kapok.legend(),
      xAxis: kapok.timeAxis(),
      yAxis: kapok.percentAxis(kapok.word('share_of_residents'), {min: 0}),
      tooltip: kapok.tooltip(points => kapok.tip(kapok.year(kapok.dates[points[0].dataIndex]), points.map(point => ({
        colour: point.color, name: point.seriesName, value: kapok.percent(point.value[1], 2)})))),
      series: bands.filter(band => band !== '15-59').map(band => ({type: 'line', name: kapok.capital(kapok.ages(band)),
        showSymbol: false, data: kapok.dates.map((date, i) => [kapok.time(date), shares(band)[i]]),
        lineStyle: {width: 2.5}, color: kapok.colours.series[colours[band]]})),
    }),
    table: () => ({columns: [kapok.word('date'), ...bands.flatMap(band => [kapok.ages(band), kapok.ages(band) + ' %'])],
      rows: kapok.dates.map((date, i) => [date, ...bands.flatMap(band =>
        [kapok.series('resident', state.area, band)[i], 100 * shares(band)[i]])])}),
  });
};

kapok.dependencyChart = function (state) {
  if (!['0-14', '15-64', '65+'].every(kapok.hasBand)) {
    return null;
  }
  const ratio = band => kapok.series('resident', state.area, band).map((persons, i) =>
    100 * persons / kapok.series('resident', state.area, '15-64')[i]);
  return kapok.chart({
    id: 'dependency',
    title: () => kapok.word('title_dependency', kapok.grouped(ratio('65+')[0], 0), kapok.grouped(ratio('65+')[kapok.last], 0),
      kapok.year(kapok.dates[kapok.last]), kapok.areaName(state.area)),
    option: () => ({
      grid: kapok.grid({top: 56}),
      legend: kapok.legend(),
      xAxis: kapok.yearAxis(kapok.dates.map(kapok.year)),
      yAxis: kapok.valueAxis({by: 1, unit: kapok.word('per_100_workers')}),
      tooltip: kapok.tooltip(points => kapok.tip(points[0].axisValueLabel, points.map(point => ({colour: point.color,
        name: point.seriesName, value: kapok.grouped(point.value, 1)})))),
      series: [['0-14', 2], ['65+', 0]].map(([band, colour]) => ({type: 'bar', stack: 'dependency',
        name: kapok.capital(kapok.ages(band)), data: ratio(band), color: kapok.colours.series[colour],
        barCategoryGap: '25%'})),
    }),
    table: () => ({columns: [kapok.word('date'), kapok.ages('0-14'), kapok.ages('65+'), kapok.word('together')],
      rows: kapok.dates.map((date, i) => [date, ratio('0-14')[i], ratio('65+')[i], ratio('0-14')[i] + ratio('65+')[i]])}),
  });
};

/* ---- where they live ---- */

kapok.districtShares = function () {
  if (kapok.regions.length < 2) {
    return [];
  }
  const value = (region, i) => kapok.series('resident', region.id)[i];
  const ordered = () => [...kapok.regions].sort((a, b) => value(a, kapok.last) - value(b, kapok.last)).slice(-25);
  const growing = () => [...kapok.regions].sort((a, b) => (value(b, kapok.last) - value(b, 0))
    - (value(a, kapok.last) - value(a, 0)))[0];
  return [kapok.chart({
    id: 'districts',
    height: () => 90 + 26 * ordered().length,
    title: () => kapok.word('title_districts', kapok.text(growing().title),
      kapok.people(value(growing(), kapok.last) - value(growing(), 0))),
    note: () => kapok.regions.length > 25 ? kapok.word('note_largest', 25) : '',
    option: () => {
      const scale = kapok.persons(value(ordered()[ordered().length - 1], kapok.last));
      const bars = [[0, 4], [kapok.last, 0]];
      return {
        grid: kapok.grid({top: 34, right: 60, bottom: 26}),
        legend: kapok.legend(),
        xAxis: kapok.valueAxis(scale, kapok.axisBelow(scale.unit)),
        yAxis: {type: 'category', data: ordered().map(region => kapok.text(region.title)), axisTick: {show: false},
          axisLine: {show: false}, axisLabel: {color: kapok.colours.ink}},
        tooltip: kapok.tooltip(points => kapok.tip(points[0].axisValueLabel, points.map(point => ({colour: point.color,
          name: point.seriesName, value: kapok.people(point.value)}))), {axisPointer: {type: 'shadow'}}),
        series: bars.map(([i, colour]) => ({type: 'bar', name: kapok.year(kapok.dates[i]),
          barGap: '10%', barCategoryGap: '30%', data: ordered().map(region => value(region, i)),
          color: kapok.colours.series[colour], itemStyle: {opacity: i === 0 ? 0.45 : 1}, label: {show: i > 0, position: 'right',
            color: kapok.colours.soft, formatter: point => scale.format(point.value)}})),
      };
    },
    table: () => ({columns: [kapok.word('region'), ...kapok.dates],
      rows: kapok.regions.map(region => [kapok.text(region.title), ...kapok.series('resident', region.id)])}),
  }).figure];
};
