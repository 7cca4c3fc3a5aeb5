/* The plan's targets: what is reached, how likely that is, and what it would take of each flow. */

if (kapok.data.targets.length > 0 || kapok.data.solution) {
  kapok.section('targets', () => [kapok.targetTable(), kapok.missChart(), ...kapok.solutionPart()]);
}

kapok.targetTable = function () {
  const targets = kapok.data.targets;
  if (targets.length === 0) {
    return null;
  }
  const drawn = targets.some(target => target.chance !== undefined);
  const columns = ['target', 'date', 'wanted', 'reached', 'off_by', 'verdict'].map(key => kapok.word(key));
  if (drawn) {
    columns.push(kapok.word('chance_at_least'), kapok.word('chance_met_column'));
  }
  const rows = targets.map(target => {
    const cells = [kapok.targetName(target), kapok.targetDay(target), kapok.targetValue(target, target.wanted),
      kapok.targetValue(target, target.reached), kapok.targetDifference(target, target.reached - target.wanted),
      kapok.element('span', {}, kapok.badge(target.verdict), kapok.element('span', {class: 'unit'}, kapok.targetRule(target)))];
    if (drawn) {
      cells.push(kapok.chanceText(target, target.chance, 'not_drawn'), kapok.chanceText(target, target.chanceMet, 'chance_none'));
    }
    return cells;
  });
  return [kapok.table(columns, rows, {texts: [0, 1, 5], label: kapok.word('section_targets'), stack: true}),
    kapok.note(kapok.word('verdict_note'), drawn ? kapok.word('space') + kapok.word('chance_note',
      kapok.grouped(kapok.data.ensemble.draws), kapok.word('not_drawn'), kapok.word('chance_none')) + kapok.word('space') + kapok.drawsError() : '')];
};

/* How far a share of futures may be off for the number of draws. */
kapok.drawsError = function () {
  const drawn = kapok.data.ensemble;
  return kapok.word(drawn.bound ? 'draws_error_bound' : 'draws_error', kapok.grouped(100 * drawn.error, 1));
};

/* A share of futures, or why there is none. */
kapok.chanceText = (target, chance, why) => chance !== undefined ? kapok.percent(chance, 0)
  : kapok.word(target.chance === undefined ? 'not_drawn' : why);

kapok.targetDay = target => target.stock ? kapok.day(target.date) : kapok.year(target.date);

/* How far each target is off, in percent of what is wanted. */
kapok.missChart = function () {
  const targets = kapok.data.targets.filter(target => target.wanted !== 0);
  if (targets.length < 2) {
    return null;
  }
  const spread = targets.some(target => target.spread);
  const off = (target, value) => value / target.wanted - 1;
  return kapok.chart({
    id: 'misses',
    height: () => 90 + 34 * targets.length,
    title: () => {
      const worst = [...targets].sort((a, b) => Math.abs(kapok.miss(b)) - Math.abs(kapok.miss(a)))[0];
      return Math.abs(kapok.miss(worst)) < 2e-6 ? kapok.word('title_misses_none')
        : kapok.word('title_misses', kapok.targetName(worst),
          kapok.targetDifference(worst, worst.reached - worst.wanted), kapok.percent(Math.abs(kapok.miss(worst)), 1));
    },
    note: () => spread ? kapok.word('note_misses_spread') : '',
    option: () => ({
      grid: kapok.grid({top: 34, right: 24, bottom: 26}),
      legend: kapok.legend({show: spread}),
      xAxis: kapok.percentAxis('', {axisLine: {show: false}, ...kapok.axisBelow(kapok.word('share_of_wanted'))}),
      yAxis: {type: 'category', inverse: true, data: targets.map(kapok.targetName), axisTick: {show: false},
        axisLine: {show: true, onZero: true, lineStyle: {color: kapok.colours.soft}}, axisLabel: {color: kapok.colours.ink,
          width: kapok.narrow() ? 120 : 250, overflow: 'break', margin: 12, align: 'right', lineHeight: 14}, offset: 0},
      tooltip: kapok.tooltip(points => kapok.missTip(targets[points[0].dataIndex]), {axisPointer: {type: 'shadow'}}),
      series: kapok.missSeries(targets, off, spread),
    }),
    table: () => ({columns: [kapok.word('target'), kapok.word('wanted'), kapok.word('reached'), kapok.word('share_of_wanted'),
      ...(spread ? kapok.data.ensemble.probabilities.map(probability => kapok.percent(probability)) : [])],
    rows: targets.map(target => [kapok.targetName(target), target.wanted, target.reached, 100 * kapok.miss(target),
      ...(spread ? target.spread || [] : [])])}),
  }).figure;
};

