import type { Document } from '../../syntax/syntax.js';

/** Files that say how programs are started, described, built or translated, and hold no application's own section. */
const otherFiles = new RegExp(
  [
    // compose, Helm, Kubernetes, Ansible, Terraform and their like
    /(^|\/)(docker-)?compose[^/]*\.ya?ml$/,
    /(^|\/)(values|Chart)([-_.][^/]*)?\.ya?ml$/,
    /(^|\/)(charts?|helm[^/]*|templates|k8s|kubernetes|manifests?|kustomize|argocd|ansible|playbooks|group_vars|host_vars|terraform|\.github)\//,
    /\.tf\.json$/,
    // interfaces and packages
    /(^|\/)[^/]*(openapi|swagger|asyncapi|schema)[^/]*\.(json|ya?ml)$/,
    /(^|\/)(package|package-lock|tsconfig[^/]*|composer|angular|manifest)\.jsonc?$/,
    // translations
    /(^|\/)(i18n|locales?|lang|translations?|messages)(\/|[-_.][^/]*$)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** Whether the file's name says that it is none of an application's settings. `path` with forward slashes. */
export function isOtherFile(path: string): boolean {
  return otherFiles.test(path);
}

/** Keys at the root that say the same of a document. */
const otherRoots = /^(openapi|swagger|asyncapi|\$schema|AWSTemplateFormatVersion|Resources|jobs|x-airflow-common)$/;

/** The documents of a file that are a manifest of Kubernetes, a compose file or the description of an interface. */
export function otherParts({ entries }: Document): ReadonlySet<number> {
  const seen = new Map<number, Set<string>>();
  const others = new Set<number>();
  for (const { part, path } of entries) {
    const [first, , third] = path;
    const root = first?.kind === 'key' ? first.text : '';
    const roots = seen.get(part) ?? new Set<string>();
    seen.set(part, roots.add(root));
    const isService = root === 'services' && third?.kind === 'key' && (third.text === 'image' || third.text === 'build');
    if (isService || otherRoots.test(root) || (roots.has('apiVersion') && roots.has('kind'))) others.add(part);
  }
  return others;
}

/** Below these keys stands what a program gets by its environment, or from an operator. */
const otherSections: ReadonlySet<string> = new Set([
  ...['environment', 'env', 'envFrom', 'extraEnv', 'extraEnvVars', 'extraConfig'],
  ...['spec', 'data', 'stringData', 'binaryData', 'annotations', 'labels', 'configOverrides', 'configurationOverrides'],
]);
/** Frameworks that read such sections themselves, and their carriers know how. */
const frameworks = /^(spring|mp|quarkus|micronaut|camel|kafkastore|ksql|%.*)$/;

/** Whether somebody else than the application reads what stands at this path. */
export function isReadByOthers(words: readonly string[]): boolean {
  return words.some((word, i) => otherSections.has(word) || (i === 0 && frameworks.test(word)));
}
