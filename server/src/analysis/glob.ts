import picomatch from 'picomatch/posix.js';

/** Whether a path with forward slashes fits a glob; one without a leading slash or drive may begin in any folder. */
export function matchesGlob(path: string, glob: string): boolean {
  const anywhere = /^([/]|[A-Za-z]:|\*\*\/)/.test(glob) ? glob : `**/${glob}`;
  return picomatch.isMatch(path.replace(/^\//, ''), anywhere.replace(/^\//, ''), { dot: true, nocase: false });
}
