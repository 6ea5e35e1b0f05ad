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

// What asks by itself says so: that does not keep a session awake.
document.addEventListener('htmx:configRequest', (event) => {
  if (/^(refresh|live-.*)$/.test(event.detail.triggeringEvent?.type ?? 'refresh')) {
    event.detail.headers['Foyer-Unasked'] = 'true';
  }
});

// What is shown one time is copied unseen and goes when it is closed; a page that the browser keeps for "back" does not keep it.
addEventListener('pagehide', () => document.querySelectorAll('[data-once]').forEach((shown) => shown.remove()));
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-forget]')) {
    event.preventDefault();
    event.target.closest('[data-once]').remove();
    const pane = document.getElementById('pane');
    pane.focus();
    htmx.trigger(pane, 'refresh'); // where its mail stands belongs to the pane from now on
  }
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    const digits = [...copy.closest('[data-once]').querySelectorAll('.digits > [aria-hidden] > span')].map((group) => group.textContent);
    navigator.clipboard.writeText(digits.join('')).then(() => {
      copy.querySelector('span').textContent = copy.dataset.copy;
    });
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
  let asking = false;

  const ask = async () => {
    if (asking) {
      return;
    }
    asking = true;
    const before = asked;
    asked = Date.now();
    const answer = await fetch('/admin/awake', { redirect: 'manual' }).catch(() => undefined);
    asking = false;
    if (answer?.ok) {
      warning.close();
      over.close();
    } else if (answer) {
      leave();
    } else {
      asked = before;
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
  // A session that ended elsewhere, too: what was typed into a form is not left for the sign-in.
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    if (event.detail.xhr.status === 401) {
      event.preventDefault();
      leave();
    }
  });
  warning.addEventListener('cancel', ask);
  warning.querySelector('button').addEventListener('click', ask);
  document.addEventListener('visibilitychange', () => {
    if (over.open && !document.hidden) {
      ask();
    }
  });
  // Whoever types or scrolls is there, although the server hears nothing of it.
  setInterval(() => {
    const silent = Date.now() - asked;
    if (over.open) {
      return;
    }
    if (silent >= idle) {
      leave();
    } else if (silent > warnFor && touched > asked && !warning.open) {
      ask();
    } else if (silent >= idle - warnFor) {
      text.textContent = text.dataset.text.replace('#', Math.ceil((idle - silent) / 1000));
      if (!warning.open) {
        warning.showModal();
      }
    }
  }, 1000);
}

// What only a script can do is shown where there is one.
document.documentElement.classList.add('scripted');
