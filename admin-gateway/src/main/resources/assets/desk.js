// The pages beside the users. Without it all can be done, with a page more here and there.
(() => {
'use strict';
document.documentElement.classList.add('scripted');

// What is chosen, in the list and beside it.
function mark() {
  document.querySelectorAll('#found tbody th > a').forEach((link) => {
    const chosen = link.pathname === location.pathname;
    link.toggleAttribute('aria-current', chosen);
    link.closest('tr')?.classList.toggle('selected', chosen);
  });
}
document.addEventListener('htmx:pushedIntoHistory', mark);
mark();

// A list that says from which address it is, follows by itself while somebody looks: when the server says that something of its
// kind changed (page.js), and seldom besides. While nobody is told, and of what nobody is, it asks as often as it says. What was
// picked, typed or is shown one time is not taken away.
const TOLD = ['notification', 'meeting', 'campaign', 'dead_letter'];
const SELDOM = 10;
const AT_MOST = 500;
const watched = new WeakMap();
function busy(element) {
  return element.querySelector('[data-once], input:checked:not([type="radio"]), form.htmx-request') !== null
    || (element.contains(document.activeElement) && document.activeElement.matches('input, select, textarea'));
}
function pace(element) {
  const told = document.body.classList.contains('listening') && TOLD.includes(element.dataset.liveOf);
  return Number(element.dataset.live) * 1000 * (told ? SELDOM : 1);
}
function watch(element) {
  if (!watched.has(element)) {
    watched.set(element, { due: performance.now() + pace(element), notBefore: performance.now() + AT_MOST });
  }
  return watched.get(element);
}
function told(kind) {
  document.querySelectorAll(`[data-live-of="${kind}"]`).forEach((element) => { watch(element).due = 0; });
}
function follow() {
  if (document.hidden) {
    return;
  }
  document.querySelectorAll('[data-live]').forEach((element) => {
    const one = watch(element);
    if (performance.now() >= Math.max(one.due, one.notBefore) && !busy(element)) {
      one.due = performance.now() + pace(element);
      one.notBefore = performance.now() + AT_MOST;
      htmx.trigger(element, 'refresh');
    }
  });
}
TOLD.forEach((kind) => document.body.addEventListener(`live-${kind}`, () => told(kind)));
document.body.addEventListener('live-reset', () => TOLD.forEach(told));
setInterval(follow, 250);
document.addEventListener('visibilitychange', follow);
document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.triggeringEvent?.type === 'refresh') {
    event.detail.headers['Foyer-Unasked'] = 'true';
  }
});

// The same again changes nothing, and what was unfolded stays so.
const shown = new Map();
const unfolded = new Map();
document.addEventListener('htmx:beforeSwap', (event) => {
  const from = event.detail.elt.dataset?.liveFrom;
  if (event.detail.requestConfig.triggeringEvent?.type === 'refresh') {
    if (event.detail.xhr.status !== 200 || shown.get(from) === event.detail.xhr.responseText || busy(event.detail.elt)) {
      event.detail.shouldSwap = false;
      return;
    }
    shown.set(from, event.detail.xhr.responseText);
    event.detail.target.querySelectorAll('details[data-keeps]').forEach((one) => unfolded.set(one.dataset.keeps, one.open));
  }
});
document.addEventListener('htmx:afterSettle', () => {
  document.querySelectorAll('details[data-keeps]').forEach((one) => {
    one.open = unfolded.get(one.dataset.keeps) ?? one.open;
  });
  mark();
});

// Who chose something is led to it; what was done beside the list shows in the list.
document.addEventListener('htmx:afterSwap', (event) => {
  const asked = event.detail.requestConfig;
  if (event.detail.target.id !== 'pane' || asked.triggeringEvent?.type === 'refresh') {
    return;
  }
  unfolded.clear();
  const pane = document.getElementById('pane');
  if (pane?.querySelector('.done, .problem')) {
    watch(pane).notBefore = performance.now() + 5000; // what was done is said for a while
  }
  document.querySelector('.desk')?.classList.add('chosen');
  pane?.focus();
  const list = document.getElementById('found');
  if (asked.verb !== 'get' && list?.dataset.live) {
    shown.clear();
    htmx.trigger(list, 'refresh');
  }
});

// A page that the browser keeps for "back" must not keep what is shown one time.
addEventListener('pagehide', () => document.querySelectorAll('.fresh').forEach((one) => one.remove()));

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-submits]')) {
    event.target.form.requestSubmit();
  }
  const all = event.target.dataset.picks;
  if (all) {
    event.target.form.querySelectorAll(`input[name="${all}"]`).forEach((one) => { one.checked = event.target.checked; });
  }
});

// Whoever changes many things, or one for good, is asked once.
document.addEventListener('submit', (event) => {
  const sure = event.submitter?.dataset.sure ?? event.target.dataset.sure;
  if (sure && !confirm(sure)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copies]');
  if (button) {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
    button.textContent = button.dataset.copied;
  }
});
})();
