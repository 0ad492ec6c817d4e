import { storedRoles, type DumpedLine } from '../../../server/tools/catalogue/dumped.js';

/** How many keys, internal ones included, the classes of each component have in each line: a JSON text with a line for each. */
export function countsText(dumped: readonly DumpedLine[]): string {
  const rows = dumped.map(({ line, keys }) => {
    const counts = storedRoles.map(role => [role, keys.filter(({ component }) => component === role).length] as const);
    return `  ${JSON.stringify(line)}: ${JSON.stringify(Object.fromEntries(counts.filter(([, count]) => count > 0)))}`;
  });
  return `{\n${rows.join(',\n')}\n}\n`;
}
