/** Whether a path names a place that the operating system empties, or memory; also where a variable says so by its name. */
export function isTemporary(directory: string): boolean {
  return /^([a-z]:)?[\\/]+(tmp|var[\\/]tmp|dev[\\/]shm)([\\/]|$)|%te?mp%|\$\{java\.io\.tmpdir\}/i.test(directory);
}