kapok.missSeries = function (targets, off, spread) {
  const marks = {type: 'scatter', name: kapok.word('reached'), symbol: 'circle', symbolSize: 12, z: 5,
    color: kapok.colours.series[0], data: targets.map((target, i) => [kapok.miss(target), i])};
  if (!spread) {
    return [marks];
  }
  return [{type: 'custom', name: kapok.word('eighty'), z: 3, color: kapok.colours.series[5],
    data: targets.map((target, i) => target.spread ? [off(target, target.spread[1]), i, off(target, target.spread[5])] : [NaN, i, NaN]),
    encode: {x: [0, 2], y: 1},
    renderItem: (params, api) => {
      const from = api.coord([api.value(0), api.value(1)]);
      const to = api.coord([api.value(2), api.value(1)]);
      return isNaN(from[0]) ? null : {type: 'rect', shape: {x: from[0], y: from[1] - 6, width: to[0] - from[0], height: 12, r: 6},
        style: {fill: kapok.colours.series[5], opacity: 0.45}};
    }}, marks];
};

kapok.missTip = function (target) {
  const rows = [{name: kapok.word('wanted'), value: kapok.targetValue(target, target.wanted)},
    {colour: kapok.colours.series[0], name: kapok.word('reached'), value: kapok.targetValue(target, target.reached)}];
  if (target.spread) {
    rows.push({colour: kapok.colours.series[5], name: kapok.word('eighty'), value: kapok.word('from_to',
      kapok.targetValue(target, target.spread[1]), kapok.targetValue(target, target.spread[5]))});
    rows.push({name: kapok.word('chance_at_least'), value: kapok.percent(target.chance, 0)},
      {name: kapok.word('chance_met_column'), value: kapok.chanceText(target, target.chanceMet, 'chance_none')});
  }
  return kapok.tip(kapok.targetName(target), rows);
};

/* ---- what it takes ---- */

kapok.solutionPart = function () {
  const solution = kapok.data.solution;
  if (!solution) {
    return [kapok.note(kapok.word('no_solution'))];
  }
  return [kapok.element('h3', {class: 'sub'}, kapok.word('what_it_takes')), kapok.solutionVerdict(solution),
    kapok.needChart(solution), kapok.trendNote(solution), kapok.needTable(solution), kapok.costTable(solution)];
};

/* Why net migration on trend is off the record, where it is: from where to where it goes, and what single years were. */
kapok.trendNote = function (solution) {
  const need = solution.needs.find(each => each.measure === 'net_migration:resident' && each.area === '' && each.allAges);
  const net = solution.onTheWay['net_migration:resident'];
  if (!need || need.high === undefined || net.length < 2 || need.trend >= need.low && need.trend <= need.high) {
    return null;
  }
  const course = id => {
    const [first, last] = [solution.onTheWay[id][0], solution.onTheWay[id][net.length - 1]].map(kapok.people);
    return first === last ? kapok.word('stays', first) : kapok.word('goes', first, last);
  };
  const sentences = [kapok.word('trend_path', kapok.people(net[0]), solution.from, kapok.people(net[net.length - 1]),
    solution.to, course('arrivals:resident'), course('departures:resident')),
  kapok.word('trend_off_record', kapok.people(need.trend), kapok.people(need.low), need.lowYears, kapok.people(need.high),
    need.highYears)];
  const least = solution.onTheWay.least;
  if (least && least.persons < need.low) {
    sentences.push(kapok.word(least.from === least.to ? 'least_on_record' : 'least_period_on_record',
      kapok.people(least.persons), least.from === least.to ? least.from : least.from + '–' + least.to));
  }
  return kapok.note(sentences.join(kapok.word('space')));
};

