/*
 * A chart with its title, what it says in words, its data as a table and as files. A chart is described by
 *   id      names files and is unique
 *   title   () -> text that says what is seen
 *   note    () -> text under the title, or nothing
 *   height  () -> pixels
 *   option  () -> what ECharts draws
 *   table   () -> {columns, rows}: the numbers in the chart, unrounded
 */
kapok.chart = function (spec) {
  const title = kapok.element('h3', {});
  const note = kapok.element('p', {class: 'chart-note'});
  const canvas = kapok.element('div', {class: 'canvas', id: 'chart-' + spec.id, role: 'img'});
  const data = kapok.element('div', {class: 'chart-data', hidden: true, id: 'data-' + spec.id});
  const shown = () => !data.hidden;
  const height = () => Math.round((spec.height ? spec.height() : 340) * (kapok.printing ? 0.8 : 1));
  const toggle = kapok.element('button', {type: 'button', 'aria-expanded': 'false', 'aria-controls': 'data-' + spec.id,
    onclick: () => {
      data.hidden = shown();
      toggle.setAttribute('aria-expanded', String(shown()));
      toggle.textContent = kapok.word(shown() ? 'hide_data' : 'show_data');
      toggle.setAttribute('aria-label', toggle.textContent + ': ' + spec.title());
      fill();
    }}, kapok.word('show_data'));
  const csv = kapok.element('button', {type: 'button', onclick: () => kapok.saveTable(spec)}, 'CSV');
  const png = kapok.element('button', {type: 'button', onclick: () => {
    chart.draw();
    kapok.savePicture(spec, chart.instance);
  }}, 'PNG');
  const tools = kapok.element('span', {class: 'chart-tools'}, toggle, csv, png);
  const figure = kapok.element('figure', {class: 'chart'},
    kapok.element('figcaption', {}, kapok.element('div', {class: 'chart-words'}, title, note), tools), canvas, data);

  function fill() {
    data.replaceChildren();
    if (shown()) {
      const table = spec.table();
      data.append(kapok.table(table.columns, table.rows.map(row => row.map(kapok.cell)), {label: spec.title()}));
    }
  }

  const chart = {
    figure,
    spec,
    instance: null,
    draw() {
      if (figure.hidden) {
        return; // it has no width now; whoever shows it updates it
      }
      const option = kapok.styled(spec.option());
      const more = kapok.makeRoom(option, canvas.clientWidth);
      canvas.style.height = height() + more + 'px';
      if (!chart.instance) {
        chart.instance = echarts.init(canvas, null, {renderer: 'svg'});
      } else {
        chart.instance.resize();
      }
      chart.instance.setOption(option, {notMerge: true});
      canvas.dataset.drawn = 'true';
    },
    /* Says and, once it was drawn, draws what the reader has chosen. */
    update() {
      title.textContent = spec.title();
      note.textContent = spec.note ? spec.note() || '' : '';
      canvas.setAttribute('aria-label', spec.title() + ' ' + note.textContent);
      [csv, png].forEach(button => button.setAttribute('aria-label', button.textContent + ': ' + spec.title()));
      toggle.setAttribute('aria-label', toggle.textContent + ': ' + spec.title());
      fill();
      if (chart.instance) {
        chart.draw();
      } else {
        canvas.style.height = height() + 'px'; // so that the page does not move when it is drawn
      }
    },
    dispose() {
      if (chart.instance) {
        chart.instance.dispose();
      }
    },
  };
  chart.update();
  kapok.charts.push(chart);
  return chart;
};

kapok.cell = function (value) {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'number' ? kapok.grouped(value, Number.isInteger(value) || Math.abs(value) >= 1000 ? 0
    : Math.abs(value) < 10 ? 4 : 1)
    : value;
};

/* ---- the look that all charts share ---- */

kapok.styled = function (option) {
  return {
    animation: false,
    useUTC: true,
    textStyle: {fontFamily: kapok.font, color: kapok.colours.ink, fontSize: 12},
    color: kapok.colours.series,
    ...option,
  };
};

kapok.narrow = () => document.documentElement.clientWidth < 640;

kapok.grid = function (more) {
  return {left: 8, right: 18, top: 40, bottom: 8, containLabel: true, ...more};
};

kapok.legend = function (more) {
  return {top: 0, left: 0, itemWidth: 14, itemHeight: 9, itemGap: 14, type: 'plain', icon: 'roundRect',
    textStyle: {color: kapok.colours.soft}, ...more};
};

/* Room for the legend's further rows, where its names do not fit in one; gives the pixels that it takes. */
kapok.makeRoom = function (option, width) {
  const legend = option.legend;
  if (!legend || legend.show === false || legend.orient === 'vertical') {
    return 0;
  }
  const names = (legend.data || [...new Set(option.series.map(each => each.name))]).map(each => each.name || each);
  const pen = kapok.makeRoom.pen = kapok.makeRoom.pen || document.createElement('canvas').getContext('2d');
  pen.font = '12px ' + kapok.font;
  let rows = 1;
  let used = 0;
  names.forEach(name => {
    const own = pen.measureText(name).width * 1.04 + legend.itemWidth + 5 + legend.itemGap;
    if (used > 0 && used + own > width - 10) {
      rows += 1;
      used = 0;
    }
    used += own;
  });
  const more = (rows - 1) * (14 + legend.itemGap);
  option.grid.top += more;
  return more;
};

