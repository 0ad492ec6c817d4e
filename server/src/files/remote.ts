/** Files that somebody else reads, such as an editor in a browser. */
export interface RemoteFiles {
  /** The text as far as it is known: it is asked for, and none until the answer is there. */
  read(uri: string): string | undefined;
  /** The file has changed. */
  forget(uri: string): void;
}

/** `ask` gives the text of a file, null for one that is not there or cannot be read; `learned` is called when that is news. */
export function remoteFiles(ask: (uri: string) => Promise<string | null>, learned: () => void): RemoteFiles {
  const texts = new Map<string, string | undefined>();
  return {
    read: uri => {
      if (!texts.has(uri)) {
        texts.set(uri, undefined);
        void learn(uri);
      }
      return texts.get(uri);
    },
    forget: uri => {
      texts.delete(uri);
    },
  };

  async function learn(uri: string): Promise<void> {
    // who does not know the question has no files
    const text = await ask(uri).catch(() => null);
    // forgotten meanwhile
    if (text === null || !texts.has(uri)) return;
    texts.set(uri, text);
    learned();
  }
}
