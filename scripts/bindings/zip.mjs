import { crc32, deflateRawSync } from 'node:zlib';

const version = 20;
const utf8Names = 0x0800;
const deflated = 8;
// 1980-01-01, the first day that the format knows: the same files always make the same archive.
const date = 0x0021;
const regularFile = (0o100644 << 16) >>> 0;
const madeOnUnix = 0x0300 | version;

/**
 * A zip archive, which wheels and jars are.
 *
 * @param entries the paths in the archive, with `/`, and their contents as buffers
 */
export function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const header = headerOf(name, content, deflateRawSync(content, { level: 9 }));
    parts.push(localHeader(header), header.name, header.data);
    directory.push(directoryEntry(header, offset), header.name);
    offset += localHeaderSize + header.name.length + header.data.length;
  }
  const index = Buffer.concat(directory);
  return Buffer.concat([...parts, index, endOfDirectory(directory.length / 2, index.length, offset)]);
}

const localHeaderSize = 30;

function headerOf(name, content, data) {
  return { name: Buffer.from(name, 'utf8'), data, checksum: crc32(content), size: content.length };
}

/** What the header of a file and its entry in the directory have in common. */
function writeCommon(buffer, at, { name, data, checksum, size }) {
  buffer.writeUInt16LE(version, at);
  buffer.writeUInt16LE(utf8Names, at + 2);
  buffer.writeUInt16LE(deflated, at + 4);
  buffer.writeUInt16LE(0, at + 6);
  buffer.writeUInt16LE(date, at + 8);
  buffer.writeUInt32LE(checksum, at + 10);
  buffer.writeUInt32LE(data.length, at + 14);
  buffer.writeUInt32LE(size, at + 18);
  buffer.writeUInt16LE(name.length, at + 22);
}

function localHeader(header) {
  const buffer = Buffer.alloc(localHeaderSize);
  buffer.writeUInt32LE(0x04034b50, 0);
  writeCommon(buffer, 4, header);
  return buffer;
}

function directoryEntry(header, offset) {
  const buffer = Buffer.alloc(46);
  buffer.writeUInt32LE(0x02014b50, 0);
  buffer.writeUInt16LE(madeOnUnix, 4);
  writeCommon(buffer, 6, header);
  buffer.writeUInt32LE(regularFile, 38);
  buffer.writeUInt32LE(offset, 42);
  return buffer;
}

function endOfDirectory(count, size, offset) {
  const buffer = Buffer.alloc(22);
  buffer.writeUInt32LE(0x06054b50, 0);
  buffer.writeUInt16LE(count, 8);
  buffer.writeUInt16LE(count, 10);
  buffer.writeUInt32LE(size, 12);
  buffer.writeUInt32LE(offset, 16);
  return buffer;
}
