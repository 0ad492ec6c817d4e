/** What template engines, shells and build tools replace before anybody reads the JSON; of what looks like a beginning the end must be near. */
const template =
  /\{\{\{[\s\S]{0,2000}?\}\}\}|\{\{[\s\S]{0,2000}?\}\}|\{[%#][\s\S]{0,2000}?[%#]\}|<%[\s\S]{0,2000}?%>|\$\{[^{}"\r\n]{0,2000}\}|\$\([^()"\r\n]{0,2000}\)|\$[A-Za-z_]\w{0,200}|<[A-Za-z][^<>"\r\n]{0,200}>|@[A-Za-z][^@"\s]{0,200}@|%[A-Za-z_]\w{0,200}%/y;

/**
 * The text with its templates made readable, every character in its place: a string where a value is due, blanks where nothing is (such
 * as `{% if … %}`), and letters inside of a string, which their quotes would end. A comment without an end is taken for its line only.
 */
export function maskTemplates(text: string): string {
  let masked = '';
  let copied = 0;
  let inString = false;
  let last = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const comment = char === '/' && !inString ? openCommentAt(text, i) : 0;
    const length = comment + ('{$<@%'.includes(char) ? templateAt(text, i) : 0);
    if (length > 0) {
      const isValue = !inString && comment === 0 && (last === ':' || last === '[');
      masked += text.slice(copied, i) + maskOf(text.slice(i, i + length), inString, isValue);
      copied = i + length;
      i = copied - 1;
      last = isValue ? '"' : last;
    } else if (inString && char === '\\') {
      i++;
    } else if (char === '"') {
      inString = !inString;
      last = char;
    } else if (/[\r\n]/.test(char)) {
      // a string ends with its line, whatever it lacks
      inString = false;
    } else if (/\S/.test(char)) {
      last = char;
    }
  }
  return masked + text.slice(copied);
}

function templateAt(text: string, at: number): number {
  template.lastIndex = at;
  return lengthOf(template.exec(text));
}

/** The rest of the line, of a comment that nothing ends. */
function openCommentAt(text: string, at: number): number {
  return text.startsWith('/*', at) && !text.includes('*/', at) ? lengthOf(/^.*/.exec(text.slice(at))) : 0;
}

function lengthOf(found: RegExpExecArray | null): number {
  return found ? found[0].length : 0;
}

function maskOf(written: string, inString: boolean, isValue: boolean): string {
  if (inString) return 'x'.repeat(written.length);
  return isValue ? `"${'x'.repeat(written.length - 2)}"` : written.replace(/[^\r\n]/g, ' ');
}
