// Answers SPARQL queries on a Turtle file with Comunica: a JSON object {"query", "form"} a line in, a JSON string a line out.
// node comunica.js FILE.ttl

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { QueryEngine } from "@comunica/query-sparql-file";
import { Parser, Store } from "n3";

const engine = new QueryEngine();
const store = new Store(new Parser().parse(readFileSync(process.argv[2], "utf8")));

async function answer({ query, form }) {
  const result = await engine.query(query, { sources: [store] });
  const { data } = await engine.resultToString(result, form);
  let text = "";
  for await (const chunk of data) text += chunk;
  return text;
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify(await answer(JSON.parse(line))));
  } catch (error) {
    console.log(JSON.stringify(`error: ${error.message}`));
  }
}
