// Reads a ZIP file with Node alone: the central directory at its end, then each file behind its local header (APPNOTE 4.3).
import { inflateRawSync } from 'node:zlib';

/** The files of the archive by name, unpacked. */
export function readArchive(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('not a ZIP file');
  const files = new Map();
  let entry = bytes.readUInt32LE(end + 16);
  for (let remaining = bytes.readUInt16LE(end + 10); remaining > 0; remaining--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset => bytes.readUInt16LE(entry + offset));
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength);
    files.set(name, readFile(bytes, entry));
    entry += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function readFile(bytes, entry) {
  const method = bytes.readUInt16LE(entry + 10);
  const local = bytes.readUInt32LE(entry + 42);
  // The lengths of the local header's own name and extra field may differ from those in the directory.
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new Error(`compression method ${method} is not known`);
}
