import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzeText, createMemory, optionsOf, type Analyzed, type OpenText } from '../service/analyzed.js';

/** What the server keeps between requests: the user's options and one analysis for each open text. */
export interface Session {
  /** Takes the user's section of settings; every text is judged anew. */
  configure(section: unknown): void;
  /** The analysis of a text, made once for each version; undefined where there is nothing to analyse. */
  analyzed(document: TextDocument | undefined): Analyzed | undefined;
  /** Names the text's version and the options; equal names mean equal diagnostics. */
  resultId(document: TextDocument | undefined): string | undefined;
  forget(uri: string): void;
}

/** Schemes of texts that are no files of the user's: the two sides of a comparison, output of programs. */
const foreignScheme = /^(git|output|vscode-scm|gitlens|gitfs|review|pr|svn|diff|debug|walkThrough|search-editor):/i;

export function createSession(log: (message: string) => void): Session {
  let options = optionsOf(undefined);
  let generation = 0;
  const known = new Map<string, { readonly version: number; readonly analyzed: Analyzed }>();
  const memories = new Map<string, OpenText['memory']>();
  return {
    configure: section => {
      options = optionsOf(section);
      generation++;
      known.clear();
    },
    analyzed: document => {
      if (!document || foreignScheme.test(document.uri)) return undefined;
      const earlier = known.get(document.uri);
      if (earlier?.version === document.version) return earlier.analyzed;
      const memory = memories.get(document.uri) ?? createMemory();
      memories.set(document.uri, memory);
      const text: OpenText = { uri: document.uri, languageId: document.languageId, text: document.getText(), memory };
      const analyzed = analyzeText(text, {
        options,
        onRuleFailure: (ruleId, error) => {
          log(`Rule ${ruleId} failed and says nothing: ${String(error)}`);
        },
      });
      known.set(document.uri, { version: document.version, analyzed });
      return analyzed;
    },
    resultId: document => (document ? `${String(document.version)}.${String(generation)}` : undefined),
    forget: uri => {
      known.delete(uri);
      memories.delete(uri);
    },
  };
}
