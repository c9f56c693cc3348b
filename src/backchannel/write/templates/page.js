"use strict";
// Picks one signal out: its passages in the text, its entry in the ledger. Hovering and
// focusing pick for a moment, a click or Enter until the next one or Escape.
for (const article of document.querySelectorAll("article.document")) {
  const text = article.querySelector(".text");
  const entries = [...article.querySelectorAll(".signal")];
  const pieces = [...text.querySelectorAll("[data-marks]")].map((element) => ({
    element,
    // "3:sender!" is the sender of signal 3, and begins with this piece.
    marks: element.dataset.marks.split(" ").map((mark) => {
      const [number, role] = mark.split(":");
      return { number, role: role.replace("!", ""), begins: role.endsWith("!") };
    }),
  }));
  const order = ["trigger", "intermediary", "recipient", "sender", "time", "source",
    "condition", "consequence", "content"];
  const names = { condition: "if", consequence: "then", intermediary: "via" };
  let shown = null;
  let pinned = null;

  const entryOf = (number) => entries.find((entry) => entry.dataset.number === number);

  const triggerOf = (number) => pieces.find(({ marks }) =>
    marks.some((mark) => mark.number === number && mark.role === "trigger"))?.element;

  function show(number) {
    if (number === shown) return;
    shown = number;
    text.classList.toggle("picking", number !== null);
    for (const entry of entries) entry.classList.toggle("on", entry.dataset.number === number);
    for (const { element, marks } of pieces) {
      const mine = marks.filter((mark) => mark.number === number);
      const role = order.find((name) => mine.some((mark) => mark.role === name));
      element.classList.remove("on", ...order.map((name) => "is-" + name));
      if (role) element.classList.add("on", "is-" + role);
      const begun = mine.filter((mark) => mark.begins && mark.role !== "trigger");
      if (begun.length) {
        element.dataset.label = [...new Set(begun.map((mark) => names[mark.role] || mark.role))].join(" · ");
      } else {
        delete element.dataset.label;
      }
    }
  }

  function pin(number) {
    pinned = number;
    show(number);
  }

  function reveal(element) {
    if (element) element.scrollIntoView({ block: "nearest" });
  }

  for (const entry of entries) {
    const number = entry.dataset.number;
    entry.tabIndex = 0;
    entry.addEventListener("pointerenter", () => show(number));
    entry.addEventListener("pointerleave", () => show(pinned));
    entry.addEventListener("focusin", () => show(number));
    entry.addEventListener("focusout", () => show(pinned));
    entry.addEventListener("click", (event) => {
      if (event.target.closest("summary, details")) return;
      if (event.target.closest("a")) event.preventDefault();
      pin(number);
      reveal(triggerOf(number));
    });
    entry.addEventListener("keydown", (event) => {
      if (event.target !== entry) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter") { pin(number); reveal(triggerOf(number)); }
      if (!step) return;
      event.preventDefault();
      entries[entries.indexOf(entry) + step]?.focus();
    });
  }
  for (const { element, marks } of pieces) {
    // The first mark is the most particular one.
    const number = marks[0].number;
    element.addEventListener("pointerenter", () => show(number));
    element.addEventListener("pointerleave", () => show(pinned));
    element.addEventListener("focus", () => show(number));
    element.addEventListener("blur", () => show(pinned));
    element.addEventListener("click", (event) => {
      event.preventDefault();
      pin(number);
      reveal(entryOf(number));
    });
  }
  // A link to an entry or a trigger, such as "#d1s7", picks that signal.
  function follow() {
    const hit = location.hash.match(/^#(d\d+)[st](\d+)$/);
    if (!hit || hit[1] !== article.id || !entryOf(hit[2])) return;
    pin(hit[2]);
    reveal(triggerOf(hit[2]));
  }
  addEventListener("hashchange", follow);
  follow();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pin(null);
  });
}
