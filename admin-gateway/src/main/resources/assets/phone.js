// Telephones that are a bridge's callers: what they do goes to the bridge's API, and what becomes of their calls comes from its events.
const say = document.getElementById('say').dataset;
const problems = new Map([...document.querySelectorAll('[data-problem]')].flatMap((one) =>
  one.dataset.problem.split(' ').map((type) => [type, one.textContent])));
const phones = [];
const MOST = 3;
const LONGEST = 12;

// Sound: the tones of keys, music for whoever waits, a chime for whoever is let in.
let audio;
const quiet = () => document.getElementById('mute').checked;
function tone(frequencies, length, volume = 0.08, type = 'sine') {
  if (quiet()) {
    return;
  }
  audio ??= new AudioContext();
  const gain = new GainNode(audio);
  gain.gain.setValueAtTime(volume, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + length);
  gain.connect(audio.destination);
  frequencies.forEach((frequency) => {
    const one = new OscillatorNode(audio, { frequency, type });
    one.connect(gain);
    one.start();
    one.stop(audio.currentTime + length);
  });
}
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const KEYS = '123456789*0#';
const keyTone = (key) => {
  const at = KEYS.indexOf(key);
  tone([ROWS[Math.floor(at / 3)], COLUMNS[at % 3]], 0.18);
};
const chime = () => [523, 659, 784].forEach((one, i) => setTimeout(() => tone([one], 0.6, 0.12), i * 140));
const MELODY = [262, 330, 392, 523, 392, 330, 220, 262, 330, 440, 330, 262, 175, 220, 262, 349, 262, 220, 196, 247, 294, 392, 294, 247];
let beat = 0;
setInterval(() => {
  if (phones.some((phone) => phone.waits())) {
    tone([MELODY[beat % MELODY.length]], 0.9, 0.07, 'triangle');
    beat += 1;
  }
}, 320);

// The API, in the session that this page was given; when that is over, another one.
async function bridge(method, path, body, again = true) {
  const answer = await fetch(`/api/v1/bridge${path}`, { method, keepalive: method === 'DELETE',
    headers: body ? { 'Content-Type': 'application/json' } : {}, body: body && JSON.stringify(body) });
  if (answer.status === 401 && again) {
    await fetch('/phone');
    return bridge(method, path, body, false);
  }
  const told = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) {
    throw new Error(problems.get(told.type?.split('/').pop()) ?? say.away, { cause: answer.status });
  }
  return told;
}

const leave = (callId) => bridge('DELETE', `/calls/${callId}`).catch(() => {});

class Phone {
  constructor(number) {
    this.from = `+1206555010${number}`;
    this.state = 'idle';
    this.typed = '';
    this.element = document.getElementById('phone').content.firstElementChild.cloneNode(true);
    this.element.querySelector('h2').textContent = say.name.replace('#', number);
    this.element.setAttribute('aria-label', say.name.replace('#', number));
    this.element.addEventListener('click', (event) => {
      const { key, call, hang } = event.target.closest('button')?.dataset ?? {};
      if (key) {
        this.press(key);
      } else if (call !== undefined) {
        this.dial();
      } else if (hang !== undefined) {
        this.hangUp(say.left);
      }
    });
    this.element.addEventListener('keydown', (event) => {
      if (KEYS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        this.press(event.key);
      } else if (event.key === 'Backspace') {
        this.type(this.typed.slice(0, -1));
      }
    });
    document.getElementById('phones').append(this.element);
    this.become('idle', say.idle);
  }

  waits() {
    return this.state === 'lobby' || this.state === 'pin';
  }

  type(text) {
    this.typed = text.slice(0, LONGEST);
    this.element.querySelector('.display').textContent = this.state === 'pin' ? '•'.repeat(this.typed.length) : this.typed;
  }

  become(state, status) {
    if (this.state !== state) {
      this.state = state;
      this.type(state === 'idle' || state === 'dialling' ? this.typed : '');
    }
    this.element.dataset.state = state;
    this.element.querySelector('.status').textContent = status;
    this.element.querySelector('[data-call]').disabled = state !== 'idle';
    this.element.querySelector('[data-hang]').disabled = state === 'idle';
  }

