/* What people need of each service, by norm and by need, what there is, and where and when it is missing. */

if (kapok.services.length > 0) {
  kapok.section('services', () => kapok.servicesPart());
}

kapok.servicesPart = function () {
  const state = {service: kapok.services.find(kapok.hasGap) || kapok.services[0], path: 'norm', date: kapok.planPosition()};
  const charts = [];
  const whole = kapok.serviceChart(state);
  const regional = kapok.regions.length > 1 ? kapok.regionalChart(state) : null;
  const explained = kapok.services.some(service => service.explained) ? kapok.explainedChart(state) : null;
  charts.push(...[whole, regional, explained].filter(Boolean));
  const update = () => {
    if (explained) {
      explained.figure.hidden = kapok.explained(state).length === 0;
    }
    charts.forEach(chart => chart.update());
  };
  update();
  const controls = kapok.element('div', {class: 'controls'},
    kapok.choice('service', kapok.serviceOptions(kapok.services), state.service.id, id => {
      state.service = kapok.service(id);
      update();
    }),
    kapok.pathSwitch(state, update));
  const years = kapok.element('div', {class: 'controls'}, kapok.slider(kapok.dates.map((date, i) => i), state.date, date => {
    state.date = date;
    update();
  }));
  const atYear = [regional, explained].filter(Boolean);
  if (atYear.length > 0) {
    atYear[0].figure.insertBefore(years, atYear[0].figure.querySelector('.canvas'));
  }
  return [controls, ...charts.map(chart => chart.figure), ...kapok.shortageMaps(),
    kapok.services.some(kapok.hasGap) ? kapok.note(kapok.supplySentence()) : null, kapok.note(kapok.word('norm_and_need'))];
};

kapok.pathSwitch = function (state, update) {
  return kapok.switch('path', [{value: 'norm', text: kapok.word('path.norm')}, {value: 'need', text: kapok.word('path.need')}],
    state.path, path => {
      state.path = path;
      update();
    });
};

/* What is shown of a service: demand by its path, supply, shortage, surplus. */
kapok.kindName = (state, kind) => kapok.word(kind === 'demand' ? 'path.' + kapok.known(state.service, state.path) : kind);

/* The path asked for, or the norm where the service has no need of its own. */
kapok.known = (service, path) => service.paths[path] ? path : 'norm';

kapok.serviceChart = function (state) {
  return kapok.chart({
    id: 'service',
    height: () => 360,
    title: () => kapok.serviceTitle(state),
    note: () => kapok.serviceNote(state),
    option: () => kapok.serviceOption(state),
    table: () => kapok.serviceTable(state),
  });
};

kapok.serviceTitle = function (state) {
  const service = state.service;
  const path = kapok.known(service, state.path);
  const demand = kapok.demand(service, path, '');
  const unit = kapok.text(service.unit);
  const name = kapok.text(service.title);
  const years = [kapok.year(kapok.dates[0]), kapok.year(kapok.dates[kapok.last])];
  const gap = kapok.gap(service, path, '');
  const short = gap ? gap.shortage[kapok.last] : null;
  const text = kapok.word('title_service_' + (service.people ? 'people' : path), name, kapok.counted(demand[0], unit), years[0],
    kapok.counted(demand[kapok.last], unit), years[1]);
  if (short === null) {
    return text;
  }
  return text + kapok.word('space') + (short > 0 ? kapok.word('title_service_short', kapok.counted(short, unit), years[1])
    : kapok.word('title_service_enough', years[1]));
};

kapok.serviceNote = function (state) {
  const service = state.service;
  const notes = [];
  if (state.path === 'need' && !service.paths.need) {
    notes.push(kapok.word('note_no_need'));
  }
  const path = kapok.path(service, state.path);
  if (path.source) {
    notes.push(kapok.word(path.source === 'assumption' ? 'note_assumed' : 'note_source', kapok.sourceName(path.source)));
  }
  const first = kapok.firstShort(service, kapok.known(service, state.path), '');
  if (kapok.hasGap(service)) {
    notes.push(first < 0 ? kapok.word('never_short') : kapok.word('short_from', kapok.year(kapok.dates[first])),
      kapok.word(service.held ? 'note_supply_flat' : 'note_supply_stated'));
  } else if (!service.people) {
    notes.push(kapok.word('note_no_supply'));
  }
  const chance = path.chanceShort && path.chanceShort[path.chanceShort.length - 1];
  if (typeof chance === 'number') {
    notes.push(kapok.word('note_chance_short', kapok.year(kapok.dates[kapok.last]), kapok.percent(chance, 0)));
  }
  return notes.join(kapok.word('space'));
};

kapok.sourceName = function (id) {
  const source = kapok.data.provenance.sources.find(each => each.id === id);
  return source ? kapok.text(source.text) : id;
};

