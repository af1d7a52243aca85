import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describePython, python } from '../support/toolchains';

const assets = path.join(__dirname, '../../assets/build');

/** Says what would be asked of pip, which judges the markers of requirements by the Python that it runs on. */
const program = `import sys; sys.path.insert(0, ${JSON.stringify(assets)})
import lambda_packages
lambda_packages.install = lambda target, version, machine, constraints, requirements: print(*requirements, sep="\\n") or 0
sys.exit(lambda_packages.main())`;

describePython('packages for AWS Lambda', () => {
  test('are those that are required there, whatever this machine is', async () => {
    const requirements = [
      'a>=1; python_version >= "3.99"',
      'b; python_version < "3.99"',
      'c[x]==2; platform_machine == "quantum" and sys_platform == "linux"',
      'd; platform_machine != "quantum"',
      'e',
    ];
    const args = ['-B', '-c', program, path.join(__dirname, 'nothing-here'), '3.99', 'quantum', 'constraints.txt'];
    const printed = execFileSync((await python()).bin('python'), [...args, ...requirements], { encoding: 'utf8' });
    expect(printed.trimEnd().split(/\r?\n/)).toEqual(['a>=1', 'c[x]==2', 'e']);
  });
});
