// Runs buf. Each line of input is its words, parted by tabs; the answer is one line: its exit code, and what it said.
import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

createInterface({ input: process.stdin }).on('line', (line) => {
  const buf = spawnSync('node_modules/.bin/buf', line.split('\t'), { encoding: 'utf8' });
  console.log(`${buf.status} ${(buf.stdout + buf.stderr).replaceAll('\n', ' | ')}`);
});
