"use strict";
// The same things and links as tables: sortable, filtered like the picture, a row for what is chosen.

const PAGE_ROWS = 100;
const sorting = { things: ["thing", 1], links: ["from", 1] };
const room = { things: PAGE_ROWS, links: PAGE_ROWS };

const COLUMNS = {
  things: {
    thing: { value: nameOf, cell: thingButton },
    kind: { value: (thing) => kindName(thing.kind) },
    place: { value: (thing) => thing.zones.map((zone) => text(content.zones[zone][0])).join(", ") },
    links: { value: (thing) => thing.links.filter(({ n }) => shown.links.has(n)).length },
    stories: { value: (thing) => thing.evidence.stories.size },
    last: { value: (thing) => thing.evidence.dates.at(-1) ?? "" },
  },
  links: {
    from: { value: (link) => nameOf(things[link.from]), cell: (link) => thingButton(things[link.from]) },
    relation: {
      value: (link) => relationsOf(link).join("; "),
      cell: (link) => button(relationsOf(link).join("; "), () => choose(link.key)),
    },
    to: { value: (link) => nameOf(things[link.to]), cell: (link) => thingButton(things[link.to]) },
    stories: { value: (link) => (link.facts.length ? link.evidence.stories.size : "") },
    last: { value: (link) => link.evidence.dates.at(-1) ?? "" },
    sources: {
      value: (link) => articlesOf(link).length,
      cell: (link) =>
        articlesOf(link)
          .slice(0, 3)
          .map((article) => element("div", {}, articleLink(article))),
    },
  },
};

function articlesOf(link) {
  const numbers = link.facts
    .flatMap((fact) => content.facts[fact].quotes ?? EMPTY)
    .map((quoted) => content.quotes[quoted].article);
  return [...new Set(numbers)].filter((number) => number !== undefined).map((number) => content.articles[number]);
}

/** The rows that the filters leave, in the chosen order. */
function rowsOf(table) {
  const all =
    table === "things" ? things.filter(({ n }) => shown.things.has(n)) : links.filter(({ n }) => shown.links.has(n));
  const [column, direction] = sorting[table];
  const { value } = COLUMNS[table][column];
  const collator = new Intl.Collator(state.lang, { numeric: true });
  const keyed = all.map((row) => [value(row), row]);
  keyed.sort(
    ([a], [b]) =>
      direction * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b))),
  );
  return keyed.map(([, row]) => row);
}

const idOf = (row) => row.key ?? row.id;

function bodyRow(table, row) {
  const chosen = idOf(row) === state.chosen;
  const cells = Object.values(COLUMNS[table]).map(({ value, cell }, n) => {
    const tag = n ? "td" : "th";
    return element(tag, { dir: "auto", ...(n ? {} : { scope: "row" }) }, cell ? cell(row) : String(value(row)));
  });
  return element("tr", { class: chosen ? "chosen" : "", "aria-current": chosen ? "true" : "" }, cells);
}

function headCell(table, column) {
  const [sorted, direction] = sorting[table];
  const order = sorted === column ? (direction > 0 ? "ascending" : "descending") : "none";
  const mark = { ascending: " ▲", descending: " ▼", none: "" }[order];
  const turn = () => {
    sorting[table] = [column, sorted === column ? -direction : 1];
    showTable(table);
  };
  return element("th", { scope: "col", "aria-sort": order }, button(`${say(`column_${column}`)}${mark}`, turn));
}

function showTable(table) {
  keepingFocus(byId(`${table}Table`), () => fillTable(table));
}

function fillTable(table) {
  const rows = rowsOf(table);
  const at = rows.findIndex((row) => idOf(row) === state.chosen);
  const listed = rows.slice(0, Math.max(room[table], at + 1));
  const heads = Object.keys(COLUMNS[table]).map((column) => headCell(table, column));
  byId(`${table}Table`).replaceChildren(
    element("caption", {}, say(`caption_${table}`, { count: rows.length })),
    element("thead", {}, element("tr", {}, heads)),
    element(
      "tbody",
      {},
      listed.map((row) => bodyRow(table, row)),
    ),
  );
  byId(`${table}More`).hidden = listed.length === rows.length;
  byId(`${table}More`).textContent = say("moreRows", { count: rows.length - listed.length });
  byId(`${table}Table`).querySelector("tr.chosen")?.scrollIntoView({ block: "nearest" });
}

function showTables() {
  byId("tables").hidden = !state.tables;
  for (const table of ["things", "links"]) {
    const open = state.tables === table;
    byId(`${table}Tab`).setAttribute("aria-pressed", String(open));
    byId(`${table}Box`).hidden = !open;
    if (open) showTable(table);
  }
}

function startTables() {
  for (const table of ["things", "links"]) {
    byId(`${table}Tab`).addEventListener("click", () => {
      update({ tables: state.tables === table ? "" : table });
      resized();
    });
    byId(`${table}More`).addEventListener("click", () => {
      room[table] += PAGE_ROWS * 5;
      showTable(table);
    });
  }
  onChange(showTables);
}

/** The picture fits into the room that the tables leave it. */
function resized() {
  if (!network) return;
  network.redraw();
  showWhole();
}
