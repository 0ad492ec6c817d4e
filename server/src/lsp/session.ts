import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzeText, createMemory, optionsOf, type Analyzed, type OpenText } from '../service/analyzed.js';

/** What the server keeps between requests: the user's options and one analysis for each open text. */
export interface Session {
  /** Takes the user's section of settings; every text is judged anew. */
  configure(section: unknown): void;
  /** The analysis of a text, made once for each version; undefined where there is nothing to analyse. */
  analyzed(document: TextDocument | undefined): Analyzed | undefined;
  /** Whether the analysis of a text has looked at the file with this path. */
  dependsOn(document: TextDocument, path: string): boolean;
  /** Names the analysis of a text; equal names mean equal diagnostics. */
  resultId(document: TextDocument | undefined): string | undefined;
  forget(uri: string): void;
}

/** Schemes of texts that are no files of the user's: the two sides of a comparison, output of programs. */
const foreignScheme = /^(git|output|vscode-scm|gitlens|gitfs|review|pr|svn|diff|debug|walkThrough|search-editor):/i;

interface Known {
  readonly version: number;
  readonly analyzed: Analyzed;
  /** Counts the analyses of the session. */
  readonly serial: number;
  /** The other files that it took into account, by their paths; undefined for one that was not there. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** `readFile`: a file by its path, for the document with this URI that names it. */
export function createSession(log: (message: string) => void, readFile: (path: string, uri: string) => string | undefined): Session {
  let options = optionsOf(undefined);
  let serial = 0;
  const known = new Map<string, Known>();
  const memories = new Map<string, OpenText['memory']>();
  return {
    configure: section => {
      options = optionsOf(section);
      known.clear();
    },
    analyzed: document => {
      if (!document || foreignScheme.test(document.uri)) return undefined;
      const earlier = known.get(document.uri);
      const isSame =
        earlier?.version === document.version && [...earlier.files].every(([path, text]) => readFile(path, document.uri) === text);
      if (isSame) return earlier.analyzed;
      const files = new Map<string, string | undefined>();
      const memory = memories.get(document.uri) ?? createMemory();
      memories.set(document.uri, memory);
      const text: OpenText = { uri: document.uri, languageId: document.languageId, text: document.getText(), memory };
      const analyzed = analyzeText(text, {
        options,
        onRuleFailure: (ruleId, error) => {
          log(`Rule ${ruleId} failed and says nothing: ${String(error)}`);
        },
        readFile: path => {
          const found = readFile(path, document.uri);
          files.set(path, found);
          return found;
        },
      });
      known.set(document.uri, { version: document.version, analyzed, files, serial: serial++ });
      return analyzed;
    },
    dependsOn: (document, path) => known.get(document.uri)?.files.has(path) === true,
    resultId: document => {
      const last = document && known.get(document.uri);
      return last && `${String(last.version)}.${String(last.serial)}`;
    },
    forget: uri => {
      known.delete(uri);
      memories.delete(uri);
    },
  };
}
