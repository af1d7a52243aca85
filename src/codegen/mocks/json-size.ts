import type { Json } from '../../shared/json';

/** How long values are as JSON text, about; values that share parts are measured once a part. */
export class JsonSizes {
  private readonly known = new WeakMap<object, number>();

  of(value: Json): number {
    if (typeof value === 'string') return value.length + 2;
    if (typeof value !== 'object' || value === null) return 5;
    const known = this.known.get(value);
    if (known !== undefined) return known;
    let size = 2;
    for (const [name, member] of Object.entries(value)) size += this.of(member) + name.length + 4;
    this.known.set(value, size);
    return size;
  }
}
