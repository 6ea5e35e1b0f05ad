// What htmx and the browser do not do by themselves. Each page works without it where it can.
const language = document.documentElement.lang;

// Times are written in UTC by the server and read in the reader's own zone.
function localTimes() {
  document.querySelectorAll('time[datetime]:not([title])').forEach((time) => {
    time.title = time.dateTime;
    time.textContent = new Date(time.dateTime).toLocaleString(language === 'en' ? 'en-GB' : language,
      { dateStyle: 'medium', timeStyle: 'short' });
  });
}
document.addEventListener('htmx:afterSettle', localTimes);
localTimes();

// Whoever asks by itself says so: that does not keep a session awake.
document.addEventListener('htmx:configRequest', (event) => {
  if (!event.detail.triggeringEvent || event.detail.triggeringEvent.type.startsWith('live-')) {
    event.detail.headers['Foyer-Unasked'] = 'true';
  }
});

// What cannot be reached is said until it can be.
const lost = document.getElementById('lost');
if (lost) {
  document.addEventListener('htmx:sendError', () => { lost.textContent = lost.dataset.text; });
  document.addEventListener('htmx:afterOnLoad', () => { lost.textContent = ''; });
}

// Nobody there: a warning first, then what is shown is covered. What was typed stays, for whoever signs in again.
const idle = Number(document.body.dataset.idle) * 1000;
if (idle) {
  const warning = document.getElementById('idle');
  const over = document.getElementById('over');
  const text = warning.querySelector('[data-text]');
  const warnFor = Math.min(60_000, idle / 4);
  let asked = Date.now();
  let touched = asked;

  const ask = async () => {
    asked = Date.now();
    const answer = await fetch('/admin/awake', { redirect: 'manual' }).catch(() => undefined);
    if (answer?.ok) {
      warning.close();
      over.close();
    } else if (answer) {
      leave();
    }
  };
  const leave = () => {
    warning.close();
    document.querySelectorAll('[data-once]').forEach((shown) => shown.remove());
    if (!over.open) {
      over.showModal();
    }
  };
  ['keydown', 'pointerdown', 'scroll'].forEach((kind) => addEventListener(kind, () => { touched = Date.now(); },
    { passive: true, capture: true }));
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (!event.detail.requestConfig.headers['Foyer-Unasked']) {
      asked = Date.now();
    }
  });
  warning.addEventListener('cancel', ask);
  warning.querySelector('button').addEventListener('click', ask);
  document.addEventListener('visibilitychange', () => {
    if (over.open && !document.hidden) {
      ask();
    }
  });
  setInterval(() => {
    const left = idle - (Date.now() - asked);
    if (over.open) {
      return;
    }
    if (left <= 0) {
      leave();
    } else if (left <= warnFor && !warning.open && touched > asked) {
      ask();
    } else if (left <= warnFor) {
      text.textContent = text.dataset.text.replace('#', Math.ceil(left / 1000));
      if (!warning.open) {
        warning.showModal();
      }
    }
  }, 1000);
}

// What only a script can do is shown where there is one.
document.documentElement.classList.add('scripted');

// What others change meanwhile: the server says that something of a kind changed, and whoever shows it asks for it anew
// (hx-trigger="live-user from:body"). Hidden pages do not listen: a browser has few connections.
const live = document.body.dataset.live;
if (live) {
  let events;
  let last;
  const tell = (kind, detail) => document.body.dispatchEvent(new CustomEvent(`live-${kind}`, { detail }));
  const listen = () => {
    events = new EventSource(last ? `${live}?after=${encodeURIComponent(last)}` : live);
    events.addEventListener('changed', (event) => {
      last = event.lastEventId;
      const what = JSON.parse(event.data);
      tell(what.kind.toLowerCase(), what);
    });
    events.addEventListener('reset', () => tell('reset'));
    events.addEventListener('open', () => document.body.classList.add('listening'));
    events.addEventListener('error', () => document.body.classList.remove('listening'));
  };
  document.addEventListener('visibilitychange', () => {
    events?.close();
    document.body.classList.remove('listening');
    if (!document.hidden) {
      listen();
    }
  });
  addEventListener('pagehide', () => events?.close());
  listen();
}
