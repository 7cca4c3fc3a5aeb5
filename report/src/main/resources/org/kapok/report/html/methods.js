/* How it was made, and what it rests on. */

kapok.section('methods', () => [kapok.methodFacts(), kapok.conventionText(), kapok.processTable(), kapok.assumptionList(),
  kapok.catalogueTable(), kapok.sourceList(), kapok.findingList(), kapok.fileList()]);

kapok.facts = function (pairs) {
  return kapok.element('dl', {class: 'facts'}, pairs.filter(pair => pair[1]).map(([name, value]) =>
    kapok.element('div', {}, kapok.element('dt', {}, name), kapok.element('dd', {}, value))));
};

kapok.methodFacts = function () {
  const provenance = kapok.data.provenance;
  const drawn = kapok.data.ensemble;
  return kapok.facts([
    [kapok.word('scenario'), kapok.element('code', {}, kapok.data.scenario.id)],
    [kapok.word('convention'), kapok.element('code', {}, provenance.convention)],
    [kapok.word('dates'), kapok.word('dates_text', kapok.day(kapok.dates[0]), kapok.day(kapok.dates[kapok.last]),
      kapok.population.step === 1 ? kapok.word('one_year') : kapok.word('some_years', kapok.population.step))],
    [kapok.word('cells'), kapok.word('cells_text', kapok.grouped(kapok.population.regions), kapok.population.statuses.length, provenance.openAge)],
    [kapok.word('seed'), drawn ? kapok.word('seed_text', drawn.seed, kapok.grouped(drawn.draws)) + kapok.word('semicolon')
      + kapok.lower(kapok.drawsError()) : kapok.word('no_seed')],
    [kapok.word('version'), 'Kapok ' + provenance.version + ', ' + provenance.format],
    [kapok.word('accounts'), kapok.word('accounts_text', provenance.checks.accounts.toExponential(0))],
  ]);
};

kapok.conventionText = function () {
  return [kapok.element('h3', {class: 'sub'}, kapok.word('how')),
    kapok.element('p', {}, kapok.word('method_text')),
    kapok.services.length > 0 ? kapok.element('p', {}, kapok.word('method_services')) : null];
};

kapok.processTable = function () {
  const processes = kapok.data.provenance.processes;
  if (!processes || processes.length === 0) {
    return null;
  }
  const name = component => component.startsWith('transition:') ? kapok.measureName(component)
    : kapok.word('component.' + component);
  return [kapok.element('h3', {class: 'sub'}, kapok.word('processes')), kapok.element('p', {}, kapok.word('processes_text')),
    kapok.table([kapok.word('component'), kapok.word('persistence'), kapok.word('yearly_sd')], processes.map(each =>
      [name(each.component), kapok.grouped(each.phi, 2), kapok.percent(each.sd, 1)]), {label: kapok.word('processes')})];
};

kapok.assumptionList = function () {
  const assumptions = kapok.data.provenance.assumptions;
  if (assumptions.length === 0) {
    return null;
  }
  return [kapok.element('h3', {class: 'sub', id: 'assumptions'}, kapok.word('assumptions', assumptions.length)),
    kapok.note(kapok.word('assumptions_text')),
    kapok.element('ol', {class: 'assumptions'}, assumptions.map(each => kapok.element('li', {},
      kapok.element('span', {class: 'tag'}, kapok.word('assumed')), kapok.text(each.text), ' ',
      kapok.element('code', {}, each.id))))];
};

/* What every norm and need rests on. */
kapok.catalogueTable = function () {
  if (kapok.services.length === 0) {
    return null;
  }
  const source = path => !path ? '' : path.source === 'assumption'
    ? kapok.element('span', {class: 'tag'}, kapok.word('assumed')) : path.source || kapok.word('sum_of_others');
  const rows = kapok.services.map(service => [kapok.text(service.title), kapok.text(service.unit),
    service.paths.norm.model || '', source(service.paths.norm), service.paths.need ? service.paths.need.model || '' : '',
    source(service.paths.need)]);
  return kapok.element('details', {}, kapok.element('summary', {}, kapok.word('catalogue')),
    kapok.table(['service', 'unit', 'norm_model', 'norm_source', 'need_model', 'need_source'].map(key => kapok.word(key)), rows,
      {texts: [0, 1, 2, 3, 4, 5], label: kapok.word('catalogue')}));
};

kapok.sourceList = function () {
  const sources = kapok.data.provenance.sources.filter(source => source.id !== 'assumption');
  const map = kapok.data.map && kapok.text(kapok.data.map.attribution);
  if (sources.length === 0 && !map) {
    return null;
  }
  return [kapok.element('h3', {class: 'sub'}, kapok.word('sources')),
    kapok.element('ul', {class: 'sources'}, sources.map(source => kapok.element('li', {}, kapok.text(source.text), ' ',
      kapok.element('code', {}, source.id))), map ? kapok.element('li', {}, map) : null)];
};

kapok.findingList = function () {
  const withheld = kapok.data.provenance.withheld;
  if (withheld.cells === 0) {
    return null;
  }
  return [kapok.element('h3', {class: 'sub'}, kapok.word('findings')), kapok.element('p', {},
    kapok.word('warn_withheld', withheld.cells, kapok.grouped(withheld.persons, 1)))];
};

kapok.fileList = function () {
  const files = kapok.data.provenance.files;
  return kapok.element('details', {}, kapok.element('summary', {}, kapok.word('files', files.length)),
    kapok.table([kapok.word('file'), 'SHA-256'], files.map(([file, hash]) => [file, kapok.element('code', {class: 'hash'}, hash)]),
      {texts: [0, 1], label: kapok.word('files', files.length)}));
};
