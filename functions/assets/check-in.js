// The check-in page while it is open: filters as one types, marks at once, keeps marks while there is no network, and
// reads the codes on confirmations. It presses the buttons that the page has without it: the answer to each of them is
// the page as it stands then, and takes the place of the list.
'use strict';
(() => {
  const door = document.getElementById('door');
  const words = door.dataset;
  const result = document.getElementById('result');
  const search = document.getElementById('q');
  const camera = document.getElementById('camera');
  const scanner = document.getElementById('scan');
  const store = 'check-in ' + location.pathname;
  const PATIENCE = 10_000;
  const AGAIN = 5_000;
  const LOOK = 20_000;
  const SAME_CODE = 4_000;

  // Marks that were set and not yet sent, the first set first: {person, act: 'here' or 'undo', at}. No names.
  const stored = () => JSON.parse(localStorage.getItem(store) ?? '[]');
  const same = (one, other) => one.person === other.person && one.act === other.act && one.at === other.at;
  let marks = stored();
  let sending = false;
  let signedOut = false;
  let searched = false;

  const rows = () => [...door.querySelectorAll('.arrivals > li')];
  const row = person => rows().find(li => li.dataset.person === person);
  const name = li => li.querySelector('b').textContent;

  // The list as the server told it, with the marks that it does not know yet.
  function paint() {
    for (const li of rows()) {
      li.dataset.told ??= li.dataset.mark;
      const mark = marks.findLast(one => one.person === li.dataset.person);
      li.dataset.mark = mark ? {here: 'attended', undo: 'confirmed'}[mark.act] : li.dataset.told;
      li.toggleAttribute('data-unsent', Boolean(mark));
    }
    door.querySelector('#count b').textContent = rows().filter(li => li.dataset.mark === 'attended').length;
    const unsent = document.getElementById('unsent');
    unsent.hidden = marks.length === 0 && !signedOut;
    unsent.textContent = signedOut ? words.signIn : words.unsent.replace('#', marks.length);
    filter();
  }

  // As the server folds and searches: the page brings the characters that Unicode does not decompose.
  const letters = new Map(words.letters.split(' ').map(pair => pair.split('=')));
  const listed = new RegExp([...letters.keys()].join('|'), 'gu');
  const fold = text => text.replaceAll('´', "'").normalize('NFKD').replace(/[\p{Mn}\p{DI}]/gu, '').toLowerCase()
    .replace(listed, found => letters.get(found)).replace(/[\p{Pd}\u2212]/gu, '-');

  function filter() {
    const wanted = fold(search.value).split(/[\s\p{Z}-]+/u)
      .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
    for (const li of rows()) {
      const text = fold(name(li) + '\n' + li.querySelector('small').textContent).replaceAll('-', '');
      li.hidden = !wanted.every(word => text.includes(word));
    }
    unfold();
    document.getElementById('nobody').hidden = rows().length === 0 || rows().some(li => !li.hidden);
  }

  // Who has not confirmed is folded away: a search finds them all the same, and the end of it folds them again.
  function unfold() {
    const unconfirmed = document.getElementById('unconfirmed');
    if (unconfirmed && (search.value || searched)) {
      unconfirmed.open = Boolean(search.value) && unconfirmed.querySelector('li:not([hidden])') !== null;
    }
    searched = Boolean(search.value);
  }

  function tell(kind, text, big) {
    const line = document.createElement('p');
    line.className = kind;
    if (big) {
      const strong = document.createElement('b');
      strong.textContent = big;
      line.append(strong, ' ');
    }
    line.append(text);
    result.replaceChildren(line);
    result.scrollIntoView({block: 'nearest'});
  }

  // Who has no seat gets one only if there is one, and that only the server can tell.
  const hasSeat = li => ['expected', 'here'].includes(li.dataset.welcome);

  function press(person, act) {
    const li = row(person);
    const focused = li?.contains(document.activeElement) || result.contains(document.activeElement);
    if (act === 'here' && li && !hasSeat(li)) {
      return letIn(person, name(li));
    }
    keep(all => [...all, {person, act, at: Date.now()}]);
    if (li) {
      tell(act === 'here' ? 'here' : 'undone', act === 'here' ? words.here : words.undone, name(li));
    }
    paint();
    if (search.value) {
      search.value = '';
      filter();
      search.focus();
    } else if (focused) {
      focus(person);
    }
    send();
  }

  // The page can be open twice, for a code that the phone's own camera reads opens it anew: each adds to what both keep.
  function keep(change) {
    marks = change(stored());
    localStorage.setItem(store, JSON.stringify(marks));
  }

  async function letIn(person, who) {
    try {
      await show(await post({here: person}));
      const li = row(person);
      if (li?.dataset.told === 'attended') {
        tell('here', words.here, who);
      } else {
        tell('refused', words.refused.replace('#', who));
      }
    } catch {
      tell('refused', words.needsNetwork.replace('#', who));
    }
  }

  const post = fields => fetch(location.pathname, {
    method: 'POST',
    body: new URLSearchParams(fields),
    signal: AbortSignal.timeout(PATIENCE)
  });

  // The page of an answer takes the place of what is shown. Without it nothing is known to have been done.
  async function show(answer) {
    signedOut = new URL(answer.url).pathname.startsWith('/organiser/sign-in');
    if (signedOut) {
      paint();
      throw new Error('signed out');
    }
    if (answer.status === 410) {
      // The session is closed: no mark is taken any more, and the page says so.
      keep(() => []);
      location.reload();
    }
    if (!answer.ok) {
      const final = answer.status < 500 && answer.status !== 429;
      throw Object.assign(new Error('answered ' + answer.status), {final});
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const unfolded = document.getElementById('unconfirmed')?.open;
    const focused = document.activeElement;
    for (const id of ['count', 'people', 'missing']) {
      const fresh = page.getElementById(id);
      const shown = document.getElementById(id);
      if (fresh && shown) {
        fresh.open = shown.open;
        shown.replaceWith(fresh);
      } else if (fresh) {
        document.getElementById('nobody').after(fresh);
      } else {
        shown?.remove();
      }
    }
    const unconfirmed = document.getElementById('unconfirmed');
    if (unconfirmed && unfolded !== undefined) {
      unconfirmed.open = unfolded;
    }
    paint();
    if (!focused.isConnected && focused.name) {
      focus(focused.value);
    }
  }

  // The keyboard stays with the person, whichever button they have by now.
  function focus(person) {
    [...row(person)?.querySelectorAll('button') ?? []].find(button => button.checkVisibility())?.focus({preventScroll: true});
  }

  // One after the other, in their order. A mark is dropped once the server has answered it, and not before.
  async function send() {
    if (sending || signedOut) {
      return;
    }
    sending = true;
    try {
      while (marks.length > 0) {
        const [mark] = marks;
        const answer = await post({[mark.act]: mark.person, ago: Math.max(0, Date.now() - mark.at)});
        marks = marks.filter(one => !same(one, mark));
        try {
          await show(answer);
        } catch (failed) {
          if (!failed.final) {
            marks.unshift(mark);
            throw failed;
          }
        }
        keep(all => all.filter(one => !same(one, mark)));
      }
    } catch {
      // There is no network, or no answer: the next try is not far.
    } finally {
      sending = false;
      paint();
    }
  }

  async function look() {
    if (document.visibilityState === 'visible' && marks.length === 0 && !sending) {
      try {
        await show(await fetch(location.pathname, {signal: AbortSignal.timeout(PATIENCE)}));
      } catch {
        // What is shown is what was known last.
      }
    }
  }

  // What a code says: the address of this page, with a person.
  function read(text) {
    let address;
    try {
      address = new URL(text);
    } catch {
      return tell('refused', words.elsewhere);
    }
    const person = address.searchParams.get('person');
    if (address.pathname !== location.pathname || !person) {
      return tell('refused', words.elsewhere);
    }
    welcome(person);
  }

  async function welcome(person) {
    if (!row(person)) {
      try {
        await show(await fetch(location.pathname, {signal: AbortSignal.timeout(PATIENCE)}));
      } catch {
        // Without a network only those are known who are on the list.
      }
    }
    const li = row(person);
    if (!li) {
      tell('refused', words.unknown);
    } else if (li.dataset.mark === 'attended') {
      tell('already', words.already.replace('#', name(li)));
    } else {
      press(person, 'here');
    }
  }

  const scanning = {stream: null, last: '', at: 0};

  // The browser's own reader where it has one, else a script of the same skill.
  async function reader() {
    if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
      const detector = new BarcodeDetector({formats: ['qr_code']});
      return async () => (await detector.detect(camera))[0]?.rawValue;
    }
    await load('/assets/vendor/jsqr-1.4.0/jsQR.js');
    const canvas = document.createElement('canvas');
    const drawing = canvas.getContext('2d', {willReadFrequently: true});
    return async () => {
      const scale = Math.min(1, 640 / Math.max(camera.videoWidth, camera.videoHeight));
      canvas.width = Math.round(camera.videoWidth * scale);
      canvas.height = Math.round(camera.videoHeight * scale);
      drawing.drawImage(camera, 0, 0, canvas.width, canvas.height);
      const picture = drawing.getImageData(0, 0, canvas.width, canvas.height);
      return jsQR(picture.data, picture.width, picture.height, {inversionAttempts: 'dontInvert'})?.data;
    };
  }

  function load(address) {
    return window.jsQR ? Promise.resolve() : new Promise((loaded, failed) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = loaded;
      script.onerror = failed;
      document.body.append(script);
    });
  }

  async function scan() {
    if (scanning.stream) {
      return stop();
    }
    try {
      scanning.stream = await navigator.mediaDevices.getUserMedia({
        video: {facingMode: 'environment', width: {ideal: 1280}, height: {ideal: 720}}
      });
      camera.srcObject = scanning.stream;
      camera.hidden = false;
      scanner.textContent = words.stop;
      scanner.setAttribute('aria-pressed', 'true');
      await camera.play();
      follow(await reader());
    } catch {
      stop();
      tell('refused', words.noCamera);
    }
  }

  // A picture after the other, with a breath between them. The same code is read once, however long it is held.
  async function follow(next) {
    while (scanning.stream) {
      const text = await next().catch(() => undefined);
      const now = Date.now();
      if (text && (text !== scanning.last || now - scanning.at > SAME_CODE)) {
        navigator.vibrate?.(60);
        read(text);
      }
      if (text) {
        scanning.last = text;
        scanning.at = now;
      }
      await new Promise(wake => setTimeout(wake, 120));
    }
  }

  function stop() {
    scanning.stream?.getTracks().forEach(track => track.stop());
    scanning.stream = null;
    scanning.last = '';
    camera.hidden = true;
    scanner.textContent = words.scan;
    scanner.setAttribute('aria-pressed', 'false');
  }

  door.addEventListener('submit', event => {
    const button = event.submitter;
    if (event.target === search.form) {
      event.preventDefault();
      filter();
    } else if (button?.name === 'here' || button?.name === 'undo') {
      event.preventDefault();
      press(button.value, button.name);
    }
  });
  search.addEventListener('input', filter);
  scanner.addEventListener('click', scan);
  addEventListener('online', () => send());
  addEventListener('storage', event => {
    if (event.key === store) {
      marks = stored();
      paint();
    }
  });
  document.addEventListener('visibilitychange', () => {
    signedOut = false;
    send();
    look();
  });
  setInterval(send, AGAIN);
  setInterval(look, LOOK);

  words.scan = scanner.textContent;
  scanner.hidden = !navigator.mediaDevices?.getUserMedia;
  search.form.querySelector('button').hidden = !scanner.hidden;
  paint();
  send();
  if (new URLSearchParams(location.search).has('q')) {
    look();
  }
})();