kapok.serviceOption = function (state) {
  const service = state.service;
  const lines = [['norm', 0], ['need', 1]].filter(([path]) => service.paths[path]);
  const gap = kapok.gap(service, 'norm', '');
  const largest = Math.max(...lines.flatMap(([path]) => kapok.demand(service, path, '')), ...(gap ? gap.supply : []));
  const scale = kapok.scale(largest, kapok.text(service.unit));
  const point = (date, value) => [kapok.time(date), value];
  const series = lines.flatMap(([path, colour]) => {
    const spread = service.paths[path].spread;
    const values = kapok.demand(service, path, '');
    const fan = spread && [spread[0].map(() => values[0]), ...spread];
    return [...kapok.fanSeries(fan, kapok.dates, kapok.colours.series[colour], path),
      {type: 'line', name: kapok.word('path.' + path), showSymbol: false, z: 5, color: kapok.colours.series[colour],
        lineStyle: {width: state.path === path ? 3 : 2, type: path === 'norm' ? 'solid' : 'dashed'},
        data: kapok.dates.map((date, i) => point(date, values[i]))}];
  });
  if (gap) {
    series.push({type: 'line', step: 'end', name: kapok.word('supply'), showSymbol: false, z: 4,
      color: kapok.colours.series[2], lineStyle: {width: 2.5}, areaStyle: {opacity: 0.1},
      data: kapok.dates.map((date, i) => point(date, gap.supply[i]))});
  }
  return {
    grid: kapok.grid({top: 56}),
    legend: kapok.legend({data: [...lines.map(([path]) => kapok.word('path.' + path)), ...(gap ? [kapok.word('supply')] : [])]}),
    xAxis: kapok.timeAxis(),
    yAxis: kapok.valueAxis(scale, {min: 0}),
    tooltip: kapok.tooltip(points => kapok.serviceTip(state, points[0].axisValue)),
    series,
  };
};

kapok.serviceTip = function (state, time) {
  const at = kapok.dates.findIndex(date => kapok.time(date) === time);
  const service = state.service;
  const unit = kapok.text(service.unit);
  const rows = [['norm', 0], ['need', 1]].filter(([path]) => service.paths[path]).map(([path, colour]) => ({
    colour: kapok.colours.series[colour], name: kapok.word('path.' + path),
    value: kapok.counted(kapok.demand(service, path, '')[at], unit)}));
  const gap = kapok.gap(service, kapok.known(service, state.path), '');
  if (gap) {
    rows.push({colour: kapok.colours.series[2], name: kapok.word('supply'), value: kapok.counted(gap.supply[at], unit)},
      {colour: kapok.colours.accent, name: kapok.word('shortage'), value: kapok.counted(gap.shortage[at], unit)});
  }
  return kapok.tip(kapok.day(kapok.dates[at]), rows);
};

kapok.serviceTable = function (state) {
  const service = state.service;
  const columns = [kapok.word('date')];
  const values = [];
  const add = (name, series) => {
    columns.push(name);
    values.push(series);
  };
  ['norm', 'need'].filter(path => service.paths[path]).forEach(path => {
    add(kapok.word('path.' + path), kapok.demand(service, path, ''));
    const gap = kapok.gap(service, path, '');
    if (gap) {
      add(kapok.word('supply'), gap.supply);
      add(kapok.word('shortage') + ' (' + kapok.word('path.' + path) + ')', gap.shortage);
      add(kapok.word('surplus') + ' (' + kapok.word('path.' + path) + ')', gap.surplus);
    }
  });
  return {columns, rows: kapok.dates.map((date, i) => [date, ...values.map(series => series[i])])};
};

/* ---- by region ---- */

