// Makes the constructs of lib/index.js load when they are first used: the project type must not wait for the CDK at the start of every build.
// jsii compiles `export * as constructs` to a statement that loads them at once, and has no option to say otherwise.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../lib/index.js', import.meta.url);
const eager = 'exports.constructs = __importStar(require("./constructs"));';
const lazy =
  'let constructs; Object.defineProperty(exports, "constructs", { enumerable: true, get: () => (constructs ??= __importStar(require("./constructs"))) });';

const text = readFileSync(file, 'utf8');
if (!text.includes(lazy)) {
  if (!text.includes(eager)) throw new Error(`lib/index.js does not load the constructs as '${eager}' any more`);
  writeFileSync(file, text.replace(eager, lazy));
}
