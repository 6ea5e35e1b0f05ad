// What others change meanwhile: the server says that something of a kind changed, and whoever shows it asks for it anew.
// Hidden pages do not listen: a browser has few connections.
const { events: address } = document.body.dataset;
const KINDS = ['user', 'notification', 'meeting', 'campaign', 'dead_letter', 'settings', 'scan'];
const SELDOM = 10;
const AT_MOST = 300;
const AGAIN = 5000;
const REFUSED = 2000;
const REFUSED_AT_MOST = 60000;
const SHOWN = [200, 404];
let listening = false;

// A change is waited for, and what was clicked goes before what a page asks by itself: an answer whose place somebody else has taken
// would be lost, and with it a new PIN. By the place that they will take.
const asking = new Map();
const overtaken = new WeakSet();
document.addEventListener('htmx:beforeRequest', (event) => {
  const { xhr, target, requestConfig } = event.detail;
  const place = target.id;
  if (!place) {
    return;
  }
  const now = { xhr, byItself: 'Foyer-Unasked' in requestConfig.headers, changes: requestConfig.verb !== 'get', missed: false };
  const before = asking.get(place);
  if (before && (before.changes || (now.byItself && !before.byItself))) {
    before.missed ||= now.byItself;
    event.preventDefault();
    return;
  }
  if (before) {
    overtaken.add(before.xhr);
  }
  asking.set(place, now);
  if (now.changes) {
    target.setAttribute('aria-busy', 'true'); // its buttons do nothing meanwhile
  }
  xhr.addEventListener('loadend', () => {
    if (asking.get(place) === now) {
      asking.delete(place);
    }
    if (now.changes) {
      target.removeAttribute('aria-busy');
    }
    const shown = document.getElementById(place);
    if (shown?.dataset.live && now.missed) {
      soon(shown);
    } else if (shown?.dataset.live && now.byItself && !SHOWN.includes(xhr.status)) {
      const one = watch(shown);
      one.due = Math.min(one.due, performance.now() + AGAIN);
    }
  });
});

// A list or pane with data-live (seconds) and data-live-of (kinds) follows while somebody looks: when the server says so, and seldom
// besides; while nobody is told, and of what nobody is, as often as it says. What was picked, typed or is shown one time is not taken
// away, nor what is being pressed: of a press and a release on two links becomes no click.
let pressed = null;
addEventListener('pointerdown', (event) => { pressed = event.target; }, true);
['pointerup', 'pointercancel', 'blur'].forEach((kind) => addEventListener(kind, () => setTimeout(() => { pressed = null; }),
  kind !== 'blur')); // that of the window alone
const watched = new WeakMap();
const kinds = (element) => (element.dataset.liveOf ?? '').split(' ');
const typed = (field) => !['checkbox', 'radio', 'hidden'].includes(field.type) && field.value !== field.defaultValue;
function busy(element) {
  const picked = 'liveMarks' in element.dataset ? '' : ', input:checked:not([type="radio"])';
  return element.querySelector(`[data-once], [data-typed], form.htmx-request${picked}`) !== null
    || element.contains(pressed)
    || [...element.querySelectorAll('input, textarea')].some(typed)
    || (element.contains(document.activeElement)
      && document.activeElement.matches('input:not([type="checkbox"], [type="radio"]), select, textarea'));
}
function pace(element) {
  return Number(element.dataset.live) * 1000 * (listening && kinds(element).every((kind) => KINDS.includes(kind)) ? SELDOM : 1);
}
function watch(element) {
  if (!watched.has(element)) {
    watched.set(element, { due: performance.now() + pace(element), notBefore: performance.now() + AT_MOST });
  }
  return watched.get(element);
}
function follow() {
  if (document.hidden) {
    return;
  }
  document.querySelectorAll('[data-live]').forEach((element) => {
    const one = watch(element);
    if (performance.now() >= Math.max(one.due, one.notBefore) && !busy(element) && !asking.has(element.id)) {
      one.due = performance.now() + pace(element);
      one.notBefore = performance.now() + AT_MOST;
      htmx.trigger(element, 'refresh');
    }
  });
}
function soon(element) {
  const under = asking.get(element.id);
  if (under) {
    under.missed = true; // its answer may be from before, and takes the element's place
    return;
  }
  const one = watch(element);
  one.due = 0;
  setTimeout(follow, Math.max(0, one.notBefore - performance.now()) + 1);
}
// Who shows one user alone (data-live-user) is not concerned by others.
KINDS.forEach((kind) => document.body.addEventListener(`live-${kind}`, ({ detail }) => {
  document.querySelectorAll(`[data-live-of~="${kind}"]`).forEach((element) => {
    if (!element.dataset.liveUser || element.dataset.liveUser === detail.user) {
      soon(element);
    }
  });
}));
document.body.addEventListener('live-reset', () => document.querySelectorAll('[data-live]').forEach(soon));
setInterval(follow, 250);
document.addEventListener('visibilitychange', follow);

