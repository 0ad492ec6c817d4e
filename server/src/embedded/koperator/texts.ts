import type { Ignored } from '../../config/setting.js';
import { propertyNamed } from '../../kafka/frameworks/frameworks.js';
import { textOf } from '../../syntax/key-text.js';
import { properties } from '../../syntax/properties.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Embedded } from '../embedded.js';
import type { Resource, Resources } from '../resources.js';
import { scalarText, type ScalarText } from '../scalar-text.js';
import type { Branch } from '../tree.js';
import { nameOf, nodeConfigs, ofCluster } from './nodes.js';

type Defaults = Embedded['defaults'];

/**
 * The files of brokers in a cluster: that of all of them, over which goes that of a single one, and then what the operator writes. The other
 * texts are set when the brokers run, and so win over files: for all of them, or for those of a group.
 * Source: generateBrokerConfig and getConfigProperties of pkg/resources/kafka/configmap.go, and reconcilePerBrokerDynamicConfig.
 */
export function textsOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const { document, tree } = resources;
  const common = ofCluster(resources, resource);
  const spec: Branch = { part: resource.part, path: [...resource.path, 'spec'] };
  const [shared, wide] = [textAt(spec, 'readOnlyConfig'), textAt(spec, 'clusterWideConfig')];
  const own = ownKeys(resources, resource);
  const unknown = [...own, ...mayBeSet(resources, resource)].map(property => ({ property, value: undefined }));
  const [ofShared, ofWide] = [settingsIn(shared), settingsIn(wide)];
  const taken = new Map([
    ...ofWide.map(({ property }) => [property, by('clusterWideConfig')] as const),
    ...own.map(property => [property, by('Koperator')] as const),
  ]);
  return [
    ...embeddedText(spec, 'readOnlyConfig', shared, [...unknown, ...ofWide], { taken }),
    ...embeddedText(spec, 'clusterWideConfig', wide, [...unknown, ...ofShared], { partly: shared !== undefined }),
    ...tree
      .branches(spec, 'brokers')
      .flatMap(node => embeddedText(node, 'readOnlyConfig', textAt(node, 'readOnlyConfig'), all(), { taken, partly: true })),
    ...nodeConfigs(resources, resource).flatMap(place => embeddedText(place, 'config', textAt(place, 'config'), all(), { partly: true })),
  ];

  function all(): Defaults {
    return [...unknown, ...ofShared, ...ofWide];
  }

  function textAt(place: Branch, key: string): ScalarText | undefined {
    const entry = tree.at(place, key);
    return entry && scalarText(document, entry, common.path);
  }

  function embeddedText(
    place: Branch,
    key: string,
    text: ScalarText | undefined,
    defaults: Defaults,
    { taken: lost, partly = false }: { readonly taken?: ReadonlyMap<string, Ignored>; readonly partly?: boolean },
  ): readonly Embedded[] {
    if (!text) return [];
    const ignoredIn = (one: Document): NonNullable<Embedded['ignored']> =>
      new Map(
        one.entries.flatMap(entry => {
          const why = lost?.get(keyOf(entry));
          return why ? [[entry, why] as const] : [];
        }),
      );
    const ignored = ignoredIn(text.document);
    const facts = [...common.facts, ...(partly ? (['partly-seen'] as const) : [])];
    // what would not get through is not written
    const outerEdits: Embedded['outerEdits'] = inner =>
      ignoredIn(properties.parse(inner)).size > ignored.size ? undefined : text.outerEdits(inner);
    return [{ ...common, name: nameOf(resource, place, key), facts, defaults, ignored, ...text, outerEdits }];
  }
}

function keyOf({ path }: Entry): string {
  return path.map(textOf).join('');
}

function by(who: string): Ignored {
  return { why: 'always-overridden', by: who, worksAs: undefined };
}

/** What Kafka knows of it: a text of nothing else may be long, and each broker is given all of it. */
function settingsIn(text: ScalarText | undefined): Defaults {
  const entries = text?.document.entries ?? [];
  const values = new Map(entries.map(entry => [keyOf(entry), entry.value] as const));
  return [...values].map(([property, value]) => ({ property, value })).filter(({ property }) => propertyNamed('broker', property));
}

/** What the operator writes in any case. */
function ownKeys({ tree }: Resources, resource: Resource): readonly string[] {
  const ofKRaft = tree.at(resource, 'spec', 'kRaft')?.value === 'true';
  return [
    ...['listeners', 'listener.security.protocol.map'],
    ...(ofKRaft ? ['node.id', 'process.roles'] : ['broker.id', 'zookeeper.connect']),
  ];
}

/** What it writes under conditions, or into the file of a broker by itself, as it does with racks. */
function mayBeSet({ tree }: Resources, resource: Resource): readonly string[] {
  return [
    ...['advertised.listeners', 'inter.broker.listener.name', 'control.plane.listener.name', 'log.dirs', 'log.dir'],
    ...['controller.listener.names', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers'],
    ...(tree.section(resource, 'spec', 'rackAwareness') ? ['broker.rack'] : []),
  ];
}
