/** How much work something is, whatever else the machine does meanwhile. */

/** Milliseconds of processor time that `work` takes. A clock on the wall would count what other programs take too. */
export function effortOf(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
