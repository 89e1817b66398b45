// Shows the step that the slider stands at. What happened and how things stood was worked out when the page was made; the
// script only puts it in its places. It asks nobody for anything.
'use strict';

const data = JSON.parse(document.getElementById('data').textContent);
const find = id => document.getElementById(id);
const rows = [...document.querySelectorAll('#events > li')];
const slider = find('slider');

const phrases = {
  da: {
    step: (n, all) => `Trin ${n} af ${all}`, recorded: 'registreret', found: (n, all) => `${n} af ${all} hændelser`, go: 'Vis tilstanden her',
    free: 'ledig', offered: 'tilbudt, venter på svar', accepted: 'optaget', promoted: 'fra reserven',
    tied: 'pointlighed', border: seats => `Pladsgrænse: ${seats}`, about: 'om', other: 'English', nothing: '–',
  },
  en: {
    step: (n, all) => `Step ${n} of ${all}`, recorded: 'recorded', found: (n, all) => `${n} of ${all} events`, go: 'Show how things stood here',
    free: 'free', offered: 'offered, awaiting an answer', accepted: 'taken', promoted: 'from the reserve',
    tied: 'tied', border: seats => `Border of the seats: ${seats}`, about: 'about', other: 'Dansk', nothing: '–',
  },
};
let language = 'da';
let step = rows.length - 1;
const say = () => phrases[language];
const word = pair => pair[language === 'da' ? 0 : 1];

// The state after each step: what came before, and what the step changed.
const states = [];
{
  let state = {
    stage: null, deadline: null, seats: 0, points: 4, forms: [0, 0, 0, 0, 0], sets: [0, 0], order: [], tied: [],
    figures: new Map(), proposal: null, places: [], reserve: [], letters: [0, 0], feedback: [0, 0], complaints: [0, 0],
    completed: 0, cases: new Map(), place: null,
  };
  for (const change of data.steps) {
    const next = { ...state, ...change };
    if (change.cases) next.cases = new Map([...state.cases, ...change.cases]);
    if (change.figures) next.figures = new Map(change.figures.map(([person, ...figures]) => [person, figures]));
    if (change.places) {
      const [count, ...changed] = change.places;
      next.places = Array.from({ length: count }, (_, index) => state.places[index] ?? null);
      for (const [index, person, status, promoted] of changed) {
        next.places[index] = person === undefined ? null : { person, status, promoted };
      }
    }
    states.push(next);
    state = next;
  }
}

// Making elements. Text is only ever set as text.
function make(name, attributes = {}, ...children) {
  const isDrawing = ['svg', 'rect', 'use'].includes(name);
  const element = isDrawing
    ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function person(number) {
  const name = data.people[number];
  return make(/^[0-9a-f][0-9a-hjkmnp-tv-z]{12}$/.test(name) ? 'code' : 'b', {}, name);
}

const decimal = text => (language === 'da' ? text.replace('.', ',') : text);
const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: data.zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
});
const months = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

function day(text) {
  const [year, month, date] = text.split('-').map(Number);
  return `${date}${language === 'da' ? '.' : ''} ${months[language][month - 1]} ${year}`;
}

// Times read as the clocks on the walls of the cohort showed them.
function time(text) {
  if (text.length === 10) return day(text);
  const [date, clock] = moment.format(new Date(text)).split(' ');
  const [year, month, dayOfMonth] = date.split('-');
  return language === 'da' ? `${dayOfMonth}.${month}.${year} kl. ${clock.replaceAll(':', '.')}` : `${date} ${clock}`;
}

