import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { emitHostile } from '../support/hostile-texts';
import { describePython, python } from '../support/toolchains';

describePython('hostile texts in Python', () => {
  test('Python is the same but for its documentation', async () => {
    const files = emitHostile().filter((file) => file.path.endsWith('.py'));
    expect(files.length).toBeGreaterThan(10);
    const tool = (await python()).bin('python');
    const input = JSON.stringify(files.map((file) => [file.path, file.plain, file.hostile]));
    const { stdout, stderr } = spawnSync(tool, [path.join(__dirname, 'compare_code.py')], { input, encoding: 'utf8' });
    expect(stdout + stderr).toBe('');
  });
});
