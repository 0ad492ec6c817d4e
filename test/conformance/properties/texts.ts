/** A small seeded source of numbers in [0, 1), the same on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

// NUL is left out on purpose: the parser takes a text with an early NUL for a binary file, where Java reads on.
// Signs stand in the list as often as they are wanted.
const pieces: readonly string[] = [
  ...['\\', '\\', '\\', '\\\\', '\\\n', '\\\r', '\\\r\n', '\\\n ', '\\\r\n\t'],
  ...['\\u', '\\u0041', '\\u00e9', '\\uD83D', '\\uFEFF', '\\u12', '\\U0041', '\\t', '\\n', '\\r', '\\f', '\\z'],
  ...['\n', '\n', '\n', '\r', '\r\n', '\n\n', ' ', ' ', '  ', '\t', '\f', '\v', '\u00a0', '\u0085', '\u2028', '\u3000', '\uFEFF'],
  ...['=', '=', '=', ':', ':', ' = ', ': ', '#', '!', '# ', '\n#', '\n!', '\\=', '\\:', '\\ ', '\\#'],
  ...['u', 't', 'n', '0', '1', '4', 'a', 'B', 'F', 'g', 'z', 'é', '\uD83D\uDE00', '\uD800', '\uDC00', '"', "'", '[', '*'],
  ...['acks', 'acks=1', 'key', 'value', '.', ',', '1', 'true'],
];

/** One of them, each as likely as the next; throws where there is none. */
export function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** A text of up to 24 pieces, rich in what is hard about `.properties`. */
export function randomText(random: () => number): string {
  return Array.from({ length: Math.floor(random() * 25) }, () => pick(random, pieces)).join('');
}

/** A text whose hard part lies across the 8,192nd character, where LineReader fills its buffer again. */
export function randomTextAcrossBuffer(random: () => number): string {
  const opening = pick(random, ['# ', 'key=', '', '\n\n', '\\\n']);
  const text = randomText(random);
  const before = 8_192 - opening.length - Math.floor(random() * (text.length + 1));
  return opening + pick(random, ['x', ' ', '\\\\', '\n']).repeat(8_192).slice(0, before) + text;
}

const lineEnds = ['\n', '\r', '\r\n'];

