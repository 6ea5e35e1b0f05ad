// The pages beside the users. Without it all can be done, with a page more here and there.
(() => {
'use strict';

// What is chosen, in the list and beside it.
function mark() {
  document.querySelectorAll('#found tbody th > a').forEach((link) => {
    const chosen = link.pathname === location.pathname;
    if (chosen) {
      link.setAttribute('aria-current', 'true'); // an empty one means that it is not
    } else {
      link.removeAttribute('aria-current');
    }
    link.closest('tr')?.classList.toggle('selected', chosen);
  });
}
document.addEventListener('htmx:pushedIntoHistory', mark);
document.addEventListener('htmx:afterSettle', mark);
mark();

// Who chose something is led to it; what was done beside the list shows in the list.
document.addEventListener('htmx:afterSwap', (event) => {
  const asked = event.detail.requestConfig;
  if (event.detail.target.id !== 'pane' || asked.triggeringEvent?.type === 'refresh') {
    return;
  }
  document.querySelector('.desk')?.classList.add('chosen');
  document.getElementById('pane')?.focus();
  const list = document.getElementById('found');
  if (asked.verb !== 'get' && list?.dataset.live) {
    htmx.trigger(list, 'refresh');
  }
});

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
})();
