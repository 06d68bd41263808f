// Reads a file of the operator's own machine into the text that it is chosen for; nothing is sent.
document.addEventListener('change', async (event) => {
  const file = event.target.closest('input[type=file][data-into]')?.files[0];
  if (file) {
    document.getElementById(event.target.dataset.into).value = await file.text();
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

function send(form) {
  const told = form.querySelector('[role=status]');
  const button = form.querySelector('[type=submit]');
  const fields = new FormData(form);
  const wishes = new URLSearchParams({ as: fields.get('as').trim(), 'take-over': fields.has('take-over') });
  fields.get('host').split(/[\s,]+/).filter(Boolean).forEach((host) => wishes.append('host', host));
  const say = (sentence, value) => { told.textContent = sentence.replace('{0}', value); };
  const end = (sentence) => { button.disabled = false; say(sentence); told.focus(); };
  const request = new XMLHttpRequest();
  request.open('POST', `${form.dataset.import}?${wishes}`);
  request.setRequestHeader('Content-Type', 'application/zip');
  const bytes = new TextEncoder().encode(fields.get('phrase'));
  request.setRequestHeader('Ondine-Passphrase', btoa(String.fromCharCode(...bytes)));
  request.upload.onprogress = (sent) => say(form.dataset.sending, Math.floor(100 * sent.loaded / sent.total));
  request.onprogress = () => say(form.dataset.loading, loaded(lines(request)));
  // once all of the file is there the import goes on, whether or not anybody hears of it
  let sent = false;
  request.upload.onload = () => { sent = true; };
  const lost = () => end(sent ? form.dataset.lost : form.dataset.failed);
  request.onerror = lost;
  request.onload = () => {
    const last = lines(request).at(-1);
    const refusal = last?.problem?.detail ?? last?.detail;
    if (last?.report) {
      location.href = `/console/collectivites/${last.report.utility.slug}`;
    } else if (refusal) {
      end(refusal);
    } else {
      lost();
    }
  };
  button.disabled = true;
  request.send(fields.get('fichier'));
}

// the last line may be on its way still
function lines(request) {
  return request.responseText.split('\n').flatMap((line) => {
    try { return [JSON.parse(line)]; } catch { return []; }
  });
}

function loaded(steps) {
  const most = {};
  steps.filter((line) => line.step && line.step !== 'received').forEach((line) => { most[line.step] = line.done; });
  return Object.values(most).reduce((sum, done) => sum + done, 0).toLocaleString('fr');
}
