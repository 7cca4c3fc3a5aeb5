/* A map of regions: shades of one measure, with a slider of years, and the same as a list in order of size. */

if (kapok.data.map) {
  echarts.registerMap('regions', kapok.data.map.shapes);
  kapok.section('map', () => kapok.mapPart());
} else if (kapok.regions.length > 1) {
  kapok.section('map', () => [kapok.element('p', {}, kapok.word(kapok.data.mapGiven ? 'map_redrawn' : 'map_missing'))]);
}

/* What a map may show. Each says how a value is found, told and coloured. */
kapok.mapMeasures = function () {
  const persons = (id, measure) => ({value: id, text: kapok.measureName(measure), kind: 'size', persons: true,
    of: (region, i) => kapok.series(measure, region)[i]});
  const measures = [persons('resident', 'resident')];
  if (kapok.hasRegister) {
    measures.push(persons('registered', 'registered'));
  }
  measures.push({value: 'growth', text: kapok.word('growth_since', kapok.year(kapok.dates[0])), kind: 'change',
    percent: true, of: (region, i) => {
      const values = kapok.series('resident', region);
      return values[0] > 0 ? values[i] / values[0] - 1 : null;
    }});
  if (kapok.hasBand('65+')) {
    measures.push({value: 'old', text: kapok.shareName('65+'), kind: 'size', percent: true,
      of: (region, i) => kapok.share('resident', region, '65+')[i]});
  }
  return measures.concat(kapok.mapServiceMeasures());
};

kapok.mapServiceMeasures = function () {
  const known = kapok.services.filter(kapok.gapByRegion);
  const group = kapok.word('section_services');
  const measures = kapok.services.length === 0 ? [] : [{value: 'needed', text: kapok.word('demand_norm'), group,
    kind: 'size', service: () => true, of: (region, i, service) => kapok.demand(service, 'norm', region)[i]}];
  if (known.length > 0) {
    measures.push({value: 'short', text: kapok.word('shortage'), group, kind: 'bad', service: kapok.gapByRegion,
      of: (region, i, service) => kapok.gap(service, 'norm', region).shortage[i]},
    {value: 'per1000', text: kapok.word('supply_per_1000'), group, kind: 'size', service: kapok.gapByRegion, perThousand: true,
      of: (region, i, service) => {
        const supply = kapok.gap(service, 'norm', region).supply[i];
        const people = kapok.series('resident', region)[i];
        return supply === null || people === 0 ? null : 1000 * supply / people;
      }});
  }
  return measures;
};

kapok.mapPart = function () {
  const measures = kapok.mapMeasures();
  const state = {measure: measures[0], date: kapok.last, service: null};
  const canvas = kapok.chart({
    id: 'map',
    height: () => kapok.printing ? 420 : kapok.narrow() ? 520 : 560,
    title: () => kapok.mapTitle(state),
    note: () => kapok.text(kapok.data.map.attribution),
    option: () => kapok.mapOption(state),
    table: () => kapok.mapTable(state),
  });
  const list = kapok.element('div', {class: 'map-list'});
  const services = kapok.element('span', {});
  function update() {
    canvas.update();
    list.replaceChildren(kapok.mapList(state));
  }
  function offerServices() {
    const offered = state.measure.service ? kapok.services.filter(state.measure.service) : [];
    state.service = offered.find(each => each === state.service) || offered[0] || null;
    services.replaceChildren(...(offered.length > 0 ? [kapok.choice('service', kapok.serviceOptions(offered),
      state.service.id, id => {
        state.service = kapok.service(id);
        update();
      })] : []));
  }
  const controls = kapok.element('div', {class: 'controls'},
    kapok.slider(kapok.dates.map((date, i) => i), state.date, date => {
      state.date = date;
      update();
    }),
    kapok.choice('measure', measures, measures[0].value, value => {
      state.measure = measures.find(measure => measure.value === value);
      offerServices();
      update();
    }), services);
  canvas.figure.insertBefore(controls, canvas.figure.querySelector('.canvas'));
  canvas.figure.classList.add('with-list');
  canvas.figure.insertBefore(list, canvas.figure.querySelector('.chart-data'));
  update();
  const told = kapok.services.length > 0 && !kapok.services.some(kapok.gapByRegion);
  return [canvas.figure, told ? kapok.note(kapok.word('map_no_supply')) : null];
};

