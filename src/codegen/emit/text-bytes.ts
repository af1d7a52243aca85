/**
 * Turns texts into bytes, one after the other, in the same place: a buffer for each would have the engine collect garbage, since they are outside
 * of its heap.
 */
export class TextBytes {
  private place = Buffer.allocUnsafe(1 << 16);

  /** The bytes of a text in UTF-8, which are there until those of the next one are asked for. */
  of(text: string): Buffer {
    // A character of UTF-16 takes three bytes at most.
    const most = 3 * text.length;
    if (most > this.place.length) this.place = Buffer.allocUnsafe(Math.max(most, 2 * this.place.length));
    return this.place.subarray(0, this.place.write(text));
  }
}

/**
 * Keeps texts as bytes until they are written, many in one buffer: outside of the heap of the engine, which copies what is in it, and twice at
 * least, while it makes room for more.
 */
export class KeptBytes {
  private place = Buffer.alloc(0);
  private end = 0;

  /** The bytes of a text in UTF-8, to keep. */
  of(text: string): Buffer {
    const most = 3 * text.length;
    if (this.place.length - this.end < most) {
      this.place = Buffer.allocUnsafeSlow(Math.max(most, keptTogether));
      this.end = 0;
    }
    const start = this.end;
    this.end += this.place.write(text, start);
    return this.place.subarray(start, this.end);
  }
}

const keptTogether = 1 << 25;