kapok.regionalChart = function (state) {
  const value = (region, kind) => {
    const path = kapok.known(state.service, state.path);
    const gap = kapok.gap(state.service, path, region.id);
    return kind === 'demand' ? kapok.demand(state.service, path, region.id)[state.date] : gap ? gap[kind][state.date] : null;
  };
  const kinds = () => kapok.gapByRegion(state.service) ? [['demand', 4], ['supply', 2]] : [['demand', 0]];
  const sortedBy = () => kapok.gapByRegion(state.service) ? 'shortage' : 'demand';
  const ordered = () => [...kapok.regions].sort((a, b) => value(a, sortedBy()) - value(b, sortedBy())).slice(-25);
  return kapok.chart({
    id: 'service-regions',
    height: () => 96 + Math.min(25, kapok.regions.length) * (kinds().length > 1 ? 34 : 26),
    title: () => {
      const first = ordered()[ordered().length - 1];
      const year = kapok.year(kapok.dates[state.date]);
      const short = kapok.gapByRegion(state.service);
      return kapok.word('title_regions_' + (short ? 'short' : kapok.known(state.service, state.path)), kapok.text(state.service.title), year,
        kapok.text(first.title), kapok.counted(value(first, sortedBy()), kapok.text(state.service.unit)));
    },
    note: () => [kapok.gapByRegion(state.service) ? '' : kapok.word('note_no_regional_supply'),
      kapok.path(state.service, 'norm').allocated ? kapok.word('note_allocated') : ''].filter(Boolean).join(kapok.word('space')),
    option: () => {
      const scale = kapok.scale(Math.max(...kapok.regions.map(region => value(region, 'demand'))),
        kapok.text(state.service.unit));
      const short = kapok.gapByRegion(state.service);
      return {
        grid: kapok.grid({top: 34, right: short ? 110 : 64, bottom: 26}),
        legend: kapok.legend(),
        xAxis: kapok.valueAxis(scale, kapok.axisBelow(scale.unit)),
        yAxis: {type: 'category', data: ordered().map(region => kapok.text(region.title)), axisTick: {show: false},
          axisLine: {show: false}, axisLabel: {color: kapok.colours.ink}},
        tooltip: kapok.tooltip(points => kapok.tip(points[0].axisValueLabel, [...points.map(point => ({colour: point.color,
          name: point.seriesName, value: kapok.counted(point.value, kapok.text(state.service.unit))}))]),
        {axisPointer: {type: 'shadow'}}),
        series: kinds().map(([kind, colour], n) => ({type: 'bar', name: kapok.kindName(state, kind), color: kapok.colours.series[colour],
        barGap: '8%', barCategoryGap: '28%', data: ordered().map(region => value(region, kind)),
        label: {show: n === 0, position: 'right', color: short ? kapok.colours.accent : kapok.colours.soft,
          formatter: point => short ? kapok.shortLabel(value(ordered()[point.dataIndex], 'shortage'), scale)
            : scale.format(point.value)}})),
      };
    },
    table: () => ({columns: [kapok.word('region'), ...[...kinds().map(([kind]) => kind), ...(kapok.gapByRegion(state.service)
      ? ['shortage', 'surplus'] : [])].map(kind => kapok.kindName(state, kind))],
    rows: kapok.regions.map(region => [kapok.text(region.title), ...[...kinds().map(([kind]) => kind),
      ...(kapok.gapByRegion(state.service) ? ['shortage', 'surplus'] : [])].map(kind => value(region, kind))])}),
  });
};

kapok.shortLabel = (short, scale) => short > 0 ? kapok.word('short_by', scale.format(short)) : '';

/* ---- why need is not norm ---- */

kapok.PARTS = ['at_base', 'structure', 'participation', 'occupancy', 'norm_people', 'standard'];

/* The parts of need less norm at a date; those that are nothing are left out. */
kapok.explained = function (state) {
  const parts = state.service.explained || {};
  const largest = Math.max(0, ...kapok.PARTS.map(part => Math.abs((parts[part] || [0])[state.date])));
  return kapok.PARTS.filter(part => parts[part] && Math.abs(parts[part][state.date]) > 1e-6 * largest)
    .map(part => ({part, units: parts[part][state.date]}));
};

kapok.explainedChart = function (state) {
  const unit = () => kapok.text(state.service.unit);
  const total = () => kapok.explained(state).reduce((sum, each) => sum + each.units, 0);
  return kapok.chart({
    id: 'explained',
    height: () => 84 + 32 * Math.max(1, kapok.explained(state).length),
    title: () => kapok.word(total() >= 0 ? 'title_explained_more' : 'title_explained_less', kapok.text(state.service.title),
      kapok.year(kapok.dates[state.date]), kapok.counted(Math.abs(total()), unit())),
    note: () => kapok.word('note_explained'),
    option: () => {
      const parts = [...kapok.explained(state)].reverse();
      const scale = kapok.scale(Math.max(0, ...parts.map(each => Math.abs(each.units))), unit());
      return {
        grid: kapok.grid({top: 12, right: 24, bottom: 26}),
        xAxis: kapok.valueAxis(scale, {...kapok.axisBelow(scale.unit), ...kapok.roomForLabels()}),
        yAxis: {type: 'category', data: parts.map(each => kapok.word('part_' + each.part)), axisTick: {show: false},
          axisLabel: {color: kapok.colours.ink, width: kapok.narrow() ? 130 : 300, overflow: 'break', lineHeight: 14}},
        tooltip: kapok.tooltip(points => kapok.tip(points[0].axisValueLabel, [{colour: points[0].color, name: kapok.word('effect'),
          value: kapok.signed(kapok.counted(points[0].value, unit()))}]), {axisPointer: {type: 'shadow'}}),
        series: [{type: 'bar', barMaxWidth: 18, data: parts.map(each => ({value: each.units,
          itemStyle: {color: kapok.colours.series[each.units >= 0 ? 1 : 0]},
          label: {position: each.units >= 0 ? 'right' : 'left'}})), label: {show: true, color: kapok.colours.soft,
          formatter: point => kapok.signed(scale.format(point.value))}}],
      };
    },
    table: () => ({columns: [kapok.word('date'), ...kapok.PARTS.map(part => kapok.word('part_' + part))],
      rows: kapok.dates.map((date, i) => [date, ...kapok.PARTS.map(part => (state.service.explained || {})[part]
        ? state.service.explained[part][i] : null)])}),
  });
};
