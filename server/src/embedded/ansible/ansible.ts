import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Embedded, Embedder } from '../embedded.js';
import { treeOf } from '../tree.js';
import { confluentPlatform } from './confluent-platform.js';
import { mapAt, type Variables } from './maps.js';
import { moreKeys, sleighzy } from './sleighzy.js';
import { topicOf } from './topics.js';

const variable =
  /\b((kafka_\w+|ksql)_custom_properties|kafka_(connect_connectors|server_config_params|data_log_dirs|topics?|lib))["']?\s*:/;

/** Variables of the usual collections and roles of Ansible: in inventories, files of variables, and playbooks. */
export const ansible: Embedder = {
  id: 'ansible',
  title: 'Ansible',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => variable.test(text),
  embedded: (document, path) => {
    const variables = variablesIn(document, path);
    const ofPlatform = confluentPlatform(variables);
    return document.sections.flatMap((section): readonly Embedded[] => {
      const steps = section.path.map(textOf);
      const key = steps.slice(-1).join('');
      const around = variables.tree.section({ part: section.part, path: steps.slice(0, -1) });
      const [role, topic, map] = [sleighzy(variables, section), topicOf(variables, section), ofPlatform(section)];
      const found = [
        role && mapAt(variables, section, moreKeys, role),
        topic && mapAt(variables, section, 'options', topic),
        map && around && mapAt(variables, around, key, map),
      ];
      return found.flatMap(one => one ?? []);
    });
  },
};

function variablesIn(document: Document, path: string): Variables {
  const named = new Map<string, Entry>(document.entries.map(entry => [entry.path.slice(-1).map(textOf).join(''), entry]));
  return { document, path, tree: treeOf(document), named: name => named.get(name) };
}
