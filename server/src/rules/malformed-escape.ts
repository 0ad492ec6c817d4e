import { defineRule, unsafe } from './rule.js';
import { javaRoles } from './shared/roles.js';

export default defineRule({
  id: 'malformed-escape',
  roles: javaRoles,
  reads: [],
  severity: 'error',
  messages: {
    refused: '\\u must be followed by four hexadecimal digits: Java refuses the whole file and the process does not start.',
  },
  docs: {
    summary: 'A \\u in a properties file without four hexadecimal digits behind it',
    why: 'In a properties file a backslash begins an escape. After \\u Java wants four hexadecimal digits and throws at the first other character, so that no line of the file is read. Windows paths such as C:\\users are the usual cause.',
    remedy: 'Double the backslash, or write the path with forward slashes, which Java understands on Windows too.',
    falsePositives: 'A file of the same name that another program reads by other rules.',
    references: ['java.util.Properties.load(java.io.Reader)'],
  },
  examples: {
    bad: [{ role: 'producer', file: 'producer.properties', text: 'acks=all\napp.log=C:\\users\\orders.log\n' }],
    good: [
      { role: 'producer', file: 'producer.properties', text: 'acks=all\nclient.id=caf\\u00e9\n' },
      { role: 'producer', file: 'producer.properties', text: 'acks=all\napp.log=C:/users/orders.log\n' },
    ],
  },
  *check(config) {
    for (const problem of config.problems) {
      if (problem.kind === 'malformed-escape')
        yield { message: 'refused', at: problem, refusedByKafka: true, fixes: [unsafe({ kind: 'repair', problem })] };
    }
  },
});
