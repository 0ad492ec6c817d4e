import assert from 'node:assert/strict';
import { keysTold, type Told } from '../kafka/catalogue/pages.js';

const told = (page: string): Readonly<Record<string, Told>> => Object.fromEntries(keysTold({ component: 'broker', page }));

describe('the pages that Kafka prints of its keys', () => {
  it('are tables up to 2.3, some of which close each cell twice', () => {
    const heading = ['Name', 'Description', 'Type', 'Default', 'Valid Values', 'Importance', 'Dynamic Update Mode'];
    const cells = ['a.key', 'See <code>b</code>.', 'long', '', '[0,...]', 'high', 'cluster-wide'];
    const page = `<tr>\n${heading.map(cell => `<th>${cell}</th>`).join('\n')}\n</tr>\n<tr>\n${cells.map(cell => `<td>${cell}</td></td>`).join('')}</tr>\n`;
    assert.deepEqual(told(page), {
      'a.key': { type: 'long', default: '', importance: 'high', update: 'cluster-wide', synonym: undefined },
    });
  });

  it('are lists in 2.4', () => {
    const facts =
      '<li><b>Type</b>: list</li><li><b>Default</b>: ""</li><li><b>Importance</b>: low</li><li><b>Server Default Property</b>: log.x</li>';
    assert.deepEqual(told(`<li><b>x</b>: Words.<br/><ul class="horizontal-list">${facts}</ul></li>\n`), {
      x: { type: 'list', default: '""', importance: 'low', update: undefined, synonym: 'log.x' },
    });
  });

  it('have a table for each key since 2.5, with defaults for people', () => {
    const section = (value: string): string =>
      `<li>\n<h4><a id="x"></a><a id="y_x" href="#y_x">x</a></h4>\n<p>Words.</p>\n<table><tbody>\n<tr><th>Type:</th><td>long</td></tr>\n` +
      `<tr><th>Default:</th><td>${value}</td></tr>\n<tr><th>Importance:</th><td>low</td></tr>\n<tr><th>Update Mode:</th><td>read-only</td></tr>\n</tbody></table>\n</li>`;
    const defaultOf = (value: string): string | undefined => told(section(value)).x?.default;
    assert.deepEqual(told(section('604800000 (7 days)')).x, {
      type: 'long',
      default: '604800000',
      importance: 'low',
      update: 'read-only',
      synonym: undefined,
    });
    assert.equal(defaultOf('1073741824 (1 gibibyte)'), '1073741824');
    assert.equal(defaultOf('class org.a.B,class org.a.C'), 'org.a.B,org.a.C');
    assert.equal(defaultOf('<code>&lt;application.id&gt;</code>'), undefined);
  });

  it('are replaced by the values of a configuration object, without those that were given', () => {
    const values = { a: '1', b: null, c: '', d: 'given' };
    const keys = keysTold({ component: 'mirror-client', values, given: ['d'] });
    assert.deepEqual(
      [...keys].map(([name, { default: value }]) => [name, value]),
      [
        ['a', '1'],
        ['b', 'null'],
        ['c', '""'],
        ['d', undefined],
      ],
    );
  });
});
