// What htmx and the browser do not do by themselves. Each page works without it where it can.
const language = document.documentElement.lang;

// Times are written in UTC by the server and read in the reader's own zone; where an age stands, when it was.
function localTimes() {
  document.querySelectorAll('time[datetime]:not([data-local])').forEach((time) => {
    const age = 'age' in time.dataset;
    if (time.title && !age) {
      return; // a day, which is the same everywhere
    }
    const local = new Date(time.dateTime).toLocaleString(language === 'en' ? 'en-GB' : language,
      { dateStyle: 'medium', timeStyle: 'short' });
    time.title = age ? local : time.dateTime;
    time.textContent = age ? time.textContent : local;
    time.dataset.local = '';
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
});

// Without https, but for this computer's own addresses, browsers have no clipboard: then as it was done before there was one.
async function copies(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = document.activeElement;
    const held = Object.assign(document.createElement('textarea'), { value: text, className: 'hidden' });
    before.after(held);
    try {
      held.select();
      return document.execCommand('copy');
    } catch {
      return false;
    } finally {
      held.remove(); // it may be a PIN
      before.focus();
    }
  }
}
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy], [data-copies]');
  if (!button) {
    return;
  }
  const { copy, copied, copies: from } = button.dataset;
  const text = from ? document.getElementById(from).textContent
    : [...button.closest('[data-once]').querySelectorAll('.digits > [aria-hidden] > span')].map((group) => group.textContent).join('');
  if (await copies(text)) {
    (button.querySelector('span') ?? button).textContent = copy ?? copied;
  } else {
    lost.textContent = lost.dataset.notCopied;
  }
});

// What cannot be reached is said until it can be.
const lost = document.getElementById('lost');
if (lost) {
  let refused = false;
  document.addEventListener('htmx:sendError', () => { lost.textContent = lost.dataset.text; });
  document.addEventListener('htmx:afterOnLoad', ({ detail }) => {
    const asked = !('Foyer-Unasked' in detail.requestConfig.headers);
    if (asked && isNoPage(detail.xhr) && detail.xhr.status !== 401) { // that covers the page
      refused = true;
      lost.textContent = lost.dataset[meaning(detail.xhr)];
    } else if (asked || !refused) {
      refused = false;
      lost.textContent = '';
    }
  });
}

// Somebody else may answer, such as what stands before the gateway while that is away: no page of ours becomes theirs. Ours says where
// it belongs. What refuses at our door, before there is a page, answers as to programs.
function isNoPage(xhr) {
  return xhr.status >= 400 && !xhr.getResponseHeader('HX-Retarget');
}
function meaning(xhr) {
  if (!xhr.getResponseHeader('Content-Type')?.startsWith('application/problem+json')) {
    return 'foreign';
  }
  return xhr.status < 500 || xhr.status === 503 ? 'refused' : 'failed';
}
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (isNoPage(detail.xhr)) {
    detail.shouldSwap = false;
  }
});

// Nobody there: a warning first, then what is shown is covered. What was typed stays, for whoever signs in again.
const idle = Number(document.body.dataset.idle) * 1000;
if (idle) {
  const warning = document.getElementById('idle');
  const over = document.getElementById('over');
  const text = warning.querySelector('[data-text]');
  const warnFor = Math.min(60_000, idle / 4);
  let asked = Date.now();
  let touched = asked;
  let asking;

  const look = async () => {
    const before = asked;
    asked = Date.now();
    const answer = await fetch('/admin/awake', { redirect: 'manual' }).catch(() => undefined);
    if (answer?.ok) {
      warning.close();
      over.close();
    } else if (answer?.type === 'opaqueredirect' || answer?.status === 401) {
      leave();
    } else { // nobody is there who knows
      asked = before;
      lost.textContent = lost.dataset.text;
    }
    return answer?.ok === true;
  };
  const ask = () => {
    asking ??= look().finally(() => { asking = undefined; });
    return asking;
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
  // What is typed into a form that leaves the page goes with it: only while somebody is there who takes it. Pressed again meanwhile, it
  // goes once.
  const leaving = new WeakSet();
  document.addEventListener('submit', async (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || form.method !== 'post' || !form.closest('#main')) {
      return;
    }
    event.preventDefault();
    if (leaving.has(form)) {
      return;
    }
    leaving.add(form);
    const there = await ask().finally(() => leaving.delete(form));
    if (there) {
      const pressed = Object.assign(document.createElement('input'), { type: 'hidden', name: submitter?.name ?? '', value: submitter?.value });
      form.append(pressed); // without a name it is not sent
      HTMLFormElement.prototype.submit.call(form);
      pressed.remove();
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
