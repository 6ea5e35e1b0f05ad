// What htmx does not do: keep a PIN out of every cache, put the focus where something changed, mark who is selected.

// A page that the browser keeps for "back" must not keep a PIN.
addEventListener('pagehide', () => document.querySelectorAll('.fresh').forEach((shown) => shown.remove()));

document.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id !== 'pane') {
    return;
  }
  document.querySelector('.desk')?.classList.add('chosen');
  mark();
  document.getElementById('pane')?.focus();
});

// Choosing an address is choosing to send to it.
document.addEventListener('input', (event) => {
  if (event.target.classList.contains('address')) {
    event.target.form.elements.mail.value = event.target.value ? 'ADDRESS' : 'AUTOMATIC';
  }
});

// Times are written in UTC by the server and read in the reader's own zone.
function localTimes() {
  document.querySelectorAll('time[datetime]:not([title])').forEach((time) => {
    time.title = time.dateTime;
    time.textContent = new Date(time.dateTime).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  });
}

function mark() {
  document.querySelectorAll('#found a[href]').forEach((link) => {
    const selected = link.pathname === location.pathname;
    link.toggleAttribute('aria-current', selected);
    link.closest('tr')?.classList.toggle('selected', selected);
  });
}

document.addEventListener('htmx:afterSettle', () => { localTimes(); mark(); });
document.addEventListener('htmx:pushedIntoHistory', mark);
localTimes();
mark();
