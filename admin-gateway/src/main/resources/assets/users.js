// The list of users: keys, and what is selected.

const found = () => document.getElementById('found');
const rows = () => [...document.querySelectorAll('#found tbody th a')];
const typing = (element) => element.closest('input, textarea, select, [contenteditable]') !== null;

// The list may have become another one since what stands beside it was made: whatever is done there keeps the present one.
const ofList = (address) => address.split('?')[0] + new URL(found().getAttribute('hx-get'), location.href).search;
document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.elt.closest('#pane') && event.detail.path.startsWith('/admin/users')) {
    event.detail.path = ofList(event.detail.path);
  }
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('#pane a[href^="/admin/users"]');
  if (link) {
    link.setAttribute('href', ofList(link.getAttribute('href')));
  }
});

document.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id === 'pane') {
    document.querySelector('.desk').classList.add('chosen');
    if (!event.detail.requestConfig.headers['Foyer-Unasked']) {
      document.getElementById('pane')?.focus();
    }
  }
});

// An Enter in the search opens the only hit, also when it is pressed before the hit is there.
let entered = false;
function openOnly() {
  if (entered && found().dataset.q === document.getElementById('q').value) {
    entered = false;
    if (found().dataset.only) {
      rows()[0].click();
    }
  }
}
document.addEventListener('htmx:afterSettle', openOnly);

// Whoever speaks to the computer can turn off what a letter alone does (WCAG 2.1.4).
const letters = document.documentElement.dataset.keys !== 'off';
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return;
  }
  const search = document.getElementById('q');
  const all = rows();
  const at = all.indexOf(document.activeElement);
  if (letters && event.key === '/' && !typing(event.target)) {
    search.focus();
    search.select();
  } else if (event.key === 'Enter' && event.target === search) {
    entered = true;
    openOnly();
  } else if (event.key === 'ArrowDown' && (at >= 0 || event.target === search)) {
    all[Math.min(at + 1, all.length - 1)]?.focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    (at === 0 ? search : all[at - 1]).focus();
  } else if (letters && event.key === 'r' && !typing(event.target) && document.querySelector('[data-offer="reset"]')) {
    document.querySelector('[data-offer="reset"]').click();
  } else if (event.key === 'Escape' && event.target.closest('#pane')) {
    ['forget', 'cancel', 'close'].map((way) => document.querySelector(`#pane [data-${way}]`)).find(Boolean)?.click();
  } else {
    return;
  }
  event.preventDefault();
});

// Typing an address or a number is choosing it; taking it away chooses nothing else, which might not be what was chosen before.
document.addEventListener('input', (event) => {
  const { classList, form, value } = event.target;
  if (value && classList.contains('address')) {
    form.elements.mail.value = 'ADDRESS';
  } else if (value && classList.contains('chosen-id')) {
    form.elements.choice.value = 'CHOSEN';
  }
});

function mark() {
  rows().forEach((link) => {
    const selected = link.pathname === location.pathname;
    if (selected) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
    link.closest('tr').classList.toggle('selected', selected);
  });
}
document.addEventListener('htmx:afterSettle', mark);
document.addEventListener('htmx:pushedIntoHistory', mark);
mark();

// What was just done shows in the list; the index may be behind, so it looks once more.
document.body.addEventListener('users-changed', () => {
  const look = () => document.body.dispatchEvent(new CustomEvent('live-user', { detail: {} }));
  look();
  setTimeout(look, 2500);
});

// Marked are users, also those of pages that are not shown now.
const marked = new Set();
const marks = () => [...document.querySelectorAll('#found input[name="user"]')];
function showMarks() {
  const form = document.getElementById('marked');
  if (form) {
    marks().forEach((one) => { one.checked = marked.has(one.value); });
    document.querySelector('[data-marks]').checked = marks().every((one) => one.checked);
    form.classList.toggle('some', marked.size > 0);
    const said = form.querySelector('[data-marked]');
    said.textContent = marked.size > 0 ? said.dataset.marked.replace('#', marked.size.toLocaleString(document.documentElement.lang)) : '';
  }
}
document.addEventListener('change', (event) => {
  const all = event.target.matches('[data-marks]');
  if (all || event.target.form?.id === 'marked') {
    (all ? marks() : [event.target]).forEach((one) => marked[event.target.checked ? 'add' : 'delete'](one.value));
    showMarks();
  }
});
document.addEventListener('submit', (event) => {
  if (event.target.id === 'marked') {
    event.target.querySelectorAll('input').forEach((one) => one.remove());
    const shown = new Set(marks().map((one) => one.value));
    [...marked].filter((user) => !shown.has(user)).forEach((user) => event.target.append(
      Object.assign(document.createElement('input'), { type: 'hidden', name: 'user', value: user })));
  }
});
document.addEventListener('htmx:afterSettle', showMarks);
showMarks();

// Saved views are addresses of the list, in this browser only.
const saved = document.querySelector('[data-views]');
function views() {
  try {
    const kept = JSON.parse(localStorage.getItem('foyer-views') ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // somebody else wrote there
  }
}
function showViews() {
  saved.querySelector('ul').replaceChildren(...views().map(({ name, query }) => {
    const row = document.createElement('li');
    const link = Object.assign(document.createElement('a'), { href: `/admin/users${query}`, textContent: name });
    const forget = Object.assign(document.createElement('button'), { type: 'button', className: 'ghost', textContent: '×' });
    forget.setAttribute('aria-label', `${saved.dataset.views} ${name}`);
    forget.addEventListener('click', () => keep(views().filter((view) => view.name !== name)));
    row.append(link, forget);
    return row;
  }));
}
function keep(all) {
  localStorage.setItem('foyer-views', JSON.stringify(all));
  showViews();
}
if (saved) {
  const name = document.getElementById('view-name');
  const save = () => {
    if (name.value.trim()) {
      const query = new URLSearchParams(new URL(found().getAttribute('hx-get'), location.href).search);
      ['cursor', 'at'].forEach((key) => query.delete(key));
      keep([...views().filter((view) => view.name !== name.value.trim()),
        { name: name.value.trim(), query: query.size ? `?${query}` : '' }]);
      name.value = '';
    }
  };
  saved.querySelector('[data-save]').addEventListener('click', save);
  name.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      save();
    }
  });
  showViews();
}
