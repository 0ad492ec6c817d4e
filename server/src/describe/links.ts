import type { Rule } from '../rules/rule.js';
import { homepage } from './product.js';

/** Where the rule is explained: its page at the project's home, else its first reference on the web; never an invented address. */
export function docsUrl(rule: Rule): string | undefined {
  if (homepage !== undefined) return `${homepage}/rules/${rule.id}`;
  return rule.docs.references.map(reference => /https:\/\/\S+/.exec(reference)?.[0]).find(url => url !== undefined);
}
