/** Tables of what was measured, and the machine that it was measured on. */
import os from 'node:os';

/**
 * Rows of Markdown, aligned so that they read in a terminal too.
 *
 * @param lines the head first
 * @param words how many columns, from the first, hold words; the others hold figures, set to the right
 */
export function table(lines: readonly (readonly string[])[], words: number): string[] {
  const [head = []] = lines;
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map(
    (line) =>
      `| ${line.map((cell, column) => pad(cell, widths[column] ?? 0, column >= words)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width, column) => (column >= words ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [...drawn.slice(0, 1), rule, ...drawn.slice(1)];
}

const pad = (cell: string, width: number, right: boolean) =>
  right ? cell.padStart(width) : cell.padEnd(width);

/** @param postgres its version */
export function machineWords(postgres: string): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  return `${cpu?.model.trim() ?? 'an unknown processor'}, ${os.cpus().length} cores, ${memory} GB, Node ${process.versions.node}, PostgreSQL ${postgres}, ${os.type()} ${os.release()}`;
}
