import { nodeFiles } from '../files/node.js';
import { productVersion } from '../describe/product.js';
import { parseCommand, usage } from './arguments.js';
import { check } from './check.js';
import { reportExplanation } from './report-explanation.js';
import { reportJson } from './report-json.js';
import { reportRecognition } from './report-recognition.js';
import { reportProblems, reportText } from './report-text.js';
import { exitCodeOf } from './result.js';

process.exitCode = run(process.argv.slice(2));

function run(args: readonly string[]): number {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'usage':
      process.stderr.write(`${command.message}\n\n${usage}`);
      return 2;
    case 'help':
      process.stdout.write(usage);
      return 0;
    case 'version':
      process.stdout.write(`${productVersion}\n`);
      return 0;
    case 'explain': {
      const report = reportExplanation(command.name);
      if ('text' in report) process.stdout.write(report.text);
      else process.stderr.write(report.problem);
      return 'text' in report ? 0 : 2;
    }
    case 'check': {
      const result = check(command, nodeFiles, message => process.stderr.write(`${message}\n`));
      if (command.explainCarrier) {
        process.stdout.write(reportRecognition(result));
        process.stderr.write(reportProblems(result));
        return result.unreadable.length > 0 ? 2 : 0;
      }
      process.stdout.write(command.format === 'json' ? reportJson(result) : reportText(result));
      if (command.format === 'text') process.stderr.write(reportProblems(result));
      return exitCodeOf(result);
    }
  }
}
