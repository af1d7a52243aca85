/** A file to write, relative to the folder of the API, with `/`. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  /**
   * `generated` files are overwritten, and removed when nothing generates them any more; `user` files are created once and then never
   * touched.
   */
  readonly owner: 'generated' | 'user';
}

/** The same, ready to be written. */
export interface EncodedFile extends Omit<GeneratedFile, 'text'> {
  readonly bytes: Buffer;
}
