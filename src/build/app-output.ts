/**
 * What an app printed, for its author: without the frames of Node, jsii, packages and generated code, and with paths from the folder of
 * the API on. Apps in Python and Java print an error of a construct several times over, of which the last, or the first, is enough.
 */
export function withoutOurs(printed: string, directory: string): string {
  const lines = withoutSecondTelling(withoutPythonFrames(withoutCause(printed.split(/\r?\n/))));
  return lines
    .filter((line) => !noise.some((pattern) => pattern.test(line)))
    .join('\n')
    .replaceAll(`${directory}/`, '')
    .replaceAll(`${directory}\\`, '')
    .trimEnd();
}

const noise = [
  // Frames of Node and of packages, and lines of compiled code.
  /^\s+at .*(node:|node_modules|\(<anonymous>\))/,
  /^Node\.js v/,
  /^\s*\^\s*$/,
  /^.{500,}$/,
  // Frames of Java.
  /^\s+at (software\.amazon\.jsii|io\.github\.typesafeapiproject|java\.base\/)/,
];

const cause = 'The above exception was the direct cause of the following exception:';

/** What went wrong in JavaScript is what goes wrong in Python. */
function withoutCause(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.startsWith('jsii.errors.JavaScriptError:'));
  const end = lines.indexOf(cause, start);
  if (start < 0 || end < 0) return [...lines];
  const after = lines.slice(end + 1);
  return [...lines.slice(0, start), ...after.slice(after.findIndex((line) => line !== ''))];
}

/** A frame of Python is the line with its place and the lines of code below, which are further in. */
function withoutPythonFrames(lines: readonly string[]): string[] {
  let isOurs = false;
  return lines.filter((line) => {
    const file = /^ {2}File "([^"]+)", line/.exec(line)?.[1];
    if (file !== undefined) isOurs = /[\\/](site-packages|generated[\\/]infrastructure)[\\/]/.test(file);
    else if (!line.startsWith('    ')) isOurs = false;
    return !isOurs;
  });
}

/** Java prints the message of an error of JavaScript, and then the error, which starts with its message. */
function withoutSecondTelling(lines: readonly string[]): string[] {
  const message = lines.map((line) => /software\.amazon\.jsii\.\w+: (.+)$/.exec(line)?.[1]).find(Boolean);
  return message === undefined ? [...lines] : lines.filter((line) => !/^\w+: /.test(line) || !line.endsWith(message));
}