/* Whether the targets hold together, what that demands most of, and which ones could be done without. */
kapok.solutionVerdict = function (solution) {
  const lines = [];
  if (solution.holds) {
    lines.push(kapok.word('all_hold', kapok.percent(solution.change, 1)));
  } else {
    const missed = solution.outcomes.filter(outcome => outcome.hard && !outcome.met).map(outcome =>
      kapok.targetName(outcome) + kapok.word('in_brackets', kapok.signed(kapok.percent(outcome.miss, 2))));
    lines.push(kapok.word('not_all_hold', kapok.list(missed)));
  }
  lines.push(...kapok.exactly(solution));
  const hardest = ['unseen', 'exceptional', 'stretch', 'far_from_trend'];
  hardest.forEach(grade => {
    const named = solution.needs.filter(need => need.area === '' && need.allAges && need.grade === grade)
      .map(need => kapok.lower(kapok.measureName(need.measure)) + kapok.offRecord(need));
    if (named.length > 0) {
      lines.push(kapok.capital(kapok.word('graded', kapok.word('grade.' + grade), kapok.list(named))));
    }
  });
  const easier = solution.costs.filter(cost => cost.othersHold && solution.change > 0)
    .sort((a, b) => a.change - b.change)[0];
  if (easier && easier.change < 0.9 * solution.change) {
    lines.push(kapok.word('easier_without', kapok.targetName(easier), kapok.percent(easier.change, 1),
      kapok.targetValue(easier, easier.value)));
  }
  return kapok.element('div', {class: 'verdict'}, lines.map((line, i) => kapok.element('p', {class: i === 0 ? 'lead' : null}, line)));
};

/* That "at least" is met exactly, and from above where the trend has more; nothing where no such target is met. */
kapok.exactly = function (solution) {
  const exact = solution.outcomes.filter(outcome => outcome.exactThoughAtLeast);
  const above = exact.filter(outcome => outcome.trend / outcome.wanted - 1 > 1e-6);
  const lines = exact.length > 0 ? [kapok.word('exact', kapok.list(exact.map(kapok.targetName)))] : [];
  if (above.length > 0) {
    lines.push(kapok.word('exact_from_above', kapok.list(above.map(outcome => kapok.targetName(outcome)
      + kapok.word('in_brackets', kapok.targetValue(outcome, outcome.trend))))));
  }
  return lines;
};

/* On which side of the record a needed flow lies, and how far off; nothing within it or without one. */
kapok.offRecord = need => need.high === undefined || need.needed >= need.low && need.needed <= need.high ? ''
  : kapok.word('in_brackets', need.needed < need.low ? kapok.word('below_record', kapok.ofNeed(need, need.low - need.needed))
    : kapok.word('above_record', kapok.ofNeed(need, need.needed - need.high)));

/* A number of a flow: persons or years of life. */
kapok.ofNeed = (need, value) => need.persons ? kapok.people(value) : kapok.grouped(value, 2);

kapok.graded = need => kapok.word('grade.' + need.grade) + kapok.offRecord(need);

kapok.needName = function (need) {
  let name = kapok.measureName(need.measure);
  if (!need.allAges) {
    name = kapok.word('of_ages', name, kapok.ages(need.ages));
  }
  return need.area ? kapok.word('in_area', name, kapok.areaName(need.area)) : name;
};

/* Each flow as needed and on trend, against the best and worst five years: a row per flow of persons. */
kapok.needChart = function (solution) {
  const needs = solution.needs.filter(need => need.persons && need.allAges && (need.area === ''
    || need.measure.startsWith('net_migration')));
  const height = () => 90 + (kapok.narrow() ? 46 : kapok.printing ? 38 : 30) * needs.length;
  const point = (name, key, symbol, colour) => ({type: 'scatter', name, symbol, symbolSize: 12, z: 5,
    itemStyle: key === 'trend' ? {color: '#fff', borderColor: colour, borderWidth: 2} : {color: colour},
    data: needs.map((need, i) => [need[key], i])});
  return kapok.chart({
    id: 'needs',
    height,
    title: () => kapok.word('title_needs', solution.from, solution.to),
    note: () => kapok.word('note_needs'),
    option: () => {
      const scale = kapok.persons(Math.max(...needs.flatMap(need => [need.needed, need.trend, need.high || 0].map(Math.abs))));
      return {
        grid: kapok.grid({top: 34, right: 24, bottom: 26}),
        legend: kapok.legend({data: [kapok.word('record'), {name: kapok.word('on_trend'), icon: 'circle'},
          {name: kapok.word('needed'), icon: 'diamond'}]}),
        xAxis: kapok.valueAxis(scale, kapok.axisBelow(kapok.word('per_year', scale.unit))),
        yAxis: {type: 'category', inverse: true, data: needs.map(kapok.needName), axisTick: {show: false}, axisLine: {show: false},
          axisLabel: {color: kapok.colours.ink, width: kapok.narrow() ? 130 : 230, overflow: 'break', lineHeight: 14},
          splitLine: {show: true, lineStyle: {color: kapok.colours.faint}}},
        tooltip: kapok.tooltip(points => kapok.needTip(needs[points[0].dataIndex]), {axisPointer: {type: 'shadow'}}),
        series: [{type: 'custom', name: kapok.word('record'), color: kapok.colours.series[1], encode: {x: [0, 2], y: 1},
          data: needs.map((need, i) => need.high === undefined ? [NaN, i, NaN] : [need.low, i, need.high]),
          renderItem: (params, api) => {
            const from = api.coord([api.value(0), api.value(1)]);
            const to = api.coord([api.value(2), api.value(1)]);
            return isNaN(from[0]) ? null : {type: 'rect', shape: {x: from[0], y: from[1] - 7,
              width: Math.max(2, to[0] - from[0]), height: 14, r: 3}, style: {fill: kapok.colours.series[1], opacity: 0.35}};
          }},
        point(kapok.word('on_trend'), 'trend', 'circle', kapok.colours.series[0]),
        point(kapok.word('needed'), 'needed', 'diamond', kapok.colours.accent)],
      };
    },
    table: () => kapok.needRows(needs),
  }).figure;
};

