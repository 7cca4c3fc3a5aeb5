/* Puts the page together, in one language at a time, and draws charts as they come into view. */

kapok.visible = new IntersectionObserver(entries => {
  entries.filter(entry => entry.isIntersecting).forEach(entry => {
    const chart = kapok.charts.find(each => each.figure === entry.target);
    if (chart && !chart.instance) {
      chart.draw();
    }
  });
}, {rootMargin: '400px'});

kapok.render = function () {
  kapok.charts.forEach(chart => chart.dispose());
  kapok.charts = [];
  kapok.choice.count = 0;
  kapok.visible.disconnect();
  const root = document.documentElement;
  root.lang = kapok.language === 'zh' ? 'zh-CN' : 'en';
  document.title = kapok.text(kapok.data.scenario.place) + ' · ' + kapok.text(kapok.data.scenario.title) + ' · Kapok';
  document.querySelectorAll('[data-word]').forEach(each => {
    each.textContent = kapok.word(each.dataset.word);
  });
  document.getElementById('nav').setAttribute('aria-label', kapok.word('sections'));
  kapok.masthead();
  const list = document.getElementById('nav-list');
  const main = document.getElementById('main');
  list.replaceChildren();
  main.replaceChildren();
  kapok.sections.forEach(section => {
    const name = kapok.word('section_' + section.id);
    list.append(kapok.element('li', {}, kapok.element('a', {href: '#' + section.id}, name)));
    main.append(kapok.element('section', {id: section.id, 'aria-labelledby': 'heading-' + section.id},
      kapok.element('h2', {id: 'heading-' + section.id}, name), section.build()));
  });
  kapok.charts.forEach(chart => kapok.visible.observe(chart.figure));
  kapok.spy();
};

kapok.masthead = function () {
  const say = (id, text) => {
    document.getElementById(id).textContent = text;
  };
  say('place', kapok.text(kapok.data.scenario.place));
  say('title', kapok.text(kapok.data.scenario.title));
  say('meta', kapok.word('meta', kapok.day(kapok.dates[0]), kapok.day(kapok.dates[kapok.last]),
    kapok.data.scenario.id) + (kapok.data.solution && kapok.data.solution.applied ? ' · ' + kapok.word('meta_solved') : ''));
  say('foot', kapok.word('foot', kapok.data.provenance.version));
  const other = kapok.language === 'zh' ? 'English' : '中文';
  const button = document.getElementById('language');
  button.textContent = other;
  button.lang = kapok.language === 'zh' ? 'en' : 'zh-CN';
};

/* Marks in the navigation what is on the screen. */
kapok.spy = function () {
  if (kapok.spy.observer) {
    kapok.spy.observer.disconnect();
  }
  const links = [...document.querySelectorAll('#nav a')];
  kapok.spy.observer = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting)
    .forEach(entry => links.forEach(link => {
      const here = link.hash === '#' + entry.target.id;
      if (here) {
        link.setAttribute('aria-current', 'true');
        const list = document.getElementById('nav-list');
        list.scrollLeft = link.offsetLeft - list.clientWidth / 2 + link.offsetWidth / 2;
      } else {
        link.removeAttribute('aria-current');
      }
    })), {rootMargin: '-20% 0px -70% 0px'});
  document.querySelectorAll('main > section').forEach(section => kapok.spy.observer.observe(section));
};

/* On paper every chart is there, as wide as the page. */
kapok.drawAll = function () {
  kapok.charts.forEach(chart => chart.draw());
};

document.getElementById('language').addEventListener('click', () => {
  const here = [...document.querySelectorAll('main > section')].find(section => section.getBoundingClientRect().bottom > 80);
  kapok.language = kapok.language === 'zh' ? 'en' : 'zh';
  kapok.render();
  if (scrollY > 0 && here) {
    document.getElementById(here.id).scrollIntoView({behavior: 'instant'});
  }
});
document.getElementById('print').addEventListener('click', () => window.print());
window.addEventListener('beforeprint', () => {
  kapok.printing = true;
  document.documentElement.classList.add('printing');
  kapok.drawAll();
});
window.addEventListener('afterprint', () => {
  kapok.printing = false;
  document.documentElement.classList.remove('printing');
  kapok.drawAll();
});
let resized = null;
window.addEventListener('resize', () => {
  clearTimeout(resized);
  resized = setTimeout(() => kapok.charts.filter(chart => chart.instance).forEach(chart => chart.draw()), 150);
});
kapok.chooseLanguage();
kapok.render();
