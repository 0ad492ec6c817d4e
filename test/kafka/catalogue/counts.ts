import { storedRoles, type DumpedLine } from '../../../server/tools/catalogue/dumped.js';

/** How many keys, internal ones included, the classes of each component have in each line: a JSON text. */
export function countsText(dumped: readonly DumpedLine[]): string {
  const rows = dumped.map(({ line, keys }) => {
    const counts = storedRoles.map(role => [role, keys.filter(({ component }) => component === role).length] as const);
    return [line, Object.fromEntries(counts.filter(([, count]) => count > 0))] as const;
  });
  return `${JSON.stringify(Object.fromEntries(rows), undefined, 2)}\n`;
}