kapok.serviceOptions = function (services) {
  return services.map(service => ({value: service.id, text: kapok.text(service.title),
    group: service.domainTitle ? kapok.text(service.domainTitle) : ''}));
};

kapok.mapValues = function (state, date) {
  return kapok.regions.map(region => ({region, value: state.measure.of(region.id, date, state.service)}));
};

/* How values are told: persons, units of the service, percent. */
kapok.mapScale = function (state) {
  const measure = state.measure;
  if (measure.percent) {
    return {unit: '%', format: value => kapok.percent(value, 1)};
  }
  if (measure.perThousand) {
    return {unit: kapok.word('unit_per_1000', kapok.text(state.service.unit)), format: value => kapok.grouped(value, 2)};
  }
  const largest = Math.max(...kapok.mapValues(state, state.date).map(each => each.value || 0));
  return measure.persons ? kapok.persons(largest) : kapok.scale(largest, kapok.text(state.service.unit));
};

/* The end of a class, in as few digits as it takes. */
kapok.mapEnd = (scale, value) => scale.unit === '%' ? kapok.short(100 * value) + '%' : kapok.short(value / (scale.by || 1));

kapok.mapName = function (state) {
  return state.service ? kapok.word('measure_of_service', state.measure.text, kapok.text(state.service.title))
    : state.measure.text;
};

kapok.mapTitle = function (state) {
  const values = kapok.mapValues(state, state.date).filter(each => each.value !== null);
  const year = kapok.year(kapok.dates[state.date]);
  if (values.length === 0) {
    return kapok.word('title_map_plain', kapok.mapName(state), year);
  }
  const scale = kapok.mapScale(state);
  const sorted = values.sort((a, b) => b.value - a.value);
  const said = each => kapok.text(each.region.title) + kapok.word('in_brackets', scale.unit === '%'
    ? scale.format(each.value) : state.measure.persons ? kapok.people(each.value)
      : kapok.spaced(scale.format(each.value), scale.unit));
  return kapok.word('title_map', kapok.mapName(state), year, said(sorted[0]), said(sorted[sorted.length - 1]));
};

/* Classes that hold for all years, so that shades may be compared while the slider moves. */
kapok.mapClasses = function (state) {
  const values = kapok.dates.flatMap((date, i) => kapok.mapValues(state, i).map(each => each.value))
    .filter(value => value !== null);
  const colours = {size: kapok.colours.depth, bad: kapok.colours.heat, change: kapok.colours.depth}[state.measure.kind];
  const low = Math.min(...values, state.measure.kind === 'bad' ? 0 : Infinity);
  const high = Math.max(...values);
  if (state.measure.kind === 'change' && low < 0) {
    const end = kapok.roundUp(Math.max(-low, high));
    const steps = [-1, -2 / 3, -1 / 3, 0, 1 / 3, 2 / 3, 1].map(step => step * end);
    const both = [...kapok.colours.both.slice(0, 3), ...kapok.colours.depth.slice(1, 4)];
    return both.map((colour, n) => ({from: steps[n], to: steps[n + 1], colour}));
  }
  let step = kapok.roundUp((high - low) / colours.length || Math.abs(high) || 1);
  const first = () => Math.floor(low / step) * step;
  while (first() + colours.length * step < high) {
    step = kapok.roundUp(1.01 * step);
  }
  const start = first();
  return colours.map((colour, n) => ({from: start + n * step, to: start + (n + 1) * step, colour}))
    .filter(each => each.from <= high);
};

