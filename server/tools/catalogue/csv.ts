/** The fields of each line of a CSV text (RFC 4180, without line breaks inside fields), the heading left out. */
export function parseCsv(text: string): string[][] {
  return text.trim().split('\n').slice(1).map(parseLine);
}

function parseLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
