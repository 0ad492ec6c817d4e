import type { ErrorCode } from 'yaml';

/** What is wrong in a text that the YAML parser rejects, as a sentence for people. */
export function sentenceOf(code: ErrorCode, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'This line is indented with a tab; YAML indents with spaces only.';
    case 'BAD_INDENT':
      return 'The indentation here fits no mapping or list above it, or a bracket is not closed before it.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A second key on one line: a value that contains a colon and a space needs quotes.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This line has no colon after its key, so the next line is read as a part of it.';
    case 'BLOCK_IN_FLOW':
      return 'A block list or mapping cannot stand inside brackets or braces.';
    case 'BAD_SCALAR_START':
      return 'A value cannot start with this character unless it is quoted.';
    case 'BAD_DQ_ESCAPE':
      return 'Double quotes do not know this escape; double the backslash or use single quotes.';
    case 'KEY_OVER_1024_CHARS':
      return 'A key on one line may be at most 1024 characters long.';
    case 'MISSING_CHAR':
      if (message.includes('quote')) return 'This quote is not closed.';
      if (message.includes('map values')) return 'This line has no colon after its key.';
      return 'A separator is missing here: a colon, a comma or a closing bracket.';
    case 'UNEXPECTED_TOKEN':
      return 'This does not belong here: the value before it has already ended.';
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
      return 'This reference to an anchor is malformed.';
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return 'A value takes one anchor and one tag, and both stand directly before it.';
    case 'BAD_DIRECTIVE':
      return 'This directive (a line that starts with a percent sign) is malformed.';
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return 'This tag is unknown or does not fit its value.';
    default:
      return 'This is not valid YAML.';
  }
}
