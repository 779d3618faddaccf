"use strict";

const byId = (id) => document.getElementById(id);
const PREFIX = "https://w3id.org/govkg/";
const ROWS = 2000; // more than anybody reads on a page; the saved file holds them all

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function say(text, error = false) {
  byId("status").textContent = text;
  byId("status").className = error ? "error" : "";
}

async function ask(form) {
  const body = new URLSearchParams({ query: byId("query").value });
  const answer = await fetch("query", { method: "POST", headers: { Accept: form }, body });
  if (!answer.ok) throw new Error((await answer.text()).trim() || `${answer.status} ${answer.statusText}`);
  return answer;
}

function cell(term) {
  const made = document.createElement("td");
  if (term && term.type === "uri" && /^https?:/.test(term.value) && !term.value.startsWith(PREFIX)) {
    const link = element("a", term.value);
    link.href = term.value;
    link.rel = "noreferrer";
    made.append(link);
  } else if (term) {
    made.textContent = term.value;
  }
  if (term && term["xml:lang"]) made.lang = term["xml:lang"];
  return made;
}

function table(columns, rows) {
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  for (const column of columns) {
    const name = element("th", column);
    name.scope = "col";
    head.append(name);
  }
  const body = made.createTBody();
  for (const row of rows.slice(0, ROWS)) body.insertRow().append(...columns.map((column) => cell(row[column])));
  return made;
}

async function run() {
  say("…");
  byId("answer").replaceChildren();
  try {
    const answer = await ask("application/sparql-results+json, text/turtle;q=0.5");
    if (answer.headers.get("Content-Type").startsWith("text/turtle")) {
      byId("answer").append(element("pre", await answer.text()));
      say("triples");
      return;
    }
    const { head, results, boolean: truth } = await answer.json();
    if (truth !== undefined) {
      say(truth ? "yes" : "no");
      return;
    }
    const rows = results.bindings;
    byId("answer").append(table(head.vars, rows));
    say(`rows: ${rows.length}` + (rows.length > ROWS ? `; the first ${ROWS} are shown` : ""));
  } catch (error) {
    say(error.message, true);
  }
}

async function save() {
  try {
    const answer = await ask(byId("form-as").value);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `answer.${byId("form-as").selectedOptions[0].text.split(" ")[0].toLowerCase()}`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    say(error.message, true);
  }
}

async function open(name) {
  const link = document.querySelector(`[data-query="${CSS.escape(name)}"]`);
  if (!link) return;
  byId("query").value = await (await fetch(link.href)).text();
  await run();
}

byId("address").textContent = new URL("query", location.href).href;
byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
byId("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
byId("save").addEventListener("click", save);
for (const link of document.querySelectorAll("[data-query]"))
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.hash = link.dataset.query;
  });
addEventListener("hashchange", () => open(decodeURIComponent(location.hash.slice(1))));
if (location.hash) open(decodeURIComponent(location.hash.slice(1)));
else byId("query").value = "SELECT ?class (COUNT(*) AS ?nodes) WHERE { ?node a ?class }\nGROUP BY ?class ORDER BY DESC(?nodes)\n";
