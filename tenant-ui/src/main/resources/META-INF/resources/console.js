// Reads a file of the operator's own machine into the text that it is chosen for; nothing is sent.
document.addEventListener('change', async (event) => {
  const file = event.target.closest('input[type=file][data-into]')?.files[0];
  if (file) {
    const text = document.getElementById(event.target.dataset.into);
    text.value = await file.text();
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

// Sends the export of a utility and tells how far it has come: what is sent, then what the server says line by line.
document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-import]');
  if (form) {
    event.preventDefault();
    send(form);
  }
});

async function send(form) {
  const told = form.querySelector('[role=status]');
  const [words, count] = told.children;
  const button = form.querySelector('[type=submit]');
  const fields = new FormData(form);
  const wishes = new URLSearchParams({ as: fields.get('as').trim(), 'take-over': fields.has('take-over') });
  fields.get('host').split(/[\s,]+/).filter(Boolean).forEach((host) => wishes.append('host', host));
  // what is written again is read out again; the count, which nobody wants to hear each time, is hidden from that
  const say = (sentence, far = '') => {
    if (words.textContent !== sentence) words.textContent = sentence;
    count.textContent = far;
  };
  const tone = (name) => { told.classList.remove('good', 'bad'); if (name) told.classList.add(name); };
  const end = (sentence, how = 'bad') => { button.disabled = false; tone(how); say(sentence); told.focus(); };
  const request = new XMLHttpRequest();
  request.open('POST', `${form.dataset.import}?${wishes}`);
  request.setRequestHeader('Content-Type', 'application/zip');
  const bytes = new TextEncoder().encode(fields.get('phrase'));
  request.setRequestHeader('Ondine-Passphrase', btoa(String.fromCharCode(...bytes)));
  request.upload.onprogress = (part) => say(form.dataset.sending, number(part.loaded / part.total, { style: 'percent' }));
  request.onprogress = () => {
    const steps = lines(request);
    if (steps.at(-1)?.step) say(form.dataset.loading, filled(form.dataset.loaded, loaded(steps)));
  };
  // the browser hears late how much is gone, and once all of it is there the import goes on, heard of or not
  const lost = () => end(form.dataset.lost);
  request.onerror = lost;
  request.onload = () => {
    const last = lines(request).at(-1);
    const refusal = last?.problem?.detail ?? last?.detail;
    if (last?.report) {
      const { utility, rows, documents, jobs } = last.report;
      end(filled(form.dataset.done, rows, documents, jobs), 'good');
      const link = form.querySelector('a[hidden]');
      link.href = `/console/collectivites/${utility.slug}`;
      link.hidden = false;
      button.hidden = true;
    } else if (refusal) {
      end(refusal);
    } else {
      lost();
    }
  };
  button.disabled = true;
  tone();
  // so much is not sent to a door that is closed: its answer would be lost with the line
  const door = await fetch(form.dataset.import, { redirect: 'manual' }).catch(() => ({}));
  if (door.ok) {
    request.send(fields.get('fichier'));
  } else if (door.status === 403) {
    button.disabled = false;
    say('');
    form.querySelector('.proving').click();
  } else {
    end(door.type === 'opaqueredirect' ? form.dataset.signIn : form.dataset.failed);
  }
}

// the last line may be on its way still
function lines(request) {
  return request.responseText.split('\n').flatMap((line) => {
    try { return [JSON.parse(line)]; } catch { return []; }
  });
}

// how many rows and documents; two steps are of other things
function loaded(steps) {
  const most = {};
  steps.filter((line) => !['received', 'verified'].includes(line.step)).forEach((line) => { most[line.step] = line.done; });
  return Object.values(most).reduce((sum, done) => sum + done, 0);
}

function filled(sentence, ...numbers) {
  return numbers.reduce((text, value, at) => text.replace(`{${at}}`, number(value)), sentence);
}

function number(value, how) {
  return value.toLocaleString(document.documentElement.lang, how);
}

// a file that is too large is refused before it is sent
document.addEventListener('change', (event) => {
  const file = event.target.closest('input[type=file][data-most]');
  if (file) {
    file.setCustomValidity(file.files[0]?.size > Number(file.dataset.most) ? file.dataset.tooLarge : '');
    file.reportValidity();
  }
});
