/** What a command tells: results on standard output, what is under way on standard error where somebody looks at it. */
import type { Writable } from 'node:stream';

export interface Terminal {
  /** One line of a result. Its parts are parted by tabs, and hold none. */
  say(...parts: readonly string[]): void;
  /** One line about what went wrong or should be known. */
  warn(line: string): void;
  /** What is under way, in the place of what was said before; nothing at all where nobody looks. */
  progress(line: string): void;
  /** Where a file goes that is not kept. */
  readonly out: Writable;
  /** Aborted with a `Stopped` by Ctrl-C, or where nobody reads any longer. */
  readonly stop: AbortSignal;
}

interface Streams {
  readonly out: Writable;
  readonly err: Writable & { readonly isTTY?: boolean };
  readonly stop: AbortSignal;
}

/** Names of files and titles are anyone's words: none of them may steer the terminal or break the line. */
export const plain = (words: string): string => words.replace(/\p{Cc}+/gu, ' ');

/** Back to the beginning of the line, and nothing on it. */
const CLEAR = '\r\u001b[K';

export function terminal({ out, err, stop }: Streams): Terminal {
  let shown = false;
  const clear = () => {
    if (shown) err.write(CLEAR);
    shown = false;
  };
  return {
    say: (...parts) => {
      clear();
      out.write(`${parts.map(plain).join('\t')}\n`);
    },
    warn: (line) => {
      clear();
      err.write(`claimdesk: ${plain(line)}\n`);
    },
    progress: (line) => {
      if (err.isTTY !== true) return;
      clear();
      err.write(plain(line).slice(0, 78));
      shown = line !== '';
    },
    out,
    stop,
  };
}