kapok.axisName = function (name) {
  return {name, nameTextStyle: {color: kapok.colours.soft, align: 'left', padding: [0, 0, 2, 0]}, nameGap: 10};
};

kapok.valueAxis = function (scale, more) {
  return {type: 'value', ...kapok.axisName(scale.unit), axisLabel: {color: kapok.colours.soft, hideOverlap: true,
    formatter: value => kapok.axisNumber(value / scale.by)},
  splitLine: {lineStyle: {color: kapok.colours.faint}}, ...more};
};

/* The name of a horizontal axis, under its numbers. */
kapok.axisBelow = name => ({name, nameLocation: 'middle', nameGap: 28, nameTextStyle: {color: kapok.colours.soft}});

/* Room at both ends of an axis for labels beside bars that go both ways. */
kapok.roomForLabels = () => ({boundaryGap: kapok.narrow() ? ['28%', '28%'] : ['12%', '12%']});

kapok.axisNumber = function (value) {
  return kapok.short(value);
};

kapok.percentAxis = function (name, more) {
  return {type: 'value', ...kapok.axisName(name), axisLabel: {color: kapok.colours.soft,
    formatter: value => kapok.axisNumber(Math.round(1e6 * value) / 1e4) + '%'},
  splitLine: {lineStyle: {color: kapok.colours.faint}}, ...more};
};

kapok.yearAxis = function (labels, more) {
  return {type: 'category', data: labels, axisLabel: {color: kapok.colours.soft, hideOverlap: true},
    axisTick: {alignWithLabel: true}, axisLine: {lineStyle: {color: kapok.colours.line}}, ...more};
};

/* Time, ticked at reference dates, each named by its year. */
kapok.timeAxis = function (dates) {
  const all = dates || kapok.dates;
  const every = [1, 2, 5, 10, 20, 25, 50].find(step => all.length / step <= (kapok.narrow() ? 6 : 16)) || 100;
  const round = all.filter(date => Number(kapok.year(date)) % every === 0);
  const customValues = (round.length > 2 && kapok.population.step === 1 ? round : all.filter((date, i) => i % every === 0))
    .map(kapok.time);
  return {type: 'time', min: kapok.time(all[0]), max: kapok.time(all[all.length - 1]),
    axisTick: {customValues}, axisLabel: {customValues, color: kapok.colours.soft, hideOverlap: true,
      formatter: value => String(new Date(value).getUTCFullYear())},
    axisLine: {lineStyle: {color: kapok.colours.line}}, splitLine: {show: false}};
};

/* A box with a heading and rows of a name and a value; made of elements, so that names stay text. */
kapok.tip = function (heading, rows) {
  return kapok.element('div', {class: 'tip'}, kapok.element('strong', {}, heading), rows.map(row =>
    kapok.element('div', {class: 'tip-row'}, kapok.swatch(row.colour), kapok.element('span', {}, row.name),
      kapok.element('b', {}, row.value))));
};

kapok.swatch = function (colour) {
  const dot = kapok.element('i', {class: 'swatch'});
  dot.style.background = colour || 'transparent';
  return dot;
};

kapok.tooltip = function (formatter, more) {
  return {trigger: 'axis', confine: true, borderColor: kapok.colours.line, padding: 0,
    axisPointer: {type: 'line', lineStyle: {color: kapok.colours.soft, type: 'dashed'}}, formatter, ...more};
};

/* ---- files ---- */

kapok.save = function (name, content) {
  const address = URL.createObjectURL(content);
  const link = kapok.element('a', {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
};

/* Comma-separated, with a byte order mark, so that a spreadsheet reads the Chinese. */
kapok.csv = function (table) {
  const quoted = value => {
    const text = value === null || value === undefined ? '' : String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  };
  return '\ufeff' + [table.columns, ...table.rows].map(row => row.map(quoted).join(',')).join('\n') + '\n';
};

kapok.saveTable = function (spec) {
  kapok.save(kapok.fileName(spec, 'csv'), new Blob([kapok.csv(spec.table())], {type: 'text/csv;charset=utf-8'}));
};

kapok.fileName = (spec, kind) => kapok.data.scenario.id + '-' + spec.id + '.' + kind;

const PICTURE_TITLE = 34; // pixels over the chart

/* The chart under its title, twice as fine as on the screen. */
kapok.savePicture = function (spec, instance) {
  const svg = instance.renderToSVGString();
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml;charset=utf-8'}));
  picture.onload = () => {
    const canvas = kapok.element('canvas', {width: 2 * instance.getWidth(), height: 2 * (instance.getHeight() + PICTURE_TITLE)});
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 2 * PICTURE_TITLE, canvas.width, canvas.height - 2 * PICTURE_TITLE);
    URL.revokeObjectURL(address);
    pen.fillStyle = kapok.colours.ink;
    pen.font = '600 28px ' + kapok.font;
    pen.fillText(spec.title(), 16, 44, canvas.width - 32);
    canvas.toBlob(blob => kapok.save(kapok.fileName(spec, 'png'), blob));
  };
  picture.src = address;
};
