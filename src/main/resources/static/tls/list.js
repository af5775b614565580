// Hides the rows that do not hold what is typed; without it the whole list is shown.
"use strict";
const filter = document.querySelector(".filter");
if (filter) {
  const input = filter.querySelector("input");
  const output = filter.querySelector("output");
  const rows = [...document.querySelectorAll("table.list tbody tr")]
    .map((row) => ({ row, text: row.textContent.normalize("NFC").toLocaleLowerCase("nb") }));
  const show = () => {
    const words = input.value.normalize("NFC").toLocaleLowerCase("nb").split(/\s+/);
    const shown = rows.filter(({ row, text }) => !(row.hidden = !words.every((word) => text.includes(word)))).length;
    output.textContent = input.value.trim()
      ? filter.dataset.found.replace("{0}", shown).replace("{1}", rows.length) : "";
  };
  input.addEventListener("input", show);
  filter.hidden = false;
  show();
}
