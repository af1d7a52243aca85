import path from 'node:path';

/** Hears which files changed, relative to the folder that is watched, with `/`. */
export type ChangeListener = (files: readonly string[]) => void;

/** Editors write a file in several steps, and saving all is many files. */
const settleMilliseconds = 25;

const ignored =
  /(^|\/)(node_modules|dist|lib|cdk\.out|\.git|\.type-safe-api|__pycache__|\.\w+_cache|target)(\/|$)|~$|\.sw[a-z]$/;

/** Watches files and folders below a directory; they need not be there yet. Gives what ends it. */
export async function watch(
  directory: string,
  places: readonly string[],
  listener: ChangeListener,
): Promise<() => Promise<void>> {
  const { watch: start } = await import('chokidar');
  const relative = (file: string) => path.relative(directory, file).split(path.sep).join('/');
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    const files = [...pending].sort();
    pending.clear();
    listener(files);
  };
  const watcher = start(
    places.map((place) => path.join(directory, place)),
    { ignoreInitial: true, ignored: (file) => ignored.test(relative(file)) },
  );
  watcher.on('all', (event, file) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    pending.add(relative(file));
    clearTimeout(timer);
    timer = setTimeout(flush, settleMilliseconds);
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
