/* The indicators of the plan: how each stands, filtered as the reader likes. */

if (kapok.data.scorecard) {
  kapok.section('scorecard', () => kapok.scorecardPart());
}

kapok.VERDICTS = ['met', 'on_track', 'at_risk', 'off_track', 'not_projectable'];

kapok.scorecardYears = () => [...new Set(kapok.data.scorecard.flatMap(indicator => indicator.rows.map(row => row.year)))].sort();

kapok.indicatorRow = function (indicator, year, area) {
  const own = indicator.rows.filter(row => row.area === (area || ''));
  return own.find(row => row.year === year) || own[own.length - 1];
};

kapok.verdictCounts = function (year) {
  const last = year || kapok.scorecardYears().slice(-1)[0];
  const counts = Object.fromEntries(kapok.VERDICTS.map(verdict => [verdict, 0]));
  kapok.data.scorecard.forEach(indicator => {
    counts[kapok.indicatorRow(indicator, last).verdict] += 1;
  });
  return counts;
};

kapok.verdictMark = verdict => ({met: '✓', on_track: '↗', at_risk: '!', off_track: '✕', not_projectable: '–'}[verdict]);

kapok.badge = function (verdict) {
  return kapok.element('span', {class: 'badge ' + verdict}, kapok.element('i', {'aria-hidden': 'true'},
    kapok.verdictMark(verdict)), kapok.word('verdict_' + verdict));
};

kapok.scorecardPart = function () {
  const years = kapok.scorecardYears();
  const state = {year: years[years.length - 1], verdict: 'all', kind: 'all', find: ''};
  const body = kapok.element('div', {});
  const status = kapok.element('p', {class: 'note', role: 'status'});
  const chips = kapok.element('div', {class: 'chips', role: 'group', 'aria-label': kapok.word('verdict')});
  function update() {
    const counts = kapok.verdictCounts(state.year);
    chips.replaceChildren(...['all', ...kapok.VERDICTS.filter(verdict => counts[verdict] > 0)].map(verdict =>
      kapok.element('button', {type: 'button', class: 'chip ' + verdict, 'aria-pressed': String(state.verdict === verdict),
        onclick: () => {
          state.verdict = verdict;
          update();
        }}, verdict === 'all' ? kapok.word('all') + ' ' + kapok.data.scorecard.length
        : kapok.verdictMark(verdict) + ' ' + kapok.word('verdict_' + verdict) + ' ' + counts[verdict])));
    const shown = kapok.data.scorecard.filter(indicator => kapok.passes(indicator, state));
    status.textContent = kapok.word('shown', shown.length, kapok.data.scorecard.length);
    body.replaceChildren(kapok.scorecardTable(shown, state.year));
  }
  const search = kapok.element('span', {class: 'control'}, kapok.element('label', {for: 'find'}, kapok.word('find')),
    kapok.element('input', {type: 'search', id: 'find', oninput: event => {
      state.find = event.target.value.trim().toLowerCase();
      update();
    }}));
  const controls = kapok.element('div', {class: 'controls'},
    kapok.choice('year', years.map(year => ({value: String(year), text: String(year)})), String(state.year), year => {
      state.year = Number(year);
      update();
    }),
    kapok.choice('kind', ['all', 'binding', 'expected'].map(kind => ({value: kind, text: kapok.word(kind)})), 'all', kind => {
      state.kind = kind;
      update();
    }), search);
  update();
  return [kapok.scorecardBar(), controls, chips, status, body, kapok.note(kapok.word('scorecard_note'))];
};

kapok.passes = function (indicator, state) {
  const verdict = kapok.indicatorRow(indicator, state.year).verdict;
  const words = (indicator.title.en + ' ' + indicator.title.zh + ' ' + indicator.number).toLowerCase();
  return (state.verdict === 'all' || verdict === state.verdict)
    && (state.kind === 'all' || indicator.binding === (state.kind === 'binding')) && words.includes(state.find);
};

kapok.scorecardTable = function (indicators, year) {
  const columns = [kapok.word('indicator'), kapok.word('baseline'), kapok.word('wanted'),
    kapok.word('asked', year), kapok.word('value', year), kapok.word('way'), kapok.word('verdict')];
  const rows = indicators.map(indicator => {
    const row = kapok.indicatorRow(indicator, year);
    const sign = {at_least: '≥', at_most: '≤', around: '≈'}[indicator.want];
    return [kapok.indicatorName(indicator), kapok.short(indicator.baseline),
      sign + ' ' + kapok.short(indicator.target), kapok.short(row.asked), kapok.short(row.value),
      kapok.way(indicator, row), kapok.element('span', {}, kapok.badge(row.verdict), kapok.reason(indicator, row))];
  });
  return kapok.table(columns, rows, {texts: [0, 5, 6], label: kapok.word('section_scorecard'), stack: true});
};

kapok.indicatorName = function (indicator) {
  return kapok.element('span', {class: 'indicator'}, kapok.element('span', {class: 'ordinal'}, String(indicator.number)),
    kapok.element('span', {}, kapok.text(indicator.title), indicator.binding ? kapok.element('abbr', {title: kapok.word('binding'), class: 'binding'},
      kapok.word('binding_short')) : null, kapok.element('span', {class: 'unit'}, kapok.text(indicator.unit))));
};

