import { defineRule, safe } from './rule.js';
import { javaRoles } from './shared/roles.js';

export default defineRule({
  id: 'byte-order-mark',
  roles: javaRoles,
  reads: [],
  severity: 'warning',
  messages: {
    swallowed:
      'The file begins with a byte order mark. Java reads it as the first letter of the first key, which nothing knows then, or of a comment, which turns into a key.',
  },
  docs: {
    summary: 'A properties file that begins with a byte order mark',
    why: 'Some editors put an invisible mark before the first letter of a UTF-8 file. Java does not skip it in a properties file: the first key has one more letter and is silently unknown, so its default holds.',
    remedy: 'Save the file as UTF-8 without a byte order mark.',
    falsePositives: 'A file that is not read by Java, or whose first line is empty.',
    references: ['java.util.Properties.load(java.io.Reader)'],
  },
  examples: {
    bad: [{ role: 'producer', file: 'producer.properties', text: '\uFEFF# orders\nacks=all\n' }],
    good: [{ role: 'producer', file: 'producer.properties', text: '# orders\nacks=all\n' }],
  },
  *check(config) {
    for (const problem of config.problems) {
      if (problem.kind === 'byte-order-mark') yield { message: 'swallowed', at: problem, fixes: [safe({ kind: 'repair', problem })] };
    }
  },
});
