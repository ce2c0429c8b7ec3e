/**
 * Runs in a page, from outside: times what a person waits for, up to the frame after the paint.
 *
 * Claimdesk and the bare page are timed by the same functions. All times are milliseconds.
 */
globalThis.meter = (() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** A callback of the frame after the next: what was there before the next is painted by then. */
  const painted = async () => {
    await frame();
    await frame();
  };

  /** Frames until something is so; gives up after a minute. */
  const until = async (isSo, what) => {
    const begun = performance.now();
    while (!isSo()) {
      if (performance.now() - begun > 60_000) throw new Error(`waited in vain for ${what()}`);
      await frame();
    }
  };

  /** How many ranges are painted, without what is only suggested: a mark on suggested words takes its suggestion away. */
  const count = () =>
    [...CSS.highlights].reduce(
      (sum, [name, { size }]) => (name.endsWith('-suggested') ? sum : sum + size),
      0,
    );

  /** How many ranges are painted of what is only suggested. */
  const suggested = () =>
    [...CSS.highlights].reduce(
      (sum, [name, { size }]) => (name.endsWith('-suggested') ? sum + size : sum),
      0,
    );

  /** Answer the reads of these addresses from memory from now on, up to `forget`. Resolves once they are there. */
  const texts = new Map();
  const forget = () => texts.clear();
  const preload = async (addresses) => {
    const fetchAnew = globalThis.fetch;
    for (const address of addresses) texts.set(address, await (await fetchAnew(address)).text());
    globalThis.fetch = (address, init) => {
      const text = texts.get(String(address));
      if (text === undefined || (init?.method ?? 'GET') !== 'GET') return fetchAnew(address, init);
      return Promise.resolve(new Response(text, { headers: { 'Content-Type': 'application/json' } }));
    };
    noteParsing([...texts.values()].map(({ length }) => length));
  };

  /** When the last of what was preloaded had become objects: from then on the data is loaded. */
  let loaded = null;
  const noteParsing = (lengths) => {
    const { parse } = JSON;
    JSON.parse = (text, reviver) => {
      const value = parse(text, reviver);
      if (lengths.includes(text.length)) loaded = performance.now();
      return value;
    };
  };

  /** Time from `begin`, or from when the data was loaded, until so many ranges are painted. */
  const open = async (begin, wanted, counted = count) => {
    for (const highlight of CSS.highlights.values()) highlight.clear();
    loaded = null;
    const begun = performance.now();
    begin();
    await until(
      () => counted() >= wanted,
      () => `${wanted} ranges, there are ${counted()}`,
    );
    await painted();
    return performance.now() - (loaded ?? begun);
  };

  const goTo = (address) => {
    history.pushState(null, '', address);
    dispatchEvent(new Event('claimdesk:navigated'));
  };

  /** The same for a story with so many suggestions; from the going there, since they are read after the story. */
  const openSuggested = async (address, wanted) => {
    const begun = performance.now();
    await open(() => goTo(address), wanted, suggested);
    return performance.now() - begun;
  };

  /** Time until a plain page has painted so many of what is only suggested. */
  const openPlain = (begin, wanted) => open(begin, wanted, suggested);

  /** Go to a story of Claimdesk as its own links do; gives the time to its marks and that to the notes beside them. */
  const openStory = async (address, wanted) => {
    const marks = await open(() => goTo(address), wanted);
    const from = performance.now() - marks;
    await until(
      () => notes() > 0,
      () => 'notes in the margin',
    );
    await painted();
    return { marks, notes: performance.now() - from };
  };

  /**
   * Send a newer text and go to its story; gives when it was answered and when text and marks were painted: those of the
   * story's beginning, of `window` UTF-16 code units.
   */
  const reviseStory = async (address, body, story, window) => {
    const begun = performance.now();
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
    const { claims } = await answer.json();
    if (!answer.ok) throw new Error(`the newer text was answered with ${answer.status}`);
    const answered = performance.now() - begun;
    const placed = claims.filter(({ span }) => span !== null && span.end <= window).length;
    const { marks } = await openStory(story, placed);
    return { answered, painted: answered + marks };
  };

  /** Notes in the margin, through the shadow roots around them. */
  const notes = (root = document) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot === null) continue;
      if (element.localName === 'cd-margin-notes') return element.shadowRoot.querySelectorAll('li').length;
      const found = notes(element.shadowRoot);
      if (found > 0) return found;
    }
    return 0;
  };

  /** Time the next press of a key, until one range more is painted, or so many. `marked()` gives the time. */
  let marked = null;
  const awaitMark = (more = 1) => {
    marked = new Promise((resolve, reject) => {
      const onKey = async () => {
        const before = count();
        const begun = performance.now();
        await until(
          () => count() >= before + more,
          () => 'the mark',
        );
        await painted();
        resolve(performance.now() - begun);
      };
      addEventListener('keydown', () => onKey().catch(reject), { capture: true, once: true });
    });
  };

  /** How many ranges are painted on blocks that the window shows. */
  const seen = () =>
    [...CSS.highlights.values()].reduce((sum, highlight) => {
      const inWindow = [...highlight].filter(({ startContainer }) => {
        const { top, bottom } = startContainer.parentElement.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      return sum + inWindow.length;
    }, 0);

  /** Scroll by steps, one a frame; gives the time of each frame, and how many marks are seen where it ends. */
  const scroll = async (steps, pixels) => {
    scrollTo({ top: 0, behavior: 'instant' });
    await painted();
    const times = [];
    let last = performance.now();
    for (let step = 0; step < steps; step += 1) {
      scrollBy({ top: pixels, behavior: 'instant' });
      await frame();
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    await frame();
    times.push(performance.now() - last);
    await painted();
    return { times, reached: scrollY, seen: seen() };
  };

  return {
    ...{ preload, forget, open, openPlain, openStory, openSuggested, reviseStory },
    ...{ awaitMark, marked: () => marked, scroll },
  };
})();
