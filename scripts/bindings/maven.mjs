import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../run.mjs';
import { javaClasspath, javaDependencies } from '../toolchains/java.mjs';
import { entriesOf, filesOf } from './files.mjs';
import { zip } from './zip.mjs';

/**
 * Compiles generated Java code and makes a Maven repository of it: the jar, its pom, and the list of versions. By `javac` and not by
 * Maven, whose plugins would also document the code and take several times as long.
 *
 * @param code the folder with `pom.xml` and `src`
 * @param target the folder to put the repository into, which is emptied first
 */
export async function buildMavenRepository(code, target) {
  const pom = readFileSync(path.join(code, 'pom.xml'), 'utf8');
  const artifact = coordinates(pom);
  const classes = path.join(code, 'classes');
  await compile(path.join(code, 'src/main/java'), classes);
  const files = [...entriesOf(classes), ...entriesOf(path.join(code, 'src/main/resources'))];
  const jar = zip([['META-INF/MANIFEST.MF', Buffer.from('Manifest-Version: 1.0\r\n\r\n')], ...files]);
  const folder = path.join(target, ...artifact.group.split('.'), artifact.name);
  const version = path.join(folder, artifact.version);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(version, { recursive: true });
  write(path.join(version, `${artifact.name}-${artifact.version}.jar`), jar);
  write(path.join(version, `${artifact.name}-${artifact.version}.pom`), consumerPom(pom));
  write(path.join(folder, 'maven-metadata.xml'), metadata(artifact));
}

async function compile(sources, classes) {
  const classpath = await javaClasspath();
  const list = `${classes}.txt`;
  const options = [
    '-d',
    classes,
    '-cp',
    classpath,
    '--release',
    '17',
    '-encoding',
    'UTF-8',
    '-parameters',
    '-proc:none',
    '-nowarn',
    '-Xmaxerrs',
    '10',
  ];
  const files = filesOf(sources).map((file) => path.join(sources, file));
  writeFileSync(list, [...options, ...files].map((word) => `"${word.replaceAll('\\', '\\\\')}"`).join('\n'));
  rmSync(classes, { recursive: true, force: true });
  const { code, output } = await run('javac', [`@${list}`]);
  if (code !== 0) throw new Error(`the Java bindings do not compile:\n${output}`);
}

function coordinates(pom) {
  const [group, name, version] = ['groupId', 'artifactId', 'version'].map(
    (tag) => new RegExp(`\\n  <${tag}>([^<]+)</${tag}>`).exec(pom)?.[1],
  );
  if (!group || !name || !version)
    throw new Error('jsii-pacmak writes pom.xml in another way now: its coordinates are not found');
  return { group, name, version };
}

/**
 * What users of the artifact need of its pom: not how it was built, nor when. Ranges of versions become one version each, which Maven prefers
 * without asking a registry for all that there are, and which a project can override.
 */
function consumerPom(pom) {
  const versions = new Map(javaDependencies().map(([group, name, version]) => [`${group}:${name}`, version]));
  const dependency =
    /(<groupId>([^<]+)<\/groupId>\s*<artifactId>([^<]+)<\/artifactId>\s*<version>)[[(][^<]+(<\/version>)/g;
  return pom
    .replace(/ *<!--[\s\S]*?-->\n/g, '')
    .replace(/ {2}<build>[\s\S]*<\/build>\n/, '')
    .replace(dependency, (_, before, group, name, after) => {
      const version = versions.get(`${group}:${name}`);
      if (version === undefined)
        throw new Error(`the Java bindings need ${group}:${name}, of which no version is known`);
      return `${before}${version}${after}`;
    });
}

const metadata = ({ group, name, version }) => `<?xml version="1.0" encoding="UTF-8"?>
<metadata>
  <groupId>${group}</groupId>
  <artifactId>${name}</artifactId>
  <versioning>
    <latest>${version}</latest>
    <release>${version}</release>
    <versions>
      <version>${version}</version>
    </versions>
  </versioning>
</metadata>
`;

/** Writes a file of the repository and the checksum that Maven looks for. */
function write(file, content) {
  writeFileSync(file, content);
  writeFileSync(`${file}.sha1`, createHash('sha1').update(content).digest('hex'));
}
