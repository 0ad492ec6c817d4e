import { analyze } from '../analysis/analyze.js';
import type { FileProblem, Files } from '../files/files.js';
import { Lines } from '../text/lines.js';
import type { CheckCommand } from './arguments.js';
import type { CheckedFile, CheckResult } from './result.js';

/** Checks every file below the paths of the command; a rule that fails is told to `log` and costs its own findings only. */
export function check(command: CheckCommand, files: Files, log: (message: string) => void): CheckResult {
  const listing = files.list(command.paths);
  const named = new Set(command.paths);
  const checked: CheckedFile[] = [];
  const problems: FileProblem[] = [...listing.problems];
  const unreadable: FileProblem[] = [...listing.unreadable];
  for (const path of listing.files) {
    const read = files.read(path);
    if ('problem' in read) (named.has(path) ? unreadable : problems).push(read.problem);
    else checked.push(checkText(path, read.text));
  }
  return { files: checked, problems: [...problems, ...checked.flatMap(file => file.problems)], unreadable };

  function checkText(path: string, text: string): CheckedFile {
    const onRuleFailure = (ruleId: string, error: unknown): void => {
      log(`${path}: rule ${ruleId} failed and says nothing: ${String(error)}`);
    };
    const options = { ...command.options, severities: {} };
    const analysis = analyze({ path: path.replaceAll('\\', '/'), text }, { options, onRuleFailure, readFile: files.readNamed });
    const lines = new Lines(text);
    const problemsHere = analysis.problems.map(problem => ({
      path,
      message: `Line ${String(lines.positionAt(problem.span.start).line + 1)}: ${problem.message}`,
    }));
    return { path, text, lines, analysis, problems: problemsHere };
  }
}