/** What people and Java's reader stumble over, by hand. */
export const cornerCases: readonly string[] = [
  ...[
    '',
    ' ',
    '\n',
    '\r\n',
    ' \t\f ',
    '\f',
    'acks',
    'acks ',
    'acks=',
    'acks =',
    'acks:',
    '=',
    ':',
    '= ',
    '=x',
    ':x',
    ' = x',
    ' : x',
    '= = x',
    '=: x',
  ],
  ...[
    'acks=1',
    'acks = 1',
    'acks:1',
    'acks: 1',
    'acks 1',
    'acks\t1',
    'acks\f1',
    'acks \t=\f 1',
    'acks==1',
    'acks=:1',
    'acks:=1',
    'acks : = 1',
    'acks  1 2',
  ],
  ...[
    'acks=1 ',
    'acks=1\t',
    'acks = a b ',
    '  acks=1',
    '\tacks=1',
    '\facks=1',
    '\vacks=1',
    'acks\v=1',
    'acks=1\nacks=all',
    'acks=1\n\n\nretries=0\n',
  ],
  ...[
    '# acks=1',
    '! acks=1',
    '  # acks=1',
    '\f! acks=1',
    'acks=1 # no comment',
    'acks=#1',
    'acks#=1',
    'a!b=1',
    '#',
    '!',
    '#\n!',
    '#\n',
    '\\# a=1',
    '\\! a=1',
  ],
  ...['# a\\\nb=1', '# a\\\r\nb=1', '! a\\\rb=1', '#\\', '#\\\n', '# \\u12\nb=1', 'a=1\n#\\u\nb=2'],
  ...[
    '\u00a0acks=1',
    'acks\u00a0=1',
    'acks=\u00a01',
    'acks\u00a01',
    '\u0085acks=1',
    'acks=1\u0085b=2',
    'acks=1\u2028b=2',
    '\u3000acks=1',
    'a\u2003b',
  ],
  ...[
    '\uFEFFacks=1',
    '\uFEFF',
    '\uFEFF# note',
    '\uFEFF\nacks=1',
    '\uFEFF acks=1',
    'acks=1\n\uFEFFretries=1',
    '\uFEFF=1',
    '\uFEFF\\\nacks=1',
  ],
  ...[
    'a\\=b=c',
    'a\\:b:c',
    'a\\ b c',
    'a\\\tb c',
    'a\\\\=b',
    'a\\\\\\=b=c',
    'a=b\\=c',
    '\\=a=b',
    '\\ =b',
    '\\\\=b',
    'a\\b=c\\d',
    'a=\\"b\\"',
    'a=\\ b',
    'a=\\\tb',
  ],
  ...['a=\\t\\n\\r\\f', '\\t\\n=1', 'a=\\b\\v\\0\\x', 'path=C:\\new\\table', 'a=\\\\', 'a=\\\\\\\\', 'a=\\\\t', 'a\\n', 'a=\\N\\T'],
  ...[
    'a=\\u0041',
    'a=\\u00E9\\u00e9',
    '\\u0061cks=1',
    'a=\\uD83D\\uDE00',
    'a=\\ud800',
    'a=\\u0000',
    'a\\u003db=c',
    'a\\u0020b=c',
    '\\u0023=1',
    'a=\\u000Ab',
    'a=\\u00411',
  ],
  ...[
    'a=\\u',
    'a=\\u1',
    'a=\\u12',
    'a=\\u123',
    'a=\\u12g4',
    'a=\\u 1234',
    'a=\\uu0041',
    'a=\\U0041',
    'a=\\\\u12',
    'a=\\\\\\u12',
    '\\u12=3',
    '\\u=1',
    'a\\u00=41',
    'a=\\u00 41',
  ],
  ...[
    'a=\\uＡＡＡＡ',
    'a=\\u+041',
    'a=\\u-001',
    'a=\\u0x41',
    'ok=1\na=\\uXYZ1\nb=2',
    'path=C:\\users\\x',
    'a=\\u004\nb=1',
    'a=\\u004',
    'long=abcdefgh\na=\\u00',
    'a=1\\u',
  ],
  ...['\\', ' \\', '\\\\', 'a\\', 'a=\\', 'a=b\\', 'a=b\\\\', 'a=b\\\\\\', 'a \\', 'a=1\n\\', '#\n\\', '\\\\\\'],
  ...lineEnds.flatMap(end => [
    ...[
      `a=1${end}b=2`,
      `a=1${end}b=2${end}`,
      `a${end}b`,
      `${end}${end}a=1`,
      `a=1${end} ${end}b`,
      `a=${end}b=2`,
      `a= ${end} b=2`,
      `a${end}=b`,
    ],
    ...[
      `a=b\\${end}c`,
      `a=b\\${end}  c`,
      `a=b \\${end}\t\f c`,
      `a=b\\${end}\u00a0c`,
      `a=b\\\\${end}c`,
      `a=b\\\\\\${end}c`,
      `a=b\\ ${end}c`,
    ],
    ...[`a=b\\${end}${end}c`, `a=b\\${end}  ${end}c`, `a=b\\${end}#c`, `a=b\\${end}!c`, `a=b\\${end}c=d`, `a=b\\${end}  # c\\${end}  d`],
    ...[
      `a=b\\${end}`,
      `a=b\\${end} `,
      `a=\\${end}`,
      `a\\${end}`,
      `a\\${end} `,
      `a=b\\${end}\\`,
      `a=b\\${end}\\${end}c`,
      `a=b\\${end} \\${end} \\${end}c`,
    ],
    ...[
      `a\\${end}b=c`,
      `a\\${end}  b=c`,
      `a\\${end}=b`,
      `a\\${end} = b`,
      `a \\${end} = b`,
      `a = \\${end} b`,
      `a=\\${end}=b`,
      `a \\${end}b`,
      `a \\${end}:b`,
      `a\\${end}${end}b`,
    ],
    ...[
      `\\${end}`,
      `\\${end} `,
      `\\${end}a=1`,
      `\\${end}  a=1`,
      `\\${end}#a=1`,
      `\\${end} !a=1${end}b=2`,
      `\\${end}${end}a=1`,
      `  \\${end}  \\${end}a=1`,
    ],
    ...[
      `\\${end}\\`,
      `\\${end}\\${end}`,
      `a=1${end}\\${end}`,
      `a=1${end}\\${end}${end}`,
      `\\${end}=`,
      `# c${end}\\${end}# d`,
      `\\${end}\\u12`,
    ],
    ...[
      `a=\\u00\\${end}41`,
      `a=\\\\${end}u0041`,
      `a=\\u0\\${end}  0\\${end}41`,
      `a=\\u004\\${end}`,
      `a=\\u00\\${end}${end}41`,
      `a=\\\\\\${end}n`,
      `a=\\u\\${end}`,
    ],
    ...[`#${end}a=1`, `# a\\${end}\\${end}b=1`, `a=1\\${end}#b${end}#c`, `=${end}=`, `=\\${end}x`, `a=1${end}a=2${end}a`],
  ]),
  ...[
    'a=b\\\n\rc',
    'a=b\\\r\rc',
    'a=b\\\n\nc',
    'a=b\\\r\n\nc',
    'a=1\n\rb=2',
    'a=b\\\r\n\r\nc',
    '\\\n\r',
    '\\\r\n\n',
    '\\\r\n\\',
    '\\\n\\\r\n',
  ],
  ...['\uD800=\uDC00', 'a=\uD83D', 'a=\\\uD83D\uDE00', 'é=ü', '\u007f=1', '__proto__=1', 'constructor=1', '\u0001=\u0002'],
  ...[
    'sasl.jaas.config=org.example.Login required \\\n  username="a" \\\n  password="b";\nacks=all',
    'bootstrap.servers=a:9092,\\\r\n    b:9092,\\\r\n    c:9092\r\nacks : 1\r\n',
  ],
];