// The same again changes nothing; what was unfolded, scrolled or has the focus stays so, and what was just done goes on being said.
const answered = new WeakMap();
const unfolded = new Map();
const SAID = ':scope > [role="alert"], :scope > .done, :scope > .sent, :scope > .problem[role="status"]';
let said = null;
let saidAt = 0;
let scrolled = 0;
let focused = null;
const likeness = (one) => [one.tagName, one.getAttribute('href'), one.name, one.value, one.textContent].join();
const refreshes = (event) => event.detail.requestConfig.triggeringEvent?.type === 'refresh';
document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr, target } = event.detail;
  unfolded.clear();
  said = null;
  focused = null;
  if (overtaken.has(xhr)) {
    event.detail.shouldSwap = false;
    return;
  }
  if (!refreshes(event)) {
    return;
  }
  if (!SHOWN.includes(xhr.status) || answered.get(target) === xhr.responseText || busy(target)) {
    event.detail.shouldSwap = false;
    if (busy(target)) {
      soon(target);
    }
    return;
  }
  said = target.querySelector(SAID);
  saidAt = [...target.children].indexOf(said);
  scrolled = target.scrollTop;
  const active = document.activeElement;
  focused = active !== target && target.contains(active) && !active.id ? likeness(active) : null;
  target.querySelectorAll('details[data-keeps]').forEach((one) => unfolded.set(one.dataset.keeps, one.open));
});
document.addEventListener('htmx:afterSwap', (event) => {
  if (!refreshes(event)) {
    return;
  }
  const shown = document.getElementById(event.detail.target.id);
  if (shown) {
    answered.set(shown, event.detail.xhr.responseText);
    shown.scrollTop = scrolled;
    shown.querySelectorAll('details[data-keeps]').forEach((one) => {
      one.open = unfolded.get(one.dataset.keeps) ?? one.open;
    });
    if (focused) {
      [...shown.querySelectorAll('a, button, input, summary')].find((one) => likeness(one) === focused)?.focus({ preventScroll: true });
    }
    if (said && !shown.querySelector(SAID)) {
      shown.insertBefore(said, shown.children[saidAt] ?? null);
      htmx.process(said); // what it asks for went with the pane before
    }
  }
});

if (address) {
  let events;
  let last;
  let again;
  let wait = REFUSED;
  const tell = (kind, detail) => document.body.dispatchEvent(new CustomEvent(`live-${kind}`, { detail }));
  const heard = (does) => {
    listening = does;
    document.body.classList.toggle('listening', does);
  };
  const listen = () => {
    events = new EventSource(last ? `${address}?after=${encodeURIComponent(last)}` : address);
    events.addEventListener('changed', (event) => {
      last = event.lastEventId;
      const what = JSON.parse(event.data);
      tell(what.kind.toLowerCase(), what);
    });
    events.addEventListener('reset', () => tell('reset', {}));
    events.addEventListener('open', () => {
      heard(true);
      wait = REFUSED;
      if (!last) {
        tell('reset', {}); // what changed since the page was made
      }
    });
    // A connection that breaks the browser opens again. One that is answered with anything but events (the gateway is about to stop,
    // or reads its view anew) it gives up for ever.
    events.addEventListener('error', () => {
      heard(false);
      if (events.readyState === EventSource.CLOSED) {
        clearTimeout(again);
        again = setTimeout(listen, wait * (0.5 + Math.random()));
        wait = Math.min(wait * 2, REFUSED_AT_MOST);
      }
    });
  };
  document.addEventListener('visibilitychange', () => {
    events?.close();
    clearTimeout(again);
    heard(false);
    if (!document.hidden) {
      listen();
    }
  });
  addEventListener('pagehide', () => events?.close());
  listen();
}