/* Why there is no verdict, or what is missing. */
kapok.reason = function (indicator, row) {
  const parts = [];
  if (row.why === 'no_formula' && indicator.reason) {
    parts.push(kapok.text(indicator.reason));
  } else if (row.why === 'no_data' || row.why === 'stock_only') {
    parts.push(kapok.word('why_' + row.why));
  } else if (row.why === 'observed') {
    parts.push(kapok.word('why_observed'));
  }
  if (row.more > 0) {
    parts.push(kapok.word('units_more', kapok.grouped(row.more, 0)));
  }
  if (indicator.chance !== undefined) {
    parts.push(kapok.word('chance_met', kapok.percent(indicator.chance, 0)));
  }
  const regions = indicator.rows.filter(each => each.area && each.year === row.year && kapok.area(each.area));
  return [parts.length > 0 ? kapok.element('span', {class: 'reason'}, parts.join(kapok.word('semicolon'))) : null,
    regions.length > 0 ? kapok.regionVerdicts(indicator, regions) : null];
};

kapok.regionVerdicts = function (indicator, rows) {
  return kapok.element('details', {}, kapok.element('summary', {}, kapok.word('by_region')),
    kapok.table([kapok.word('region'), kapok.word('value', rows[0].year), kapok.word('verdict')],
      rows.map(row => [kapok.areaName(row.area), kapok.short(row.value), kapok.badge(row.verdict)]), {texts: [0, 2],
        label: kapok.text(indicator.title)}));
};

/* The way from baseline to target as a line, with the value on it. */
kapok.way = function (indicator, row) {
  if (indicator.baseline === undefined || row.value === undefined || indicator.baseline === indicator.target) {
    return '';
  }
  const width = 110;
  const place = value => (value - indicator.baseline) / (indicator.target - indicator.baseline);
  const x = share => 12 + Math.max(-0.1, Math.min(1.25, share)) * (width - 36);
  const colour = kapok.colours[row.verdict];
  const label = kapok.word('way_label', kapok.percent(place(row.value), 0));
  return kapok.svg('svg', {viewBox: '0 0 ' + width + ' 18', class: 'way', role: 'img', 'aria-label': label},
    kapok.svg('line', {x1: x(0), x2: x(1), y1: 9, y2: 9, stroke: kapok.colours.line, 'stroke-width': 4, 'stroke-linecap': 'round'}),
    kapok.svg('line', {x1: x(0), x2: x(place(row.value)), y1: 9, y2: 9, stroke: colour, 'stroke-width': 4,
      'stroke-linecap': 'round'}),
    kapok.svg('line', {x1: x(place(row.asked)), x2: x(place(row.asked)), y1: 2, y2: 16, stroke: kapok.colours.ink,
      'stroke-width': 1.5}),
    kapok.svg('circle', {cx: x(place(row.value)), cy: 9, r: 4.5, fill: colour}));
};

/* How many indicators stand how, year by year. */
kapok.scorecardBar = function () {
  const years = kapok.scorecardYears();
  return kapok.chart({
    id: 'verdicts',
    height: () => 60 + 34 * years.length,
    title: () => {
      const counts = kapok.verdictCounts();
      return kapok.word('title_verdicts', counts.met + counts.on_track, kapok.data.scorecard.length - counts.not_projectable,
        years[years.length - 1]);
    },
    note: () => kapok.word('note_verdicts'),
    option: () => ({
      grid: kapok.grid({top: 34}),
      legend: kapok.legend(),
      xAxis: kapok.valueAxis({by: 1, unit: ''}, {max: kapok.data.scorecard.length, minInterval: 1}),
      yAxis: {type: 'category', inverse: true, data: years.map(String), axisTick: {show: false}, axisLine: {show: false},
        axisLabel: {color: kapok.colours.ink}},
      tooltip: kapok.tooltip(points => kapok.tip(points[0].axisValueLabel, points.map(point => ({colour: point.color,
        name: point.seriesName, value: String(point.value)}))), {axisPointer: {type: 'shadow'}}),
      series: kapok.VERDICTS.map(verdict => ({type: 'bar', stack: 'verdict', name: kapok.word('verdict_' + verdict),
        color: kapok.colours[verdict], barWidth: 20, itemStyle: {borderColor: '#fff', borderWidth: 1,
          opacity: verdict === 'not_projectable' ? 0.4 : 1},
        label: {show: true, color: verdict === 'not_projectable' ? kapok.colours.ink : '#fff', fontSize: 11,
          formatter: point => point.value > 0 ? String(point.value) : ''},
        data: years.map(year => kapok.verdictCounts(year)[verdict])})),
    }),
    table: () => ({columns: ['number', 'indicator', 'unit', 'kind', 'baseline', 'wanted'].map(key => kapok.word(key))
      .concat(years.flatMap(year => [kapok.word('value', year), kapok.word('verdict') + ' ' + year])),
    rows: kapok.data.scorecard.map(indicator => [indicator.number, kapok.text(indicator.title), kapok.text(indicator.unit),
      kapok.word(indicator.binding ? 'binding' : 'expected'), indicator.baseline, indicator.target, ...years.flatMap(year => {
        const row = kapok.indicatorRow(indicator, year);
        return [row.value, kapok.word('verdict_' + row.verdict)];
      })])}),
  }).figure;
};
