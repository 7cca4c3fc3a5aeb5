/* When services are missing: by year for the whole place, and the first year for each region. */

kapok.shortageMaps = function () {
  const known = kapok.services.filter(kapok.hasGap);
  if (known.length === 0) {
    return [];
  }
  const maps = [kapok.shortageByYear(known)];
  const regional = known.filter(kapok.gapByRegion);
  if (regional.length > 0) {
    maps.push(kapok.firstShortByRegion(regional));
  }
  return [kapok.element('h3', {class: 'sub'}, kapok.word('when_short')), ...maps.map(chart => chart.figure)];
};

/* The height of a row; names take up to three lines on a phone. */
kapok.heatRow = () => kapok.narrow() ? 38 : 26;

kapok.heatAxis = function (services) {
  return {type: 'category', inverse: true, data: services.map(service => kapok.text(service.title)), axisTick: {show: false},
    axisLine: {show: false}, axisLabel: {color: kapok.colours.ink, width: kapok.narrow() ? 104 : 230, overflow: 'break', lineHeight: 12,
      fontSize: kapok.narrow() ? 10 : 12},
    splitArea: {show: false}};
};

/* Services by year: the share of the norm that is missing. */
kapok.shortageByYear = function (services) {
  const share = (service, i) => {
    const short = kapok.gap(service, 'norm', '').shortage[i];
    const demand = kapok.demand(service, 'norm', '')[i];
    return short === null ? null : demand > 0 ? short / demand : 0;
  };
  const first = service => kapok.firstShort(service, 'norm', '');
  return kapok.chart({
    id: 'shortage-years',
    height: () => 90 + kapok.heatRow() * services.length,
    title: () => kapok.word('title_shortage_years', services.filter(service => first(service) >= 0).length, services.length),
    note: () => kapok.word('note_shortage_years'),
    option: () => ({
      grid: kapok.grid({top: 10, bottom: 52, right: 10}),
      xAxis: kapok.yearAxis(kapok.dates.map(kapok.year), {position: 'top', splitArea: {show: false}}),
      yAxis: kapok.heatAxis(services),
      visualMap: {type: 'piecewise', orient: 'horizontal', left: 0, bottom: 0, selectedMode: false, dimension: 2,
        itemGap: kapok.narrow() ? 5 : 10, itemWidth: kapok.narrow() ? 12 : 20, textGap: kapok.narrow() ? 3 : 8,
        textStyle: {color: kapok.colours.soft, fontSize: kapok.narrow() ? 10 : 12}, pieces: kapok.shareClasses()},
      tooltip: kapok.tooltip(point => kapok.tip(kapok.text(services[point.value[1]].title) + ' · '
        + kapok.year(kapok.dates[point.value[0]]), [{colour: point.color, name: kapok.word('shortage'),
        value: kapok.percent(point.value[2], 0)}, {name: '', value: kapok.counted(kapok.gap(services[point.value[1]], 'norm', '')
        .shortage[point.value[0]], kapok.text(services[point.value[1]].unit))}]), {trigger: 'item'}),
      series: [{type: 'heatmap', data: services.flatMap((service, y) => kapok.dates.map((date, x) => ({
        value: [x, y, share(service, x)], itemStyle: {borderColor: '#fff', borderWidth: 1.5},
        label: {show: first(service) === x, formatter: kapok.narrow() ? '●' : kapok.word('first_mark'), fontSize: 10,
          color: share(service, x) > 0.3 ? '#fff' : kapok.colours.ink}})).filter(cell => cell.value[2] !== null))}],
    }),
    table: () => ({columns: [kapok.word('service'), kapok.word('unit'), kapok.word('first_year'),
      ...kapok.dates.map(kapok.year)], rows: services.map(service => [kapok.text(service.title), kapok.text(service.unit),
      first(service) < 0 ? '' : kapok.year(kapok.dates[first(service)]), ...kapok.gap(service, 'norm', '').shortage])}),
  });
};

kapok.shareClasses = function () {
  const heat = kapok.colours.heat;
  return [{value: 0, color: '#e9f1ee', label: kapok.word('enough')}, {gt: 0, lt: 0.1, color: heat[1], label: '<10%'},
    {gte: 0.1, lt: 0.25, color: heat[2], label: '10–25%'}, {gte: 0.25, lt: 0.5, color: heat[4], label: '25–50%'},
    {gte: 0.5, color: heat[5], label: '≥50%'}];
};

const MOST_COLUMNS = 30;

/* Services by region: the first year in which something is missing. */
kapok.firstShortByRegion = function (services) {
  const early = kapok.dates.length;
  const regions = kapok.regions.length > MOST_COLUMNS ? kapok.largest(MOST_COLUMNS) : kapok.regions;
  return kapok.chart({
    id: 'first-short',
    height: () => 110 + kapok.heatRow() * services.length,
    title: () => kapok.word('title_first_short'),
    note: () => kapok.word('note_first_short') + (regions === kapok.regions ? '' : kapok.word('space')
      + kapok.word('note_largest', MOST_COLUMNS)) + (services.some(service => kapok.path(service, 'norm').allocated)
      ? kapok.word('space') + kapok.word('note_allocated') : ''),
    option: () => ({
      grid: kapok.grid({top: 10, bottom: 52, right: 10}),
      xAxis: {type: 'category', position: 'top', data: regions.map(region => kapok.text(region.title)),
        axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: kapok.colours.ink, interval: 0,
          rotate: kapok.narrow() ? 60 : 0, fontSize: 11}},
      yAxis: kapok.heatAxis(services),
      visualMap: {type: 'continuous', min: 0, max: early - 1, orient: 'horizontal', left: 0, bottom: 0, dimension: 2,
        calculable: false, itemWidth: 12, itemHeight: 160, text: [kapok.year(kapok.dates[kapok.last]),
          kapok.year(kapok.dates[0])], textStyle: {color: kapok.colours.soft},
        inRange: {color: [...kapok.colours.heat].reverse()}},
      tooltip: kapok.tooltip(point => kapok.tip(kapok.text(services[point.value[1]].title), [{colour: point.color,
        name: kapok.text(regions[point.value[0]].title), value: kapok.word('short_from',
          kapok.year(kapok.dates[point.value[2]]))}]), {trigger: 'item'}),
      series: [{type: 'heatmap', itemStyle: {borderColor: '#fff', borderWidth: 1.5}, label: {show: !kapok.narrow(), fontSize: 10,
        formatter: point => kapok.year(kapok.dates[point.value[2]])},
      data: services.flatMap((service, y) => regions.map((region, x) =>
        [x, y, kapok.firstShort(service, 'norm', region.id)])).filter(cell => cell[2] >= 0)
        .map(value => ({value, label: {color: value[2] < early / 2 ? '#fff' : kapok.colours.ink}}))}],
    }),
    table: () => ({columns: [kapok.word('service'), ...kapok.regions.map(region => kapok.text(region.title))],
      rows: services.map(service => [kapok.text(service.title), ...kapok.regions.map(region => {
        const first = kapok.firstShort(service, 'norm', region.id);
        return first < 0 ? '' : kapok.year(kapok.dates[first]);
      })])}),
  });
};
