import type { LanguageClientOptions } from 'vscode-languageclient';

export const clientId = 'ackguard';
export const clientName = 'Ackguard';

/** Where people edit files. Left out on purpose: git:, output:, diff and history views, whose text nobody can mend. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'vsls', 'memfs'];

/** Language ids that VS Code and other extensions give to such files; needed for untitled documents and unusual file names. */
const languages = [
  'properties',
  'java-properties',
  'jproperties',
  'ini',
  'kafka-properties',
  'spring-boot-properties',
  'quarkus-properties',
  'microprofile-properties',
  'yaml',
  'dockercompose',
  'spring-boot-properties-yaml',
  'json',
  'jsonc',
  'dotenv',
  'terraform',
  'hcl',
  'dockerfile',
  'docker',
];

/**
 * The server decides by name and content whether a document is Kafka, so the selector may be wide.
 * Settings are not sent from here: the server asks for them (workspace/configuration) and registers for their changes.
 */
export const clientOptions: LanguageClientOptions = {
  documentSelector: schemes.flatMap(scheme => [
    { scheme, pattern: '**/*.{properties,yml,yaml,json,jsonc,ini}' },
    { scheme, pattern: '**/{librdkafka.config,*fluent*.conf,*.env,.env.*}' },
    { scheme, pattern: '**/*.tf' },
    { scheme, pattern: '**/{[Dd]ockerfile,[Dd]ockerfile.*,*.[Dd]ockerfile,[Cc]ontainerfile,[Cc]ontainerfile.*,*.[Cc]ontainerfile}' },
    ...languages.map(language => ({ scheme, language })),
  ]),
  // Off by default in vscode-languageclient: without it the squiggles wait until the file is opened again.
  diagnosticPullOptions: { onChange: true, onTabs: true },
};
