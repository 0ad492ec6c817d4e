import { elementsOf, relaxed } from '../../../server/src/carriers/shared/names.js';
import type { Case } from './comparison.js';
import { streamsOf } from './spring-cloud-stream-bindings.js';
import { readCase } from './spring-cloud-stream-reading.js';

/** Why Ackguard differs from the binder on purpose; undefined where nobody has explained it. */
export function deliberate(file: Case, key: string, theirs: string | undefined, ours: string | undefined): string | undefined {
  if (key === 'refused') return theirs === undefined ? undefined : refusalMeant(theirs);
  if (ours === undefined && theirs?.includes('${')) return 'a placeholder is filled by the environment, which nobody sees here';
  if (!saysBinder(file)) return 'nothing in the file says that the binding is one of this binder: its functions are in the code';
  return undefined;
}

function refusalMeant(theirs: string): string | undefined {
  if (theirs.includes('cannot be cast to class java.lang.Boolean'))
    return 'whether Streams starts with these values is compared by npm run differential';
  return undefined;
}

/** Which of the binders a binding has is in the types of its function; the file says it by keys that only one binder reads. */
function saysBinder(file: Case): boolean {
  const keys = readCase(file).document.entries.map(({ path }) =>
    elementsOf(path)
      .map(({ text }) => relaxed(text))
      .join('.'),
  );
  const has = (test: RegExp): boolean => keys.some(key => test.test(key));
  if (file.circumstances?.streams === undefined) return has(/^spring\.(kafka|cloud\.stream\.(kafka|binders))\./);
  if (has(new RegExp(`^spring\\.cloud\\.stream\\.kafka\\.streams\\.(bindings|binder\\.functions)\\.${streamsOf}`))) return true;
  return has(/^spring\.cloud\.stream\.kafka\.streams\./) && !has(/^spring\.cloud\.stream\.kafka\.(?!streams\.|binder\.brokers)/);
}