  press(key) {
    keyTone(key);
    if (this.state === 'lobby') {
      if (key === '*' && this.asked) {
        this.become('pin', say.pin);
      }
    } else if (key === '#') {
      (this.state === 'pin' ? this.sayPin : this.dial).call(this);
    } else if (this.state === 'idle' || this.state === 'pin') {
      this.type(key === '*' ? '' : this.typed + key);
    }
  }

  async dial() {
    if (this.state !== 'idle' || this.typed === '') {
      return;
    }
    const conferenceId = this.typed;
    const callId = `try-${[...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(36)).join('')}`;
    this.callId = callId;
    this.conferenceId = conferenceId;
    this.become('dialling', say.dialling);
    await this.attempt(async () => {
      const { state, askForOrganizer } = await bridge('POST', '/calls', { callId, conferenceId, from: this.from });
      if (this.callId !== callId) {
        leave(callId); // hung up before it was there, which nobody could be told
        return;
      }
      this.asked = askForOrganizer;
      if (state === 'UNKNOWN_CONFERENCE') {
        this.become('idle', say.unknown);
      } else if (state === 'JOINED') {
        this.enter(false);
      } else if (this.state === 'dialling') {
        this.become('lobby', askForOrganizer ? say.asked : say.lobby);
      }
    });
    if (this.state === 'dialling' && this.callId === callId) {
      this.become('idle', this.element.querySelector('.status').textContent);
    }
  }

  async sayPin() {
    const pin = this.typed;
    this.type('');
    await this.attempt(async () => {
      const { leader, triesLeft } = await bridge('POST', `/calls/${this.callId}/organizer-pin`, { pin });
      if (leader) {
        this.enter(true);
      } else if (this.waits()) {
        this.asked = triesLeft > 0;
        this.become('lobby', triesLeft > 0 ? say.wrong.replace('#', triesLeft) : say.lobby);
      }
    });
  }

  async attempt(what) {
    const { callId } = this;
    try {
      await what();
    } catch (problem) {
      if (this.callId !== callId) {
        return;
      }
      this.element.querySelector('.status').textContent = problem.cause ? problem.message : say.away;
    }
  }

  /** Let in, by whatever: the music stops. */
  enter(leader) {
    if (this.state !== 'in') {
      chime();
    }
    if (this.state !== 'in' || leader) {
      this.become('in', leader ? say.leader : say.in);
    }
  }

  hangUp(status) {
    if (this.state !== 'idle') {
      leave(this.callId);
      this.over(status);
    }
  }

  over(status) {
    this.callId = undefined;
    this.become('idle', status);
    this.type('');
  }

  /** What was missed while nobody listened. */
  async look() {
    if (this.waits() || this.state === 'in') {
      const { state, leader } = await bridge('GET', `/calls/${this.callId}`).catch(() => ({}));
      if (state === 'JOINED') {
        this.enter(leader);
      } else if (state === 'LEFT') {
        this.over(say.ended);
      }
    }
  }
}

const of = (callId) => phones.find((phone) => phone.state !== 'idle' && phone.callId === callId);
function listen() {
  const events = new EventSource('/api/v1/bridge/events');
  const on = (name, then) => events.addEventListener(name, (event) => then(JSON.parse(event.data)));
  on('ADMITTED', ({ calls }) => calls.forEach(({ callId, leader }) => of(callId)?.enter(leader)));
  on('LEADER', ({ callId }) => of(callId)?.enter(true));
  on('LEFT', ({ callId }) => of(callId)?.over(say.left));
  on('MEETING_ENDED', ({ conferenceId }) => phones.filter((phone) => phone.state !== 'idle' && phone.conferenceId === conferenceId)
    .forEach((phone) => phone.over(say.ended)));
  events.addEventListener('open', () => phones.forEach((phone) => phone.look()));
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(() => fetch('/phone').catch(() => {}).then(listen), 3000);
    }
  });
}

const more = document.getElementById('more');
function add() {
  phones.push(new Phone(phones.length + 1));
  more.disabled = phones.length === MOST;
}
more.addEventListener('click', add);
addEventListener('pagehide', () => phones.forEach((phone) => phone.hangUp(say.left)));
document.documentElement.classList.add('scripted');
add();
add();
listen();