kapok.needTip = function (need) {
  const rows = [{colour: kapok.colours.accent, name: kapok.word('needed'), value: kapok.people(need.needed)},
    {colour: kapok.colours.series[0], name: kapok.word('on_trend'), value: kapok.people(need.trend)}];
  if (need.high !== undefined) {
    rows.push({colour: kapok.colours.series[1], name: kapok.word('record'), value: kapok.word('from_to',
      kapok.people(need.low), kapok.people(need.high))});
  }
  return kapok.tip(kapok.needName(need), [...rows, {name: kapok.word('judged'), value: kapok.graded(need)}]);
};

kapok.needRows = function (needs) {
  return {columns: ['flow', 'on_trend', 'needed', 'ratio', 'worst_five', 'best_five', 'judged'].map(key => kapok.word(key)),
    rows: needs.map(need => [kapok.needName(need), need.trend, need.needed, need.trend ? need.needed / need.trend : null,
      need.low, need.high, kapok.graded(need)])};
};

kapok.needTable = function (solution) {
  const said = (need, value) => value === undefined ? '' : kapok.ofNeed(need, value);
  const rows = solution.needs.map(need => [kapok.needName(need), said(need, need.trend), said(need, need.needed),
    need.trend ? kapok.grouped(need.needed / need.trend, 2) : '', said(need, need.low), said(need, need.high),
    kapok.element('span', {class: 'grade ' + need.grade}, kapok.graded(need))]);
  return kapok.element('details', {}, kapok.element('summary', {}, kapok.word('all_needs')),
    kapok.table(['flow', 'on_trend', 'needed', 'ratio', 'worst_five', 'best_five', 'judged'].map(key => kapok.word(key)), rows,
      {texts: [0, 6], label: kapok.word('all_needs'), stack: true}));
};

kapok.costTable = function (solution) {
  if (solution.costs.length === 0) {
    return null;
  }
  const onTrend = cost => solution.outcomes.find(outcome => kapok.targetName(outcome) === kapok.targetName(cost));
  const rows = solution.costs.map(cost => {
    const outcome = onTrend(cost);
    return [kapok.targetName(cost), kapok.targetValue(cost, cost.wanted), outcome ? kapok.targetValue(cost, outcome.trend) : '',
      outcome && outcome.onTrend ? kapok.month(outcome.onTrend) : kapok.word('never'),
      kapok.word(cost.othersHold ? 'yes' : 'no'), cost.othersHold ? kapok.targetValue(cost, cost.value) : '',
      cost.othersHold ? kapok.percent(cost.change, 1) : ''];
  });
  return [kapok.element('h3', {class: 'sub'}, kapok.word('costs')),
    kapok.table(['target', 'wanted', 'on_trend', 'trend_date', 'others_hold', 'would_be', 'flows_change'].map(key =>
      kapok.word(key)), rows, {label: kapok.word('costs'), stack: true}),
    kapok.note(kapok.word('costs_note', kapok.percent(solution.change, 1)))];
};
