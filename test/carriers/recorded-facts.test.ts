import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Role } from '../../server/src/kafka/property.js';
import { clientIn, givenTo, known, readingOf } from '../kafka/frameworks/resolved.js';
import { carrierOf } from '../support/render.js';

/** What the sources of a program say that its clients get, where no repository of packages has its classes. */
interface Fact {
  readonly about: string;
  readonly source: string;
  readonly version: string;
  readonly path: string;
  readonly text: string;
  readonly maps: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** By the name that a client has in the recorded facts: its role, and the scope in which it is read. */
const clients: Readonly<Record<string, readonly [Role, string]>> = {
  producer: ['producer', 'file'],
  consumer: ['consumer', 'file'],
  admin: ['admin', 'file'],
  streams: ['streams', 'file'],
  'command producer': ['producer', 'command topic'],
  'command consumer': ['consumer', 'command topic'],
};

function factsOf(program: string): readonly Fact[] {
  const lines = readFileSync(`test/conformance/recorded/${program}.jsonl`, 'utf8').trimEnd().split('\n');
  return lines.map(line => JSON.parse(line) as Fact);
}

for (const program of ['rest-proxy', 'ksqldb']) {
  describe(`clients get what the sources of ${program} give them`, () => {
    for (const { about, source, version, path, text, maps } of factsOf(program)) {
      it(`${about} (${version})`, () => {
        const reading = readingOf(carrierOf(program), { path, text });
        for (const [client, expected] of Object.entries(maps)) {
          const [role, name] = clients[client] ?? [];
          const scope = reading.scopes.find(one => one.name === name);
          assert.ok(role && scope, `there is no ${client}`);
          const given = known(role, givenTo(clientIn(reading, role, scope, version)), new Set());
          assert.deepEqual(given, expected, `${client} in:\n${text}\nby ${source}`);
        }
      });
    }
  });
}
