import { asCommand } from '../java.js';
import { readArguments } from './arguments.js';
import { askAll, generated } from './ask-all.js';
import { compareAnswers, lineOf, unexplainedIn } from './compare.js';
import { writeRecording } from './recording.js';

/** Writes what each framework makes of the hand-made files and of some generated ones, for the tests, which need no Java. */
await asCommand(async () => {
  const wanted = readArguments(process.argv.slice(2), { count: 60, seed: 'recorded' });
  for (const comparison of wanted.comparisons) {
    const framework = await comparison.start();
    try {
      const random = Array.from({ length: wanted.count }, (_, i) => generated(comparison, wanted.seed, i));
      const answered = await askAll(framework, [...comparison.cases, ...random]);
      for (const { file, theirs } of answered) {
        const unexplained = unexplainedIn(compareAnswers(comparison, file, theirs, comparison.resolve(file)));
        for (const one of unexplained) console.error(`${comparison.name} ${file.about ?? 'generated'}: ${lineOf(one)}`);
        if (unexplained.length > 0) process.exitCode = 1;
      }
      writeRecording(
        comparison.name,
        answered.map(({ file, theirs }) => ({ ...file, ...theirs })),
      );
      console.log(`${comparison.name}: ${answered.length} files`);
    } finally {
      await framework.stop();
    }
  }
});
