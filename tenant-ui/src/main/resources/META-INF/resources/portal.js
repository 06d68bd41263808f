// The little that the browser must do by itself: focus, show a password, and say that an answer is awaited.
const AWAITED = 1000;

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-focus]');
  if (link) {
    event.preventDefault();
    document.getElementById(link.dataset.focus)?.focus();
  }
  const reveal = event.target.closest('button[data-reveal]');
  if (reveal) {
    const input = document.getElementById(reveal.dataset.reveal);
    input.type = input.type === 'password' ? 'text' : 'password';
    [reveal.textContent, reveal.dataset.other] = [reveal.dataset.other, reveal.textContent];
  }
});

let pressed;
let timer;
let leaving = false;

function rest() {
  if (leaving) return;
  clearTimeout(timer);
  pressed?.removeAttribute('aria-busy');
  pressed = undefined;
}

function wait(button) {
  rest();
  pressed = button;
  timer = setTimeout(() => pressed?.setAttribute('aria-busy', 'true'), AWAITED);
}

// a button that is busy does nothing when it is pressed again
document.addEventListener('click', (event) => {
  const button = event.target.closest('.button');
  if (button?.getAttribute('aria-busy') === 'true') {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (button && !button.dataset.reveal) {
    wait(button);
  }
}, true);

addEventListener('pageshow', () => { leaving = false; rest(); });
const connection = window.Vaadin?.connectionState;
// once what was answered is worked on: a page that must be loaded again still knows that something was pressed
connection?.addStateChangeListener((before, now) => { if (now === 'connected') setTimeout(rest); });

// the framework (25.2) goes on saying that it tries again when a message sent again has been answered
let lost = 0;
connection?.addStateChangeListener(() => { if (connection.offline) lost = performance.now(); });
new PerformanceObserver((seen) => {
  const answered = seen.getEntries().some((asked) => asked.name.includes('v-r=') && asked.responseStatus === 200 && asked.responseEnd > lost);
  if (connection?.offline && answered) connection.state = 'connected';
}).observe({ type: 'resource' });

document.addEventListener('click', (event) => {
  // a press that asked nothing of the server is over at once
  setTimeout(() => { if (pressed && connection?.state === 'connected' && !event.target.closest('form[action], a')) rest(); }, 400);
});

// the server has looked at what the form holds: now the browser posts it, with its files
document.addEventListener('passed', (event) => { leaving = true; event.target.submit(); });

// nor is anything awaited where a field is refused before it is sent
document.addEventListener('invalid', rest, true);

// What was typed outlives a page that must be loaded again since no node has it any more (PageElsewhere): it stays in this
// tab, for minutes, for the same person at the same address. What is secret is not kept.
const TYPED = 'ondine.typed';
const KEPT = 5 * 60_000;
const MOST = 100_000;
const CALM = 250;
const SECRET = '.reveal input, [type=password], [type=file], [autocomplete*="password"], [autocomplete*="one-time-code"], [autocomplete*="cc-"]';
const touched = new WeakSet();
let awaited;

['input', 'change'].forEach((change) => document.addEventListener(change, (event) => touched.add(event.target), true));
document.addEventListener('filled', (event) => touched.delete(event.target), true);

const here = () => location.pathname + location.search;
const whose = () => document.body.dataset.whose;
const fields = () => [...document.querySelectorAll('#outlet main :is(input, select, textarea)')];
const ticks = (field) => ['checkbox', 'radio'].includes(field.type);
const named = (field) => [field.type, field.id || field.name, ticks(field) ? field.value : ''].join(' ');

// of a choice its words: another list may have another order
function held(field) {
  if (ticks(field)) return field.checked;
  return field.options ? field.selectedOptions[0]?.text : field.value;
}

function hold(field, value) {
  if (touched.has(field)) return true; // typed anew meanwhile
  if (ticks(field)) {
    field.checked = value;
  } else if (field.options) {
    const at = [...field.options].findIndex((option) => option.text === value);
    if (at < 0) return false;
    field.selectedIndex = at;
  } else {
    field.value = value;
  }
  return true;
}

// whether the page can be loaded again without a loss that nobody is told of
function keep(back) {
  const changed = fields().filter((field) => touched.has(field));
  if (awaited || !changed.length && !pressed) return true;
  const kept = changed.filter((field) => (field.id || field.name) && !field.matches(SECRET));
  const note = JSON.stringify({
    where: here(), whose: whose(), until: Date.now() + KEPT,
    back, asked: Boolean(pressed), some: changed.length > 0, whole: kept.length === changed.length,
    typed: kept.map((field) => [named(field), held(field)]),
  });
  try {
    if (note.length <= MOST) sessionStorage.setItem(TYPED, note);
    return note.length <= MOST;
  } catch {
    return false;
  }
}

// of all that the framework says in such a card, only this has details
new MutationObserver(() => {
  const card = document.querySelector('body > .v-system-error');
  if (card?.querySelector('.details')?.textContent && keep()) {
    card.remove();
    location.reload();
  }
}).observe(document.body, { childList: true });

// who leaves for a moment to show again who they are finds it when they come back
document.addEventListener('click', (event) => { if (event.target.closest('[data-keeps] .go')) keep(true); }, true);

function fill(note) {
  const there = new Map(fields().filter((field) => !field.disabled && !field.readOnly && !field.matches(SECRET)).map((field) => [named(field), field]));
  const found = note.typed.filter(([name]) => there.has(name)).map(([name, value]) => [there.get(name), value]);
  note.typed = note.typed.filter(([name]) => !there.has(name));
  found.forEach(([field, value]) => { if (!hold(field, value)) note.whole = false; });
  found.forEach(([field]) => ['input', 'change', 'blur'].forEach((kind) => field.dispatchEvent(new Event(kind, { bubbles: kind !== 'blur' }))));
  return found.length > 0;
}

function tell({ back, asked, some, whole, typed }) {
  const place = document.querySelector('#outlet .put-back');
  if (!place) return;
  const { all, partly, nothing, again } = place.dataset;
  const first = back ? place.dataset.back : !some ? nothing : whole && !typed.length ? all : partly;
  place.hidden = false;
  place.textContent = asked ? `${first} ${again}` : first;
  place.focus();
}

function putBack(note) {
  let timer;
  const soon = () => { clearTimeout(timer); timer = setTimeout(attempt, CALM); };
  const watch = new MutationObserver(soon);
  const end = () => { clearTimeout(timer); watch.disconnect(); awaited = undefined; sessionStorage.removeItem(TYPED); };
  function attempt() {
    if (note.where !== here() || Date.now() > note.until) return end();
    if (!whose() || !document.querySelector('#outlet main h1') || connection?.state !== 'connected') return soon();
    if (note.whose !== whose()) return end();
    // what one field brings comes with the answer to its change
    if (fill(note)) return soon();
    end();
    tell(note);
  }
  awaited = note;
  watch.observe(document.body, { childList: true, subtree: true });
  attempt();
}

function kept() {
  try { return JSON.parse(sessionStorage.getItem(TYPED)); } catch { return null; }
}

const note = window.top === window && kept();
if (note) putBack(note);

// it was about the page as it was before the next press
['click', 'submit'].forEach((press) => document.addEventListener(press, (event) => {
  const place = document.querySelector('#outlet .put-back:not([hidden])');
  if (place && (press === 'submit' || event.target.closest('.button, a'))) {
    place.textContent = '';
    place.hidden = true;
  }
}, true));

// how many characters a new password lacks is said where it is typed, once the person pauses; nothing of it is sent
let counting;
['input', 'change'].forEach((change) => document.addEventListener(change, (event) => {
  const fields = event.target.id === 'new-password' && event.target.closest('.new-password');
  if (!fields) return;
  fields.classList.toggle('typing', change === 'input');
  const told = fields.querySelector('.counted');
  const missing = told.dataset.least - [...event.target.value].length;
  clearTimeout(counting);
  counting = setTimeout(() => {
    const { missing: more, last, enough } = told.dataset;
    told.textContent = missing < 1 ? enough : missing === 1 ? last : more.replace('#', missing);
  }, 600);
}));

// a refusal names a line by its number: it stands beside it, wherever the text is scrolled to
['input', 'filled'].forEach((change) => document.addEventListener(change, (event) => {
  if (event.target.matches('.numbered textarea')) {
    const lines = event.target.value.split('\n');
    event.target.previousElementSibling.textContent = lines.map((line, at) => at + 1).join('\n');
  }
}));
document.addEventListener('scroll', (event) => {
  if (event.target instanceof Element && event.target.matches('.numbered textarea')) {
    event.target.previousElementSibling.scrollTop = event.target.scrollTop;
  }
}, true);

// a stroke brings staff to the search box from anywhere, unless they are typing
document.addEventListener('keydown', (event) => {
  const box = document.querySelector('[data-search]');
  if (event.key === '/' && box && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest('input, textarea, select')) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// a page in a frame is a preview: it can be read, not used
if (window.top !== window) document.documentElement.addEventListener('click', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);

// a passkey is made and shown by the browser itself; what is asked and answered goes as text
const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const textOf = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const SAID = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

// what it answers, or the name of what went wrong
async function passkey(kind, asked) {
  if (!window.PublicKeyCredential) return 'NotSupportedError';
  const publicKey = JSON.parse(asked);
  publicKey.challenge = bytesOf(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = bytesOf(publicKey.user.id);
  [publicKey.allowCredentials, publicKey.excludeCredentials].forEach((list) => list?.forEach((one) => { one.id = bytesOf(one.id); }));
  try {
    const { id, rawId, type, response } = await navigator.credentials[kind]({ publicKey });
    const said = SAID.filter((part) => response[part]).map((part) => [part, textOf(response[part])]);
    return JSON.stringify({ id, rawId: textOf(rawId), type, response: Object.fromEntries(said), clientExtensionResults: {} });
  } catch (refused) {
    return refused.name;
  }
}
window.ondinePasskey = passkey;

// a form that is sent with what a passkey signs
document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form[data-passkey]');
  if (!form) return;
  event.preventDefault();
  const asked = await fetch(form.dataset.passkey, { method: 'POST' });
  const answer = asked.ok ? await passkey('get', await asked.text()) : 'UnknownError';
  if (answer.startsWith('{')) {
    form.elements.reponse.value = answer;
    form.submit();
  } else {
    location.assign(form.dataset.otherwise + answer);
  }
});
