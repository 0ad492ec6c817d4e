import { ansible } from './ansible/ansible.js';
import { cloudFormation } from './cloudformation/cloudformation.js';
import { compose } from './compose/compose.js';
import { confluent } from './confluent/confluent.js';
import { dockerfile } from './dockerfile/dockerfile.js';
import type { Embedder } from './embedded.js';
import { envFile } from './environment/env-file.js';
import { namedFiles } from './files/named-files.js';
import { helmValues } from './helm/values.js';
import { koperator } from './koperator/koperator.js';
import { kubernetes } from './kubernetes/kubernetes.js';
import { strimzi } from './strimzi/strimzi.js';
import { terraform } from './terraform/terraform.js';

/** Every format that holds configurations of others. */
export const embedders: readonly Embedder[] = [
  ...[compose, kubernetes, strimzi, confluent, koperator, helmValues, ansible, terraform, cloudFormation],
  ...[namedFiles, envFile, dockerfile],
];
