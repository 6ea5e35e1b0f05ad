// Curves of what happened: one range for all, one cursor for all, and they follow.
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
let plots = [];

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
      { ...axis, size: 24, values: (_, at) => at.map((one) => (span > 2 * 86400 ? day : clock).format(one * 1000)) },
      { ...axis, size: 38, values: (_, at) => at.map((one) => format.format(one)) },
    ],
    series: [{}, ...names.map((name, i) => {
      const one = colour(colours[name]);
      return { label: labels[i], stroke: one, fill: names.length === 1 ? soft(one) : undefined, width: 1.5, spanGaps: true,
        points: { show: name === 'release', size: 4 } };
    })],
    hooks: { setCursor: [(one) => say(figure, one)] },
  };
}

// What stands under the cursor, in words beside the name.
function say(figure, plot) {
  const at = plot.cursor.idx;
  figure.querySelector('figcaption').title = at === null || at === undefined ? '' : [moment.format(plot.data[0][at] * 1000),
    ...plot.series.slice(1).map((one, i) => `${one.label}: ${format.format(plot.data[i + 1][at] ?? 0)}`)].join('\n');
}

async function draw(anew) {
  const answer = await fetch(`/admin/overview/counts?range=${charts.dataset.range}`, { headers: { 'Foyer-Unasked': 'true' } })
    .catch(() => undefined);
  if (!answer?.ok || answer.redirected) {
    return;
  }
  const { from, step, series, totals } = await answer.json();
  const steps = series.resets.length;
  const times = Array.from({ length: steps }, (_, i) => from + i * step);
  if (anew) {
    plots.forEach((one) => one.destroy());
  }
  plots = figures.map((figure, i) => {
    const names = figure.dataset.series.split(' ');
    const data = [times, ...names.map((name) => series[name])];
    if (!anew) {
      plots[i].setData(data);
      return plots[i];
    }
    return new uPlot(options(figure, names, steps * step), data, figure.querySelector('.plot'));
  });
  charts.querySelectorAll('[data-total]').forEach((one) => { one.textContent = format.format(totals[one.dataset.total]); });
}

draw(true);
setInterval(() => { if (!document.hidden) { draw(false); } }, 10_000);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw(true));
let resized;
addEventListener('resize', () => { clearTimeout(resized); resized = setTimeout(() => draw(true), 150); });
})();
