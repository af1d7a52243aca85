/** A name in one language that is not what is made of the name in the model, since that is taken there. */
export interface Renaming {
  readonly kind: 'operation' | 'schema' | 'parameter' | 'member';
  /** Of what is renamed, into the bundled document. */
  readonly pointer: string;
  /** What it would be called. */
  readonly wanted: string;
  /** What that is: a phrase such as `a reserved word`. */
  readonly holder: string;
  /** What it is called. */
  readonly instead: string;
}
