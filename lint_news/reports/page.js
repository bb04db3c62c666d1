"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const boxes = all("fieldset input");
  const status = document.getElementById("shown");
  const template = status.dataset.of;

  function filter() {
    const on = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const items = all("li[data-topic]");
    let shown = 0;
    for (const item of items) {
      item.hidden = !on.has(item.dataset.topic);
      shown += item.hidden ? 0 : 1;
    }
    for (const mark of all("mark")) {
      const off = !mark.dataset.topics.split(" ").some((topic) => on.has(topic));
      mark.classList.toggle("off", off);
      mark.firstElementChild.tabIndex = off ? -1 : 0;
    }
    status.textContent = template.replace("{shown}", shown).replace("{total}", items.length);
  }

  function step(by) {
    const links = all("mark[data-n]:not(.off) a");
    if (!links.length) return;
    const mark = document.activeElement.closest("mark");
    const at = links.findIndex((link) => link.parentElement === mark);
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : (at + by + links.length) % links.length;
    links[next].focus();
    links[next].scrollIntoView({ block: "center" });
  }

  for (const box of boxes) box.addEventListener("change", filter);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });
  for (const part of all("[data-script]")) part.hidden = false;
  filter();
})();
