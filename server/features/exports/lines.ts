/** Rows of JSON, one to a line. */

/** The lines of UTF-8 in pieces cut anywhere; JSON has no line ends within. */
export async function* lines(rows: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of rows) {
    const whole = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = whole.pop() ?? '';
    yield* whole;
  }
  if (rest !== '') yield rest;
}
