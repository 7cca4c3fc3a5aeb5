'use strict';

/* Everything that the page's scripts share. Values reach the page as text nodes only, never as markup. */
const kapok = {
  data: JSON.parse(document.getElementById('data').textContent),
  words: JSON.parse(document.getElementById('words').textContent),
  language: 'en',
  sections: [],
  charts: [],
};

kapok.chooseLanguage = function () {
  const asked = new URLSearchParams(location.search).get('lang') || document.documentElement.dataset.language
    || navigator.language || 'en';
  kapok.language = asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

/* A phrase in the reader's language, its blanks {0}, {1} filled. */
kapok.word = function (key, ...blanks) {
  const phrase = kapok.words[key];
  if (!phrase) {
    throw new Error('no words for ' + key);
  }
  return phrase[kapok.language === 'zh' ? 1 : 0].replace(/\{(\d)\}/g, (all, i) => blanks[i]);
};

/* A text of the scenario in the reader's language. */
kapok.text = function (text) {
  return text ? text[kapok.language] : '';
};

/* Several phrases as one. */
kapok.list = function (phrases) {
  if (kapok.language === 'zh') {
    return phrases.join('、');
  }
  return phrases.length < 2 ? phrases.join('') : phrases.slice(0, -1).join(', ') + ' and ' + phrases[phrases.length - 1];
};

kapok.lower = phrase => phrase.charAt(0).toLowerCase() + phrase.slice(1);

kapok.capital = function (phrase) {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
};

/* An element with attributes and children; children may be texts, elements, or nothing. */
kapok.element = function (name, attributes, ...children) {
  const element = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (value === undefined || value === null || value === false) {
      return;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else {
      element.setAttribute(key, value === true ? '' : value);
    }
  });
  element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== ''));
  return element;
};

kapok.svg = function (name, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes || {}).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
};

/* ---- numbers ---- */

kapok.grouped = function (value, decimals) {
  if (value === null || value === undefined || !isFinite(value)) {
    return kapok.word('no_value');
  }
  const rounded = Number(value).toFixed(decimals || 0);
  const [whole, part] = rounded.replace('-', '').split('.');
  const sign = rounded.startsWith('-') && Number(rounded) !== 0 ? '−' : '';
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return sign + digits + (part ? '.' + part : '');
};

/* A number with no more decimals than it needs. */
kapok.short = function (value) {
  return value === undefined || value === null ? '' : kapok.grouped(value, 2).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
};

kapok.signed = function (text) {
  return text.startsWith('−') || /^0(\.0+)?$/.test(text) ? text : '+' + text;
};

kapok.percent = function (share, decimals) {
  return share === null || share === undefined ? kapok.word('no_value')
    : kapok.grouped(100 * share, decimals === undefined ? 1 : decimals) + '%';
};

/* What numbers of a size are told in: 万 or 亿 in Chinese, thousands or millions in English. */
kapok.scale = function (largest, unit) {
  const size = Math.abs(largest || 0);
  const steps = kapok.language === 'zh' ? [[1e9, 1e8, '亿'], [1e4, 1e4, '万']]
    : [[2e6, 1e6, 'million'], [1e4, 1e3, 'thousand']];
  const step = steps.find(([from]) => size >= from) || [0, 1, ''];
  const by = step[1];
  const fraction = by === 1 && (size >= 100 || Number.isInteger(size)) ? 0
    : size === 0 ? 0 : Math.max(0, Math.min(2, 3 - Math.floor(Math.log10(size / by))));
  const name = kapok.language === 'zh' ? step[2] + unit : [step[2], unit].filter(Boolean).join(' ');
  return {by, unit: name, decimals: fraction, format: value => kapok.grouped(value === null || value === undefined
    ? value : value / by, fraction)};
};

kapok.persons = function (largest) {
  return kapok.scale(largest, kapok.word('unit.persons'));
};

/* A number of people as a sentence has it: 21.15 million, 2,115万. */
kapok.people = value => kapok.counted(value, '');

kapok.counted = function (value, unit) {
  const size = Math.abs(value || 0);
  const scale = kapok.scale(size >= 1e6 ? Math.max(2e6, size) : size, unit);
  const whole = scale.by === 1 && size >= 10; // things and people are told whole where halves of them say nothing
  return kapok.spaced(whole ? kapok.grouped(value, 0) : scale.format(value), scale.unit);
};

kapok.spaced = function (number, unit) {
  return unit ? number + (kapok.language === 'zh' ? '' : '\u00a0') + unit : number;
};

/* ---- dates ---- */

kapok.year = date => date.slice(0, 4);

kapok.day = function (date) {
  const [year, month, day] = date.split('-').map(Number);
  if (kapok.language === 'zh') {
    return year + '年' + month + '月' + day + '日';
  }
  return [day, kapok.word('month_' + month), year].join('\u00a0');
};

kapok.month = function (date) {
  const [year, month] = date.split('-').map(Number);
  return kapok.language === 'zh' ? year + '年' + month + '月' : kapok.word('month_' + month) + '\u00a0' + year;
};

kapok.time = date => Date.UTC(...date.split('-').map((part, i) => i === 1 ? part - 1 : Number(part)));

/* ---- colours: readable by people who do not tell red from green ---- */

kapok.colours = {
  ink: '#1d2733', soft: '#5b6673', line: '#d9dee4', faint: '#eef1f4', accent: '#b5332a',
  series: ['#1f5a93', '#c8791a', '#2a8f7a', '#8a5aa5', '#6b7785', '#4aa3d4', '#9c4a3c'],
  female: '#b9637f', male: '#3f78ad',
  met: '#1c7a4a', on_track: '#3f8f8a', at_risk: '#b97a12', off_track: '#b5332a', not_projectable: '#8a949f',
  heat: ['#fdf1ec', '#f7cdbd', '#eb9a83', '#d6604d', '#b5332a', '#7a1620'],
  depth: ['#eaf2f8', '#c6dcec', '#93bedd', '#5797c4', '#2a70a8', '#164a78'],
  both: ['#b5332a', '#e08a6f', '#f4d3c6', '#dbe7f1', '#8fb8d9', '#3f7fb5', '#164a78'],
};

/* Without quotes, which would end the attribute that ECharts writes them into when it saves a picture. */
kapok.font = 'system-ui, Segoe UI, Helvetica Neue, Noto Sans, PingFang SC, Microsoft YaHei, Noto Sans CJK SC,'
  + ' Source Han Sans SC, WenQuanYi Micro Hei, sans-serif';
