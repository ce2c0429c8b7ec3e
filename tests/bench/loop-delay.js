/** Loaded into the server that is measured: how long its event loop was held up, told to whoever started it. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between looks. */
const RESOLUTION = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();

// Answers `{ longest }`, milliseconds since it was asked last.
process.on('message', (asked) => {
  if (asked !== 'loop delay') return;
  const longest = delay.max / 1e6;
  delay.reset();
  process.send({ longest });
});
// Whoever listens to what starts it is not to keep it from ending.
process.channel?.unref();
