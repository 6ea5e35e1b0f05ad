// Curves of what happened: one range for all, one moment for all, and they follow.
(() => {
'use strict';
const charts = document.querySelector('.charts');
const figures = [...charts.querySelectorAll('figure')];
const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
const colours = { resets: '--accent', sent: '--good', held: '--warn', failed: '--bad', waited: '--warn', release: '--accent', locks: '--bad' };
const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const together = uPlot.sync('foyer');
const at = charts.querySelector('#moment');
const OFTEN = 1_000;
const SELDOM = 60_000;
const UNTOLD = 10_000;
let plots = [];
let drawn = 0;

// Colours as the page has them now, light or dark; a canvas knows no light-dark().
function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  charts.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}
function soft(one) {
  return one.replace(/rgba?\(([^,]+),([^,]+),([^,)]+).*/, 'rgba($1,$2,$3,0.16)');
}

function options(figure, names, span) {
  const labels = figure.dataset.labels.split('|');
  const quiet = colour('--quiet');
  const axis = { stroke: quiet, grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '11px system-ui' };
  const plot = figure.querySelector('.plot');
  return {
    width: plot.clientWidth, height: plot.clientHeight, legend: { show: false }, padding: [8, 18, 0, 0],
    cursor: { sync: { key: together.key }, drag: { x: false, y: false }, points: { size: 6 } },
    scales: { y: { range: (_, __, most) => [0, Math.max(most || 0, 4) * 1.05] } },
    axes: [
      { ...axis, size: 24, values: (_, all) => all.map((one) => (span > 2 * 86400 ? day : clock).format(one * 1000)) },
      { ...axis, size: 38, values: (_, all) => all.map((one) => format.format(one)) },
    ],
    series: [{}, ...names.map((name, i) => {
      const one = colour(colours[name]);
      return { label: labels[i], stroke: one, fill: names.length === 1 ? soft(one) : undefined, width: 1.5, spanGaps: true,
        points: { show: name === 'release', size: 4 } };
    })],
    hooks: { setCursor: [(one) => say(figure, one)] },
  };
}

// What it was at the moment under the cursor, below each curve; nowhere a cursor, nothing.
function say(figure, plot) {
  const idx = plot.cursor.idx ?? null;
  const values = idx === null ? [] : plot.series.slice(1).map((one, i) => [one.label, plot.data[i + 1][idx]]);
  const words = values.map(([label, value]) => `${values.length > 1 ? `${label} ` : ''}${value === null ? '–' : format.format(value)} ${figure.dataset.unit ?? ''}`.trim());
  figure.querySelector('.under').textContent = idx === null ? '' : [moment.format(plot.data[0][idx] * 1000), ...words].join(' · ');
}

// By keyboard and finger the moment is chosen for all curves at once.
function point() {
  if (plots.length > 0) {
    const time = plots[0].data[0][at.value];
    plots.forEach((plot) => plot.setCursor({ left: plot.valToPos(time, 'x'), top: 0 }));
    at.setAttribute('aria-valuetext', moment.format(time * 1000));
  }
}
['input', 'focus'].forEach((kind) => at.addEventListener(kind, point));
at.addEventListener('blur', () => plots.forEach((plot) => plot.setCursor({ left: -10, top: -10 })));

function total(one, is) {
  const { total: name, average, none } = one.dataset;
  const there = is[name] !== null && is[name] !== undefined; // what is none is left out
  const shown = there ? format.format(is[name]) : none;
  one.textContent = average && there ? average.replace('#', shown) : shown;
}

async function draw(anew) {
  drawn = Date.now();
  const answer = await fetch(`/admin/overview/counts?range=${charts.dataset.range}`, { headers: { 'Foyer-Unasked': 'true' } })
    .catch(() => undefined);
  if (!answer?.ok || answer.redirected) {
    return;
  }
  const { from, step, series, totals } = await answer.json();
  const steps = series.resets.length;
  const times = Array.from({ length: steps }, (_, i) => from + i * step);
  const make = anew || plots.length === 0;
  if (make) {
    plots.forEach((one) => one.destroy());
    at.max = steps - 1;
    at.value = steps - 1;
  }
  plots = figures.map((figure, i) => {
    const names = figure.dataset.series.split(' ');
    const data = [times, ...names.map((name) => series[name])];
    if (make) {
      return new uPlot(options(figure, names, steps * step), data, figure.querySelector('.plot'));
    }
    plots[i].setData(data);
    say(figure, plots[i]);
    return plots[i];
  });
  charts.querySelectorAll('[data-total]').forEach((one) => total(one, totals));
}

// When the server says that something changed, at most each second; while it tells nothing, every ten.
let soon;
const follow = () => {
  soon ??= setTimeout(() => {
    soon = undefined;
    if (!document.hidden) {
      draw(false);
    }
  }, Math.max(0, drawn + OFTEN - Date.now()));
};
['user', 'notification', 'meeting', 'reset'].forEach((kind) => document.body.addEventListener(`live-${kind}`, follow));
setInterval(() => {
  if (Date.now() - drawn >= (document.body.classList.contains('listening') ? SELDOM : UNTOLD)) {
    follow();
  }
}, OFTEN);
draw(true);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw(true));
let resized;
addEventListener('resize', () => { clearTimeout(resized); resized = setTimeout(() => draw(true), 150); });
})();
