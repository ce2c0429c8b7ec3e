/** Every route with generated requests, many of them: `tests/api/fuzz.test.ts`, some at a time, each on a desk of its own. */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../../support/running.ts';
import type { Fault, Ground } from '../fault.ts';
import { count } from '../words.ts';

const CASES = 10_000;
/** At a time: what was made by those before is looked through after each refusal. */
const AT_ONCE = 1_000;

export const fuzz: Fault = async (ground) => {
  const cases = ground.quick ? 100 : CASES;
  const statuses = new Map<string, number>();
  const broken: string[] = [];
  for (let asked = 0; asked < cases; asked += AT_ONCE) {
    const seed = ground.seed + asked;
    const { code, output } = await askMany(ground, Math.min(AT_ONCE, cases - asked), seed);
    for (const [, status = '', times = ''] of output.matchAll(/'(\dxx|\d{3})': (\d+)/g))
      statuses.set(status, (statuses.get(status) ?? 0) + Number(times));
    if (code !== 0) broken.push(`FUZZ_SEED=${seed}: ${output.slice(-2_000).trim()}`);
    ground.say(`${count(Math.min(asked + AT_ONCE, cases))} asked`);
  }
  const told = [...statuses].sort().map(([status, times]) => `${status} ${count(times)}`);
  if (told.length === 0) broken.push('nothing was answered');
  return {
    test: 'every route with generated bodies, headers, ids and Unicode',
    size: `${count(cases)} requests`,
    broken,
    seen: [`answered with ${told.join(', ')}; no answer of 5xx, and what was refused changed nothing`],
  };
};

function askMany(
  { undo }: Ground,
  cases: number,
  seed: number,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn('npx', ['vitest', 'run', '--project', 'api', 'tests/api/fuzz.test.ts'], {
    cwd: ROOT,
    env: { ...process.env, FUZZ_CASES: String(cases), FUZZ_SEED: String(seed) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  undo.push(async () => void child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      output += piece.toString();
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, output: stripVTControlCharacters(output) }));
  });
}
