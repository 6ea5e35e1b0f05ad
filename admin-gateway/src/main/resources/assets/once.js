// The page of a view-once link works without this; it only spares people two mistakes.

// A second press would be answered that the link was used, instead of with the PIN.
addEventListener('submit', (event) => { event.target.querySelector('button').disabled = true; });

// A page that the browser keeps for "back" must not keep a PIN.
addEventListener('pagehide', () => document.querySelectorAll('.digits').forEach((shown) => shown.remove()));
