/* What the reader can choose by: lists, switches, and a slider of years that plays. */

kapok.choice = function (word, options, chosen, onchange) {
  const id = 'choice-' + (kapok.choice.count = (kapok.choice.count || 0) + 1);
  const list = kapok.element('select', {id, onchange: event => onchange(event.target.value)});
  let group = null;
  options.forEach(option => {
    if (option.group && (!group || group.label !== option.group)) {
      group = kapok.element('optgroup', {label: option.group});
      list.append(group);
    }
    const item = kapok.element('option', {value: option.value, selected: option.value === chosen,
      disabled: option.disabled}, option.text);
    (option.group ? group : list).append(item);
  });
  return kapok.element('span', {class: 'control'}, kapok.element('label', {for: id}, kapok.word(word)), list);
};

kapok.areaChoice = function (chosen, onchange, kinds) {
  const options = kapok.population.areas.filter(area => !kinds || kinds.includes(area.kind))
    .map(area => ({value: area.id, text: kapok.text(area.title),
      group: area.kind === 'region' ? kapok.word('regions') : area.kind === 'group' ? kapok.word('groups') : ''}));
  return kapok.choice('area', options, chosen, onchange);
};

/* A few values side by side, one of them chosen. */
kapok.switch = function (word, options, chosen, onchange) {
  const buttons = options.map(option => kapok.element('button', {
    type: 'button', 'aria-pressed': String(option.value === chosen), disabled: option.disabled, title: option.hint,
    onclick: event => {
      buttons.forEach(button => button.setAttribute('aria-pressed', String(button === event.currentTarget)));
      onchange(option.value);
    },
  }, option.text));
  return kapok.element('span', {class: 'control switch', role: 'group', 'aria-label': kapok.word(word)}, buttons);
};

/* A slider over dates, given by their positions, with a button that runs through them. */
kapok.slider = function (positions, chosen, onchange) {
  let timer = null;
  const label = kapok.element('output', {class: 'slider-year'});
  const range = kapok.element('input', {type: 'range', min: 0, max: positions.length - 1, step: 1,
    value: Math.max(0, positions.indexOf(chosen)), 'aria-label': kapok.word('year'),
    oninput: () => show()});
  const button = kapok.element('button', {type: 'button', class: 'play', onclick: () => timer ? stop() : play()});
  function show() {
    const position = positions[Number(range.value)];
    label.textContent = kapok.year(kapok.dates[position]);
    range.setAttribute('aria-valuetext', kapok.day(kapok.dates[position]));
    onchange(position);
  }
  function play() {
    if (Number(range.value) === positions.length - 1) {
      range.value = 0;
      show();
    }
    timer = setInterval(() => {
      range.value = Number(range.value) + 1;
      show();
      if (Number(range.value) === positions.length - 1) {
        stop();
      }
    }, 700);
    paint();
  }
  function stop() {
    clearInterval(timer);
    timer = null;
    paint();
  }
  function paint() {
    button.textContent = timer ? '❚❚' : '▶';
    button.setAttribute('aria-label', kapok.word(timer ? 'pause' : 'play'));
  }
  paint();
  label.textContent = kapok.year(kapok.dates[positions[Number(range.value)]]);
  range.setAttribute('aria-valuetext', kapok.day(kapok.dates[positions[Number(range.value)]]));
  return kapok.element('span', {class: 'control slider'}, button, range, label);
};

/*
 * A table with a header; the first column names the row, all others are numbers unless named in texts. With stack, rows
 * become blocks where the screen is narrow.
 */
kapok.table = function (columns, rows, options) {
  const texts = (options && options.texts) || [0];
  const head = kapok.element('tr', {}, columns.map((column, i) => kapok.element('th',
    {scope: 'col', class: texts.includes(i) ? 'text' : 'number'}, column)));
  const body = rows.map(row => kapok.element('tr', {class: row.kind}, (row.cells || row).map((cell, i) =>
    kapok.element(i === 0 ? 'th' : 'td', {scope: i === 0 ? 'row' : null, 'data-label': i === 0 ? null : columns[i],
      class: texts.includes(i) ? 'text' : 'number'}, cell instanceof Node || cell === '' ? cell : String(cell)))));
  return kapok.element('div', {class: options && options.stack ? 'scroll stack' : 'scroll', tabindex: 0, role: 'region', 'aria-label': (options && options.label)
    || kapok.word('table')},
  kapok.element('table', {}, kapok.element('thead', {}, head), kapok.element('tbody', {}, body)));
};

/* A section of the page, listed in the navigation. Its content is built by a function, anew for each language. */
kapok.section = function (id, build) {
  kapok.sections.push({id, build});
};

kapok.note = function (...content) {
  return kapok.element('p', {class: 'note'}, ...content);
};
