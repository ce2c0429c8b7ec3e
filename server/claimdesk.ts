/**
 * The command line: `claimdesk import`, `export`, `verify`, over the API of a Claimdesk that runs somewhere. It knows the
 * contract and nothing else of the server. `claimdesk --help` says how it is used.
 */
import { run } from './command/run.ts';
import { terminal } from './command/terminal.ts';

const stop = new AbortController();
// Once: a second Ctrl-C ends it as it ends anything.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => stop.abort('signal'));
// Whoever reads may have seen enough: `claimdesk export | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  stop.abort('unread');
});

const { stdout: out, stderr: err } = process;
process.exitCode = await run(process.argv.slice(2), process.env, terminal({ out, err, stop: stop.signal }));
