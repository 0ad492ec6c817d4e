import type { Document } from '../../syntax/syntax.js';
import type { Span } from '../../text/span.js';
import type { Mount } from '../environment/container.js';
import type { Branch, Tree } from '../tree.js';
import { writtenKey } from '../written-key.js';
import { above } from './pods.js';

/** What is known of the volumes of the containers in a text. */
export interface Volumes {
  /** Those that are mounted into a container and can keep records; undefined where others may be mounted that are not seen. */
  mountsOf(container: Branch): readonly Mount[] | undefined;
}

type Volume = { readonly kind: 'lasting' | 'files' } | { readonly kind: 'ephemeral'; readonly span: Span };

/** Made with the pod, and gone with it. Source: EmptyDirVolumeSource and EphemeralVolumeSource of k8s.io/api/core/v1. */
const ephemeral = ['emptyDir', 'ephemeral'];
/** Files that the cluster has already. Source: VolumeSource of k8s.io/api/core/v1. */
const files = ['configMap', 'secret', 'projected', 'downwardAPI', 'image', 'gitRepo'];

/** Reads the volumes of a text; those of a template that is not filled in yet are not known. */
export function volumesIn(document: Document, tree: Tree): Volumes {
  const isTemplate = document.text.includes('{{');
  const ofPods = new Map<string, ReadonlyMap<string, Volume>>();
  return { mountsOf };

  function mountsOf(container: Branch): readonly Mount[] | undefined {
    const pod = { part: container.part, path: container.path.slice(0, -2) };
    if (isTemplate || !tree.at(container, 'image') || !isWhole(pod)) return undefined;
    const volumes = volumesOf(pod);
    const mounts = tree.branches(container, 'volumeMounts').map(mount => mountAt(mount, volumes));
    return mounts.includes('unknown') ? undefined : mounts.filter(mount => typeof mount === 'object');
  }

  /** A part of a resource that others complete has no selector, without which it is none; who makes pods of a resource of his own may add to them. */
  function isWhole(pod: Branch): boolean {
    const resource = above(pod).find(around => tree.at(around, 'kind'));
    const kind = resource && tree.at(resource, 'kind')?.value;
    if (kind === 'Pod') return true;
    return /^(StatefulSet|Deployment|ReplicaSet|DaemonSet)$/.test(kind ?? '') && !!resource && !!tree.section(resource, 'spec', 'selector');
  }

  /** The claims of a StatefulSet win over volumes of the same name. Source: StatefulSetSpec of k8s.io/api/apps/v1. */
  function volumesOf(pod: Branch): ReadonlyMap<string, Volume> {
    const name = [String(pod.part), ...pod.path].join('\0');
    const known = ofPods.get(name);
    if (known) return known;
    const claims = above(pod).flatMap(around => tree.branches(around, 'volumeClaimTemplates'));
    const volumes = new Map([
      ...tree.branches(pod, 'volumes').map(volume => [tree.at(volume, 'name')?.value ?? '', volumeAt(volume)] as const),
      ...claims.map(claim => [tree.at(claim, 'metadata', 'name')?.value ?? '', { kind: 'lasting' }] as const),
    ]);
    ofPods.set(name, volumes);
    return volumes;
  }

  function volumeAt(branch: Branch): Volume {
    const span = writtenKey(document, tree, branch, ephemeral);
    if (span) return { kind: 'ephemeral', span };
    return { kind: files.some(key => tree.section(branch, key)) ? 'files' : 'lasting' };
  }

  /** A volume that is described elsewhere, or as only a driver understands it, is taken to last. */
  function mountAt(mount: Branch, volumes: ReadonlyMap<string, Volume>): Mount | 'unknown' | 'files' {
    const path = tree.at(mount, 'mountPath');
    if (!path) return 'unknown';
    const volume = volumes.get(tree.at(mount, 'name')?.value ?? '');
    if (volume?.kind === 'files') return 'files';
    const { value: target, keySpan, valueSpan, span } = path;
    if (volume?.kind !== 'ephemeral') return { target, lasts: true, keySpan, valueSpan, span };
    return { target, lasts: false, keySpan: volume.span, valueSpan: volume.span, span: volume.span };
  }
}
