/** Prints a heading of a section. */
export function heading(text) {
  console.log(`\n${text}`);
}

/** Prints one figure with a note, with what we want to reach, and, in brackets, what the main peer was measured at on such a machine. */
export function figure(what, value, { goal, peer, note } = {}) {
  const notes = [note, goal && `goal ${goal}`, peer && `[${peer}]`].filter(Boolean).join('  ');
  console.log(`  ${what.padEnd(58)} ${value.padStart(16)}   ${notes}`);
}

export const inSeconds = (seconds) => `${seconds.toFixed(2)} s`;
export const inMegabytes = (megabytes) => `${megabytes.toFixed(0)} MB`;
export const asRatio = (ratio) => `${ratio.toFixed(2)} x`;
export const inKilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
export const inMilliseconds = (milliseconds) => `${milliseconds.toFixed(1)} ms`;
