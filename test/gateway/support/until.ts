/** Waits for something that happens elsewhere. @throws Error when it does not happen within ten seconds */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 2_000) throw new Error('it never happened');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
