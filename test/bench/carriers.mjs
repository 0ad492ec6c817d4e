// A file of about 300 lines for each carrier and each of its syntaxes: its sample, with every property of the role that it can write, and
// what else stands in such files. Needs the compiled project.
import { propertiesOf } from '../../out/server/src/kafka/catalogue/catalogue.js';
import { openSample } from '../../out/server/tools/samples/open.js';
import { samples } from '../../out/server/tools/samples/samples.js';
import { writeInto } from '../../out/server/tools/samples/write.js';

const lineCount = 300;
const preferred = ['producer', 'consumer'];

/** `{ name, file, languageId, text, edit }` each; the edit changes one value of Kafka's to and fro. */
export function carrierFiles() {
  return pickSamples().map(sample => {
    const { property, values } = changing(sample);
    const text = fill(sample, property, values[0]);
    const endings = { properties: 'properties', yml: 'yaml', yaml: 'yaml', json: 'json' };
    const ending = sample.path.split('.').at(-1);
    return {
      name: `${sample.embedder === undefined ? '' : `${sample.embedder}: `}${sample.carrier}, ${sample.role}, ${ending}`,
      file: sample.path.split('/').at(-1),
      languageId: endings[ending] ?? 'properties',
      text,
      edit: editOf(sample, text, property, values),
    };
  });
}

/** One sample of each carrier and file type, that of a client if there is one. */
function pickSamples() {
  const picked = new Map();
  const rank = ({ role }) => (preferred.includes(role) ? preferred.indexOf(role) : preferred.length);
  for (const sample of samples) {
    const key = `${sample.embedder ?? sample.carrier} ${sample.path.split('.').at(-1)}`;
    const other = picked.get(key);
    if (!other || rank(sample) < rank(other)) picked.set(key, sample);
  }
  return [...picked.values()];
}

function changing(sample) {
  if (sample.role.endsWith('producer')) return { property: 'acks', values: ['1', '0'] };
  const booleans = propertiesOf(sample.role).filter(({ type }) => type === 'boolean');
  const found = booleans.find(({ name }) => valueIn(sample, writeInto(sample, name, 'true') ?? '', name) === 'true');
  if (!found) throw new Error(`Nothing can be changed in ${sample.path} of ${sample.carrier}.`);
  return { property: found.name, values: ['true', 'false'] };
}

function fill(sample, property, value) {
  let text = writeInto(sample, property, value);
  for (const { name, type, validity } of propertiesOf(sample.role)) {
    if (name === property || text.split('\n').length > lineCount - 60) continue;
    const usual = type === 'boolean' ? 'true' : validity?.kind === 'one-of' ? validity.values[0] : '1';
    const longer = writeInto({ ...sample, text }, name, usual ?? '1');
    if (longer !== undefined && valueIn(sample, longer, property) === value) text = longer;
  }
  const missing = Math.max(0, lineCount - text.split('\n').length);
  const lines = Array.from({ length: missing }, (_, i) => fillerLine(sample.path, i));
  if (sample.path.endsWith('.json')) return text;
  return `${text}${lines.join('\n')}\n`;
}

function fillerLine(path, i) {
  if (i % 5 === 0) return `# part ${i} of the application`;
  return /ya?ml$/.test(path) ? `application-setting-${i}: value ${i}` : `application.setting.${i}=value ${i}`;
}

/** The setting of the property with its value as written, and where that stands in the file. */
function entryOf(sample, text, property) {
  const { reading, outerSpan } = openSample({ ...sample, text });
  const setting = reading.settings.findLast(one => one.property === property && one.role === sample.role);
  return setting && { value: setting.entry.value, valueSpan: outerSpan(setting.entry.valueSpan) };
}

function valueIn(sample, text, property) {
  return entryOf(sample, text, property)?.value;
}

function editOf(sample, text, property, values) {
  const { valueSpan } = entryOf(sample, text, property);
  const before = text.slice(0, valueSpan.start);
  const line = before.split('\n').length - 1;
  const quote = text[valueSpan.start] === '"' ? '"' : '';
  const character = before.length - before.lastIndexOf('\n') - 1;
  let length = valueSpan.end - valueSpan.start;
  return i => {
    const written = `${quote}${values[(i + 1) % 2]}${quote}`;
    const range = { start: { line, character }, end: { line, character: character + length } };
    length = written.length;
    return { range, text: written };
  };
}
