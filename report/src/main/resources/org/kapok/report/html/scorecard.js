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
    kapok.verdictMark(verdict)), kapok.word('verdict.' + verdict));
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
        : kapok.verdictMark(verdict) + ' ' + kapok.word('verdict.' + verdict) + ' ' + counts[verdict])));
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
    return [kapok.indicatorName(indicator), kapok.short(indicator.baseline),
      kapok.wantedText(indicator), kapok.short(row.asked), kapok.short(row.value),
      kapok.way(indicator, row), kapok.element('span', {}, kapok.badge(row.verdict), kapok.reason(indicator, row))];
  });
  return kapok.table(columns, rows, {texts: [0, 5, 6], label: kapok.word('section_scorecard'), stack: true});
};

kapok.indicatorName = function (indicator) {
  return kapok.element('span', {class: 'indicator'}, kapok.element('span', {class: 'ordinal'}, String(indicator.number)),
    kapok.element('span', {}, kapok.text(indicator.title), indicator.binding ? kapok.element('abbr', {title: kapok.word('binding'), class: 'binding'},
      kapok.word('binding')) : null, kapok.element('span', {class: 'unit'}, kapok.text(indicator.unit))));
};

/* What is wanted, with the tolerance within which a value that is to be neither above nor below counts as met. */
kapok.wantedText = indicator => indicator.want === 'around'
  ? kapok.short(indicator.target) + ' ± ' + kapok.short(indicator.tolerance)
  : ({at_least: '≥', at_most: '≤'}[indicator.want]) + ' ' + kapok.short(indicator.target);

/* Why there is no verdict, what to know of the value, or what is missing. */
kapok.reason = function (indicator, row) {
  const parts = [];
  if ((row.why === 'no_formula' || row.why === 'projected') && indicator.reason) {
    parts.push(kapok.text(indicator.reason));
  } else if (row.why === 'no_data' || row.why === 'stock_only') {
    parts.push(kapok.word('why.' + row.why));
  } else if (row.why === 'observed') {
    parts.push(kapok.word('why.observed'));
  }
  if (row.more > 0) {
    parts.push(kapok.word('units_more', kapok.grouped(row.more, 0)));
  }
  if (indicator.chance !== undefined) {
    parts.push(kapok.word('chance_met', kapok.percent(indicator.chance, 0), kapok.rule({want: indicator.want,
      tolerance: indicator.tolerance, wanted: indicator.target}, kapok.short)));
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

/*
 * Start, projected value, what is asked for and where the target is met, all on one scale, so that it holds wherever the
 * start lies and whichever way is wanted: more to the right.
 */
kapok.way = function (indicator, row) {
  if (indicator.baseline === undefined || row.value === undefined) {
    return '';
  }
  const width = 110;
  const all = [indicator.baseline, row.value, row.asked, indicator.target];
  if (indicator.want === 'around') {
    all.push(indicator.target - indicator.tolerance, indicator.target + indicator.tolerance);
  }
  const low = Math.min(...all);
  const high = Math.max(...all);
  const x = value => high > low ? 8 + (value - low) / (high - low) * (width - 16) : width / 2;
  const colour = kapok.colours[row.verdict];
  const [from, to] = {at_least: [x(indicator.target), width], at_most: [0, x(indicator.target)],
    around: [x(indicator.target - indicator.tolerance), x(indicator.target + indicator.tolerance)]}[indicator.want];
  const label = kapok.word('way_label', kapok.short(indicator.baseline), kapok.short(row.value), kapok.short(row.asked),
    kapok.wantedText(indicator), kapok.word('verdict.' + row.verdict));
  const line = (one, other, stroke, more) => kapok.svg('line', {x1: one, x2: other, y1: 9, y2: 9, stroke, ...more});
  return kapok.svg('svg', {viewBox: '0 0 ' + width + ' 18', class: 'way', role: 'img', 'aria-label': label},
    kapok.svg('rect', {x: from, y: 3, width: Math.max(1, to - from), height: 12, fill: kapok.colours.met, opacity: 0.18}),
    line(2, width - 2, kapok.colours.line, {'stroke-width': 2}),
    line(x(indicator.baseline), x(row.value), colour, {'stroke-width': 3}),
    kapok.svg('line', {x1: x(row.asked), x2: x(row.asked), y1: 1, y2: 17, stroke: kapok.colours.ink, 'stroke-width': 1.5}),
    kapok.svg('circle', {cx: x(indicator.baseline), cy: 9, r: 3.5, fill: '#fff', stroke: kapok.colours.soft,
      'stroke-width': 1.5}),
    kapok.svg('circle', {cx: x(row.value), cy: 9, r: 4.5, fill: colour}));
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
      series: kapok.VERDICTS.map(verdict => ({type: 'bar', stack: 'verdict', name: kapok.word('verdict.' + verdict),
        color: verdict === 'not_projectable' ? kapok.colours.line : kapok.colours[verdict], barWidth: 20,
        itemStyle: {borderColor: '#fff', borderWidth: 1},
        label: {show: true, color: verdict === 'not_projectable' ? kapok.colours.ink : '#fff', fontSize: 11,
          formatter: point => point.value > 0 ? String(point.value) : ''},
        data: years.map(year => kapok.verdictCounts(year)[verdict])})),
    }),
    table: () => ({columns: ['number', 'indicator', 'unit', 'kind', 'baseline', 'wanted'].map(key => kapok.word(key))
      .concat(years.flatMap(year => [kapok.word('value', year), kapok.word('verdict') + ' ' + year])),
    rows: kapok.data.scorecard.map(indicator => [indicator.number, kapok.text(indicator.title), kapok.text(indicator.unit),
      kapok.word(indicator.binding ? 'binding' : 'expected'), indicator.baseline, indicator.target, ...years.flatMap(year => {
        const row = kapok.indicatorRow(indicator, year);
        return [row.value, kapok.word('verdict.' + row.verdict)];
      })])}),
  }).figure;
};
