/** Measures the phases of a run. */
export class Stopwatch {
  private readonly found = new Map<string, number>();

  /** Milliseconds by phase, in the order in which they ran. */
  get timings(): ReadonlyMap<string, number> {
    return this.found;
  }

  time<T>(phase: string, work: () => T): T {
    const start = performance.now();
    const result = work();
    this.found.set(phase, performance.now() - start);
    return result;
  }
}
