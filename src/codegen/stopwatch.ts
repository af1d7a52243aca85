/** Measures the phases of a run, and the parts of phases. */
export class Stopwatch {
  private readonly found = new Map<string, number>();
  private depth = 0;

  /** Milliseconds by phase, in the order in which they began; the parts of a phase follow it, indented by two blanks. */
  get timings(): ReadonlyMap<string, number> {
    return this.found;
  }

  time<T>(phase: string, work: () => T): T {
    const key = this.begin(phase);
    const start = performance.now();
    this.depth++;
    const result = work();
    this.depth--;
    this.add(key, performance.now() - start);
    return result;
  }

  /** All items of something that is made while it is gone through; the time of each counts for its part of the phase. */
  collect<T>(items: Iterable<T>, partOf: (item: T) => string): T[] {
    const all: T[] = [];
    let start = performance.now();
    for (const item of items) {
      all.push(item);
      const now = performance.now();
      this.add(this.begin(partOf(item)), now - start);
      start = now;
    }
    return all;
  }

  private begin(phase: string): string {
    const key = '  '.repeat(this.depth) + phase;
    if (!this.found.has(key)) this.found.set(key, 0);
    return key;
  }

  private add(key: string, milliseconds: number): void {
    this.found.set(key, (this.found.get(key) ?? 0) + milliseconds);
  }
}
