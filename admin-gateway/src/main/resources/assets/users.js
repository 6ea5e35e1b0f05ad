// The list of users: what is selected, and that no PIN stays anywhere.

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

function mark() {
  document.querySelectorAll('#found a[href]').forEach((link) => {
    const selected = link.pathname === location.pathname;
    link.toggleAttribute('aria-current', selected);
    link.closest('tr')?.classList.toggle('selected', selected);
  });
}

document.addEventListener('htmx:afterSettle', mark);
document.addEventListener('htmx:pushedIntoHistory', mark);
mark();