function mark(name) {
  return make('svg', { class: 'mark', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, make('use', { href: `#${name}` }));
}

// The places of the page, by what they show.
function put(name, value) {
  for (const slot of document.querySelectorAll(`[data-v="${name}"]`)) slot.replaceChildren(value);
}

function showCounts(state) {
  for (const stage of document.querySelectorAll('#stages > li')) {
    if (stage.dataset.stage === state.stage) stage.setAttribute('aria-current', 'step');
    else stage.removeAttribute('aria-current');
  }
  put('deadline', state.deadline ? make('time', { datetime: state.deadline }, day(state.deadline)) : say().nothing);
  put('seats', state.seats);
  const forms = state.forms.reduce((sum, count) => sum + count, 0);
  put('forms', forms);
  let start = 0;
  state.forms.forEach((count, index) => {
    put(`forms${index}`, count);
    const width = forms ? Math.floor(count * 1000 / forms) : 0;
    const part = document.querySelector(`#split > .f${index}`);
    if (!part) return;
    part.setAttribute('x', start);
    part.setAttribute('width', width);
    start += width;
  });
  for (const name of ['sets', 'letters', 'feedback', 'complaints']) {
    const [done, due] = state[name];
    put(name, done);
    put(`${name}-due`, due);
    const bar = document.querySelector(`[data-bar=${name}]`);
    if (bar) bar.setAttribute('width', due ? Math.floor(done * 1000 / due) : 0);
  }
  put('completed', state.completed);
  put('proposal', state.proposal ? state.proposal[0] : say().nothing);
  for (const status of document.querySelectorAll('#statuses > li')) {
    status.hidden = state.proposal ? status.dataset.status !== state.proposal[1] : status.id !== 'undecided';
  }
}

function showPlaces(state) {
  const list = find('places');
  if (!list) return;
  list.replaceChildren(...state.places.map((taken, index) => {
    const kind = taken === null ? 'free' : taken.status === 'accepted' ? 'accepted' : 'offered';
    const text = make('span', {}, make('b', {}, `${index + 1}`), ' ');
    if (taken) {
      text.append(
        person(taken.person), make('small', {}, say()[kind] + (taken.promoted ? `, ${say().promoted}` : '')));
    } else {
      text.append(say().free);
    }
    return make('li', { class: kind }, mark(kind), text);
  }));
}

function bar([total, , mean], points) {
  const share = text => Math.min(1000, Math.floor(Number(text) * 1000 / points));
  return make(
    'svg', { class: 'bar', viewBox: '0 0 1000 14', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    make('rect', { class: 'rest', width: 1000, height: 14 }),
    make('rect', { class: 'bar', width: share(total), height: 14 }),
    make('rect', { class: 'mean', width: 6, height: 14, x: Math.max(0, share(mean) - 3) }));
}

function showRanking(state) {
  const table = find('ranking');
  if (!table) return;
  table.parentElement.hidden = state.order.length === 0;
  table.parentElement.previousElementSibling.hidden = state.order.length > 0;
  const tied = new Set(state.tied);
  const lines = state.order.map((number, index) => {
    const figures = state.figures.get(number);
    const name = make('td', {}, person(number));
    if (tied.has(number)) name.append(' ', make('small', {}, say().tied));
    const row = make('tr', {}, make('td', {}, `${index + 1}`), name, make('td', {}, ...(figures ? [bar(figures, state.points || 4)] : [])));
    for (const place of [0, 2]) {
      const cell = make('td', {}, figures ? decimal(figures[place]) : '');
      if (figures) cell.title = figures[place + 1];
      row.append(cell);
    }
    const status = state.cases.get(number);
    row.append(make('td', {}, status ? word(data.cases[status]) : ''));
    return row;
  });
  if (lines.length > state.seats) {
    lines.splice(state.seats, 0, make('tr', { class: 'border' }, make('td', { colspan: 6 }, say().border(state.seats))));
  }
  table.tBodies[0].replaceChildren(...lines);
}

function showReserve(state) {
  const list = find('reserve');
  if (!list) return;
  list.previousElementSibling.hidden = state.reserve.length > 0;
  list.replaceChildren(...state.reserve.map(number => make('li', {}, person(number))));
}

function showOwnCase(state) {
  const own = find('own');
  if (!own) return;
  const status = state.cases.get(Number(own.dataset.person));
  own.replaceChildren(status ? word(data.cases[status]) : say().nothing);
  find('ownplace').hidden = !state.place;
  if (state.place) {
    put('place', state.place[0]);
    put('place-due', state.place[1]);
  }
}

// What the step is, in words: for the heading of the slider, and for whoever hears the page instead of seeing it.
function showStep() {
  const row = rows[step];
  const [when, what, whom] = ['time', 'strong', 'em'].map(name => row.querySelector(`summary > ${name}`)?.textContent);
  const where = `${say().step(step + 1, rows.length)} · ${say().recorded} ${when}`;
  const happened = whom ? `${what.replace(/\.$/, '')}: ${whom}` : what;
  find('where').textContent = where;
  find('what').textContent = happened;
  slider.value = step;
  slider.setAttribute('aria-valuetext', `${say().step(step + 1, rows.length)}. ${when}. ${happened}`);
  find('live').textContent = `${say().step(step + 1, rows.length)}. ${happened}`;
  name(row);
  find('now').replaceChildren(row.querySelector('dl').cloneNode(true));
  // Not disabled in earnest: a button that one has just pressed would lose the focus.
  find('back').setAttribute('aria-disabled', step === 0);
  find('forward').setAttribute('aria-disabled', step === rows.length - 1);
  document.querySelector('#events > .current')?.classList.remove('current');
  row.classList.add('current');
  for (const button of document.querySelectorAll('#milestones button')) {
    if (Number(button.dataset.step) === step) button.setAttribute('aria-current', 'step');
    else button.removeAttribute('aria-current');
  }
}

function show(next) {
  if (rows.length === 0) return;
  step = Math.max(0, Math.min(rows.length - 1, next));
  const state = states[step];
  showStep();
  showCounts(state);
  showPlaces(state);
  showRanking(state);
  showReserve(state);
  showOwnCase(state);
}

// Words: Danish stands in the page, English beside it or in the list of words.
function speak(next) {
  language = next;
  document.documentElement.lang = language;
  const button = find('language');
  button.textContent = say().other;
  button.lang = language === 'da' ? 'en' : 'da';
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = word(data.words[element.dataset.t]);
  for (const element of document.querySelectorAll('[data-en]')) {
    element.dataset.da ??= element.textContent;
    element.textContent = element.dataset[language];
  }
  for (const element of document.querySelectorAll('[data-en-label]')) {
    element.dataset.daLabel ??= element.getAttribute('aria-label');
    element.setAttribute('aria-label', element.dataset[`${language}Label`]);
  }
  for (const element of document.querySelectorAll('time')) {
    element.dateTime ||= element.textContent.replace(' ', 'T');
    element.textContent = time(element.dateTime);
  }
  for (const element of document.querySelectorAll('data')) element.textContent = decimal(element.value);
  document.title = document.querySelector('h1').textContent;
  filter();
  show(step);
}

function filter() {
  const [who, kind] = [find('person').value, find('kind').value];
  let found = 0;
  for (const row of rows) {
    const fits = (!who || row.dataset.p.split(' ').includes(who)) && (!kind || row.dataset.k === kind);
    row.hidden = !fits;
    if (fits) found += 1;
  }
  find('found').textContent = say().found(found, rows.length);
}

// The technical name of an event's type stands at the end of what there is to know of it.
function name(row) {
  const list = row.querySelector('dl');
  if (list.lastElementChild.className !== 'type') {
    list.append(make('dt', {}, 'Type'), make('dd', { class: 'type' }, make('code', {}, data.types[row.dataset.k])));
  }
}

// A line of the list, opened, offers the state at its step.
function offer(details) {
  const row = details.parentElement;
  const place = rows.indexOf(row);
  if (details.open) name(row);
  if (!details.open || place < 0 || details.querySelector('.go')) return;
  const button = make('button', { type: 'button', class: 'go' }, say().go);
  button.addEventListener('click', () => {
    show(place);
    slider.focus();
    find('state-title').scrollIntoView();
  });
  details.append(button);
}

function openAnchor() {
  const row = location.hash.startsWith('#e') ? document.getElementById(location.hash.slice(1)) : null;
  if (row?.tagName !== 'LI') return;
  row.hidden = false;
  row.firstElementChild.open = true;
  if (rows.includes(row)) show(rows.indexOf(row));
  row.scrollIntoView({ block: 'center' });
}

document.documentElement.classList.remove('plain');
slider.addEventListener('input', () => show(Number(slider.value)));
find('back').addEventListener('click', () => show(step - 1));
find('forward').addEventListener('click', () => show(step + 1));
find('language').addEventListener('click', () => speak(language === 'da' ? 'en' : 'da'));
for (const name of ['person', 'kind']) find(name).addEventListener('change', filter);
find('clear').addEventListener('click', () => {
  find('person').value = '';
  find('kind').value = '';
  filter();
});
for (const button of document.querySelectorAll('#milestones button')) {
  button.addEventListener('click', () => show(Number(button.dataset.step)));
  const place = rows.length > 1 ? button.dataset.step * 1000 / (rows.length - 1) : 0;
  find('ticks').append(make('rect', { x: Math.min(997, place), width: 2, height: 8 }));
}
for (const list of document.querySelectorAll('ol.events')) {
  list.addEventListener('toggle', event => offer(event.target), true);
}
addEventListener('hashchange', openAnchor);
speak('da');
openAnchor();
