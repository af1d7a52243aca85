/**
 * Keeps texts as bytes until they are written, many in one buffer: outside of the heap of the engine, which copies what is in it, and twice at
 * least, while it makes room for more.
 */
export class KeptBytes {
  private place = Buffer.alloc(0);
  private end = 0;

  /** The bytes of a text in UTF-8, to keep. */
  of(text: string): Buffer {
    // A character of UTF-16 takes three bytes at most.
    const most = 3 * text.length;
    if (this.place.length - this.end < most) {
      const together = Math.min(Math.max(2 * this.place.length, least), largest);
      this.place = Buffer.allocUnsafeSlow(Math.max(most, together));
      this.end = 0;
    }
    const start = this.end;
    this.end += this.place.write(text, start);
    return this.place.subarray(start, this.end);
  }
}

/** What is kept in one buffer: more with each, so that little is set aside for a small API. */
const least = 1 << 18;
const largest = 1 << 25;
