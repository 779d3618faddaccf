// Counts the triples of a Turtle file with N3.js: node n3-count.js FILE.ttl

import { readFileSync } from "node:fs";
import { Parser, Store } from "n3";

console.log(new Store(new Parser().parse(readFileSync(process.argv[2], "utf8"))).size);
