import { mapKey, type Element } from '../shared/names.js';
import type { Section } from './leaves.js';
import { relaxedAt, root, type Area } from './names.js';
import { binderSection, coreSection, kafkaSection } from './sections.js';
import { streamsBinderSection, streamsSection } from './streams-sections.js';

/** How far what a line says reaches: one binding, every binding, one function of Kafka Streams, or all that a binder makes. */
export type Level = 'binding' | 'default' | 'function' | 'binder';

/** Where an entry stands, and what can stand there. */
export interface Placed {
  readonly section: Section;
  readonly level: Level;
  readonly name: string | undefined;
  readonly streams: boolean;
  readonly keys: readonly Element[];
  readonly canonical: string;
}

/** What can be said of a function of Kafka Streams. Source: KafkaStreamsBinderConfigurationProperties.Functions. */
const functionSection: Section = {
  leaves: [{ path: ['application-id'], reader: 'streams', property: 'application.id', type: 'text', strength: 'strong' }],
  maps: [{ path: ['configuration'], reader: 'streams' }],
  others: [],
};

/** Where keys with a meaning stand. */
export function placeOf(area: Area): Placed | undefined {
  const prefix = root.join('.');
  switch (area.kind) {
    case 'core':
      return {
        section: coreSection,
        level: levelOf(area.binding),
        name: area.binding,
        streams: false,
        keys: area.keys,
        canonical: `${prefix}.bindings`,
      };
    case 'extended': {
      const section = area.streams ? streamsSection : kafkaSection;
      const canonical = `${prefix}.kafka.${area.streams ? 'streams.' : ''}bindings`;
      return { section, level: levelOf(area.binding), name: area.binding, streams: area.streams, keys: area.keys, canonical };
    }
    case 'binder': {
      const { streams, keys } = area;
      const canonical = `${prefix}.kafka.${streams ? 'streams.' : ''}binder`;
      const [, second] = keys;
      if (streams && second && relaxedAt(keys, 0) === 'functions')
        return { section: functionSection, level: 'function', name: mapKey([second]), streams, keys: keys.slice(2), canonical };
      return { section: streams ? streamsBinderSection : binderSection, level: 'binder', name: undefined, streams, keys, canonical };
    }
    default:
      return undefined;
  }
}

function levelOf(binding: string | undefined): Level {
  return binding === undefined ? 'default' : 'binding';
}