/* The next of 1, 2, 2.5, 5, 10 and so on. */
kapok.roundUp = function (value) {
  const power = Math.pow(10, Math.floor(Math.log10(value)));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map(each => each * power).find(each => each >= value * 0.999999);
};

kapok.mapColour = function (classes, value) {
  if (value === null || value === undefined) {
    return '#e3e6ea';
  }
  const found = classes.find(each => value < each.to) || classes[classes.length - 1];
  return found.colour;
};

kapok.mapOption = function (state) {
  const scale = kapok.mapScale(state);
  const classes = kapok.mapClasses(state);
  const dark = colour => parseInt(colour.slice(3, 5), 16) < 140;
  return {
    tooltip: kapok.tooltip(point => kapok.tip(kapok.areaName(point.name), [{colour: point.data && point.data.itemStyle.areaColor,
      name: kapok.mapName(state), value: point.data ? kapok.spaced(scale.format(point.value), scale.unit === '%' ? ''
        : scale.unit) : ''}]), {trigger: 'item'}),
    visualMap: {type: 'piecewise', left: 0, bottom: 0, itemGap: 4, itemWidth: 18, itemHeight: 12, showLabel: true,
      text: [scale.unit, ''], textStyle: {color: kapok.colours.soft}, selectedMode: false,
      pieces: classes.map((each, n) => ({gte: each.from, ...(n + 1 < classes.length ? {lt: each.to} : {}), color: each.colour,
        label: kapok.mapEnd(scale, each.from) + ' – ' + kapok.mapEnd(scale, each.to)})).reverse()},
    series: [{type: 'map', map: 'regions', aspectScale: kapok.mapAspect(), top: 8, bottom: kapok.narrow() ? 130 : 8,
      left: kapok.narrow() ? 8 : 90, right: 8, selectedMode: false,
      itemStyle: {borderColor: '#fff', borderWidth: 1.2},
      labelLayout: {hideOverlap: true},
      data: kapok.mapValues(state, state.date).map(each => {
        const colour = kapok.mapColour(classes, each.value);
        return {name: each.region.id, value: each.value === null ? NaN : each.value,
          itemStyle: {areaColor: colour}, label: {color: dark(colour) ? '#fff' : kapok.colours.ink}};
      }),
      label: {show: true, fontSize: 11, formatter: point => kapok.areaName(point.name)},
      emphasis: {label: {show: true, color: kapok.colours.ink}, itemStyle: {areaColor: '#ffe7a8'}}}],
  };
};

/* How much a degree of longitude is shorter than one of latitude. */
kapok.mapAspect = function () {
  const latitudes = kapok.data.map.shapes.features.flatMap(feature => feature.geometry.coordinates.flatMap(rings =>
    rings[0].map(point => point[1])));
  const middle = (latitudes.reduce((a, b) => Math.min(a, b)) + latitudes.reduce((a, b) => Math.max(a, b))) / 2;
  return Math.cos(middle * Math.PI / 180);
};

kapok.mapList = function (state) {
  const scale = kapok.mapScale(state);
  const classes = kapok.mapClasses(state);
  const values = kapok.mapValues(state, state.date).sort((a, b) => (b.value || 0) - (a.value || 0));
  return kapok.table([kapok.word('region'), scale.unit === '%' ? state.measure.text : scale.unit],
    values.map(each => {
      const swatch = kapok.swatch(kapok.mapColour(classes, each.value));
      return [kapok.element('span', {}, swatch, kapok.text(each.region.title)), scale.format(each.value)];
    }), {label: kapok.mapName(state)});
};

kapok.mapTable = function (state) {
  return {columns: [kapok.word('region'), ...kapok.dates.map(kapok.year)],
    rows: kapok.regions.map(region => [kapok.text(region.title),
      ...kapok.dates.map((date, i) => state.measure.of(region.id, i, state.service))])};
};
