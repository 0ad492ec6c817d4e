import type { Rule } from '../rules/rule.js';

/** The project's home page, from package.json's `homepage`; empty until there is one. */
const homepage = '';

/** Where the rule is explained: its page at the project's home, else its first reference on the web; never an invented address. */
export function docsUrl(rule: Rule): string | undefined {
  if (homepage !== '') return `${homepage}/rules/${rule.id}`;
  return rule.docs.references.map(reference => /https:\/\/\S+/.exec(reference)?.[0]).find(url => url !== undefined);
}
