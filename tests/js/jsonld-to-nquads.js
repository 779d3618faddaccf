// The N-Quads that a JSON-LD file holds, by jsonld.js or by jsonld-streaming-parser; neither may use the network.
//   node jsonld-to-nquads.js jsonld|streaming FILE
import { createReadStream, readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Writer } from 'n3';

const [parser, file] = process.argv.slice(2);
const refuse = () => { throw new Error('a context was looked for on the network'); };

if (parser === 'jsonld') {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  process.stdout.write(await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader: refuse, safe: true }));
} else {
  const writer = new Writer(process.stdout, { format: 'N-Quads', end: false });
  const parsed = createReadStream(file).pipe(new JsonLdParser({ fetch: refuse }));
  for await (const quad of parsed) writer.addQuad(quad);
  writer.end();
}
