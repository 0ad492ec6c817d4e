import type { Clue } from '../carriers/recognition.js';
import type { Trust } from '../config/setting.js';
import type { Role } from '../kafka/property.js';

/** One carrier's opinion of a file, with its clues by key and line. */
export interface Opinion {
  readonly title: string;
  readonly id: string;
  readonly roles: readonly Role[];
  readonly score: number;
  readonly trust: Trust;
  readonly verdict: 'reads' | 'unsure' | 'another-fits-better';
  readonly clues: readonly { readonly why: Clue['why']; readonly key: string | undefined; readonly line: number | undefined }[];
}

const verdictWords: Readonly<Record<Opinion['verdict'], string>> = {
  reads: 'read as this',
  unsure: 'not read: too little is there to say so',
  'another-fits-better': 'not read: another one fits better',
};

const trustWords: Readonly<Record<Trust, string>> = {
  certain: '',
  inferred: ', a guess: findings are one step milder',
  assumed: ', assumed: findings are information at most',
};

/** What one carrier takes a file for, what became of it, and why: a line each. */
export function opinionLines({ title, id, roles, score, trust, verdict, clues }: Opinion): readonly string[] {
  const head = `${String(score).padStart(3)}  ${title} (${id}; ${roles.join(', ')}): ${verdictWords[verdict]}${verdict === 'reads' ? trustWords[trust] : ''}`;
  return [head, ...clues.map(clue => `     - ${clueSentence(clue)}`)];
}

function clueSentence({ why, key, line }: Opinion['clues'][number]): string {
  const named = key === undefined ? 'a key' : `${key}${line === undefined ? '' : ` (line ${String(line)})`}`;
  switch (why) {
    case 'own-key':
      return `${named} is read by nothing else`;
    case 'usual-key':
      return `${named} is usual there, and other programs use it too`;
    case 'keys-together':
      return `${named}, together with other keys of the file`;
    case 'known-keys':
      return `${named} and most other keys are known to it`;
    case 'others-key':
      return `${named} is another program’s key`;
    case 'file-name':
      return 'the name of the file';
    case 'value':
      return `the value of ${named}`;
    case 'surroundings':
      return 'what stands around it';
    case 'asked-for':
      return 'you say so: ackguard.files, or --files';
  }
}
