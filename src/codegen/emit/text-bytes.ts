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
