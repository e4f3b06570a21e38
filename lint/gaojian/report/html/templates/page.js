"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const body = document.body.dataset;
  const views = all(".view");
  const documents = all(".document");
  const searchBox = one("#search");
  const hiddenSeverities = new Set();
  const mostHits = 5000;
  let view = null;
  let current = 0;

  // What a view needs is gathered when it is first shown: most pages have many that never are.
  const known = new Map();
  const contents = (of) => {
    if (!known.has(of)) {
      const places = new Map();
      for (const element of all(".paper [data-f]", of)) {
        for (const number of element.dataset.f.split(" ")) {
          if (!places.has(+number)) places.set(+number, []);
          places.get(+number).push(element);
        }
      }
      const cards = new Map(all(".card", of).map((card) => [+card.dataset.n, card]));
      known.set(of, { places, cards, order: [...cards.keys()].sort((a, b) => a - b) });
    }
    return known.get(of);
  };
  const shown = () => (view ? contents(view).order.filter((n) => !contents(view).cards.get(n).hidden) : []);

  // --- views

  function show(target) {
    if (view === target) return;
    view = target;
    for (const other of views) other.hidden = other !== target;
    current = 0;
    const isDocument = target.classList.contains("document");
    const name = one("#current-document");
    if (name) name.textContent = isDocument ? target.dataset.path.split("/").pop() : "";
    for (const part of all(".severities, .search, .steps")) part.hidden = !isDocument;
    if (isDocument) {
      for (const input of all("[data-severity][type=checkbox]")) {
        one("b", input.parentElement).textContent = target.dataset[input.dataset.severity];
      }
      filter();
    }
    search();
  }

  function step(by) {
    const numbers = shown();
    if (!numbers.length) return;
    const following = numbers.findIndex((n) => n >= current);
    const exact = numbers[following] === current;
    let index = by > 0 ? following + (exact ? 1 : 0) : (following < 0 ? numbers.length : following) - 1;
    if (following < 0 && by > 0) index = 0;
    select(numbers[(index + numbers.length) % numbers.length]);
  }

  function select(number, { scroll = true } = {}) {
    const { places, cards } = contents(view);
    for (const element of all(".now", view)) {
      element.classList.remove("now");
      element.removeAttribute("aria-current");
    }
    current = number;
    const card = cards.get(number);
    const found = places.get(number) ?? [];
    for (const element of [card, ...found]) element.classList.add("now");
    card.setAttribute("aria-current", "true");
    card.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (scroll && found.length) reveal(found[0]);
    remember(`#f${number}`);
    count();
  }

  // A first jump lands where the parts in between were taken to be; they get their true size as they come into view.
  function reveal(element) {
    const block = element.getBoundingClientRect().height > innerHeight / 2 ? "start" : "center";
    const go = () => element.scrollIntoView({ block, behavior: "instant" });
    go();
    requestAnimationFrame(() => { go(); requestAnimationFrame(go); });
  }

  function count() {
    const numbers = shown();
    const index = numbers.indexOf(current);
    const text = body.of.replace("{number}", index + 1).replace("{count}", numbers.length);
    one("#step").textContent = index < 0 ? `${numbers.length}` : `${index + 1} / ${numbers.length}`;
    one("#step").setAttribute("aria-label", index < 0 ? "" : text);
  }

  function remember(hash) {
    try { history.replaceState(null, "", hash); } catch { /* some viewers forbid it for files */ }
  }

  function follow() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const home = target && target.closest(".view");
    if (!home) {
      if (!view) show(documents.length === 1 && !one(".failures") ? documents[0] : views[0]);
      return;
    }
    if (target.matches("[id^=rule-]")) target.closest("details").open = true;
    show(home);
    if (target.matches(".card")) select(+target.dataset.n);
    else if (target === home) scrollTo({ top: 0, behavior: "instant" });
    else {
      reveal(target);
      target.classList.remove("there");
      requestAnimationFrame(() => target.classList.add("there"));
    }
  }

  function turn(by) {
    const index = documents.indexOf(view);
    const next = documents[index < 0 ? (by > 0 ? 0 : documents.length - 1) : index + by];
    if (next) location.hash = next.id;
  }

  // --- filters

  function filter() {
    if (!view || !view.classList.contains("document")) return;
    const box = one(".filter", view);
    const words = box ? box.value.trim().toLowerCase().split(/\s+/).filter(Boolean) : [];
    const off = new Set(all(".chip input:not(:checked)", view).map((chip) => chip.dataset.family));
    const { places, cards } = contents(view);
    const hidden = new Set();
    for (const [number, card] of cards) {
      const { severity, family } = card.dataset;
      let fits = !hiddenSeverities.has(severity) && !off.has(family);
      if (fits && words.length) {
        const text = card.textContent.toLowerCase();
        fits = words.every((word) => text.includes(word));
      }
      card.hidden = !fits;
      if (!fits) hidden.add(number);
    }
    for (const section of all(".family", view)) {
      const left = all(".card:not([hidden])", section).length;
      section.hidden = !left;
      one(".count", section).textContent = left;
    }
    const nothing = one(".nothing", view);
    if (nothing) nothing.hidden = hidden.size < cards.size;
    for (const elements of places.values()) {
      for (const element of elements) {
        element.classList.toggle("off", element.dataset.f.split(" ").every((n) => hidden.has(+n)));
      }
    }
    count();
  }

  // --- search

  let hits = [];
  let hit = -1;
  const paint = (name, ranges) => {
    if (!("highlights" in CSS)) return;
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  };

  function search() {
    hits = [];
    hit = -1;
    const wanted = searchBox.value.toLowerCase();
    if (wanted && view) {
      for (const paragraph of all(".paper p", view)) {
        if (hits.length >= mostHits) break;
        const text = paragraph.textContent.toLowerCase();
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
          hits.push({ paragraph, at });
        }
      }
    }
    paint("hit", hits.map((found) => range(found, wanted.length)).filter(Boolean));
    paint("hit-now", []);
    one("#hits").textContent = wanted ? (hits.length ? `${hits.length}` : body.none) : "";
  }

  function range({ paragraph, at }, length) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const result = document.createRange();
    let done = 0;
    let started = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const end = done + node.length;
      if (!started && at < end) { result.setStart(node, at - done); started = true; }
      if (started && at + length <= end) { result.setEnd(node, at + length - done); return result; }
      done = end;
    }
    return null;
  }

  function go(by) {
    if (!hits.length) return;
    hit = (hit + by + hits.length) % hits.length;
    const found = range(hits[hit], searchBox.value.length);
    paint("hit-now", found ? [found] : []);
    const box = hits[hit].paragraph;
    const home = found && found.startContainer.parentElement;
    reveal(home && home !== box ? home : box);
    one("#hits").textContent = `${hit + 1} / ${hits.length}`;
  }

  // --- theme

  const themes = ["auto", "light", "dark"];
  let theme = "auto";
  try { theme = localStorage.getItem("gaojian-theme") ?? "auto"; } catch { /* files may have no storage */ }
  function dress() {
    if (!themes.includes(theme)) theme = "auto";
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    one("#theme-name").textContent = body[`theme${theme[0].toUpperCase()}${theme.slice(1)}`];
  }
  function redress() {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    try { localStorage.setItem("gaojian-theme", theme); } catch { /* as above */ }
    dress();
  }

  // --- tables

  function sort(heading) {
    const table = heading.closest("table");
    const index = [...heading.parentElement.children].indexOf(heading);
    const isNumber = heading.dataset.sort === "number";
    const descends = heading.ariaSort === "ascending";
    for (const other of all("th", table)) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descends ? "descending" : "ascending");
    const value = (row) => isNumber ? +row.children[index].dataset.value : row.children[index].textContent.trim();
    const rows = all("tbody tr", table).sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      return (descends ? -1 : 1) * (isNumber ? x - y : x.localeCompare(y));
    });
    one("tbody", table).append(...rows);
  }

  // --- what the reader does

  function compare() {
    const card = view && contents(view).cards.get(current);
    const dialog = card && one("dialog", card);
    if (dialog && !dialog.open) dialog.showModal();
  }

  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    "/": () => searchBox.select(), f: () => { const box = view && one(".filter", view); if (box) box.select(); },
    c: compare, "[": () => turn(-1), "]": () => turn(1), s: () => { location.hash = "summary"; },
    t: redress, "?": () => one("#keys").showModal(),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target.closest("input[type=search]");
    if (event.key === "Escape" && field) {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.blur();
    } else if (event.key === "Enter" && event.target === searchBox) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (!field && !one("dialog[open]") && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  document.addEventListener("click", (event) => {
    const target = event.target;
    const dialog = target.closest("dialog");
    if (target === dialog) dialog.close();
    const link = target.closest("a[href^='#']");
    if (dialog) {
      if (link) dialog.close();
      return;
    }
    const button = target.closest(".compare");
    const card = target.closest(".card");
    if (button) {
      select(+card.dataset.n, { scroll: false });
      compare();
    } else if (target.closest(".jump")) {
      event.preventDefault();
      select(+card.dataset.n);
    } else if (card && !link && getSelection().isCollapsed) select(+card.dataset.n);
    else if (target.closest(".paper [data-f]") && getSelection().isCollapsed) {
      const { cards } = contents(view);
      const number = target.closest("[data-f]").dataset.f.split(" ").map(Number).find((n) => !cards.get(n).hidden);
      if (number) select(number, { scroll: false });
    } else if (link && link.getAttribute("href") === location.hash) follow();
    else if (target.closest("th[data-sort]")) sort(target.closest("th"));
  });

  for (const input of all("[data-severity][type=checkbox]")) {
    input.addEventListener("change", () => {
      if (input.checked) hiddenSeverities.delete(input.dataset.severity);
      else hiddenSeverities.add(input.dataset.severity);
      filter();
    });
    // A browser may bring back what was ticked before.
    input.checked = true;
  }
  for (const box of all(".filter, .chip input")) {
    box.addEventListener("input", filter);
    if (box.type === "checkbox") box.checked = true;
    else box.value = "";
  }
  let waiting = 0;
  searchBox.value = "";
  searchBox.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  one(".search").addEventListener("submit", (event) => event.preventDefault());
  one("#next").addEventListener("click", () => step(1));
  one("#previous").addEventListener("click", () => step(-1));
  one("#theme").addEventListener("click", redress);
  one("#help").addEventListener("click", () => one("#keys").showModal());
  one("#next-document")?.addEventListener("click", () => turn(1));
  one("#previous-document")?.addEventListener("click", () => turn(-1));
  addEventListener("hashchange", follow);
  dress();
  follow();
  document.documentElement.dataset.ready = "";
})();
