/** Unpacking one file of an archive in the browser, as far as it may go. */
import type { Packed } from './zip-entry.ts';

/** Its text; null where it unpacks to more than `most` bytes, is damaged, or is no UTF-8. */
export async function inflated({ data, deflated }: Packed, most: number): Promise<string | null> {
  const stream = deflated ? data.stream().pipeThrough(new DecompressionStream('deflate-raw')) : data.stream();
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: string[] = [];
  let size = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return pieces.join('') + decoder.decode();
      size += value.length;
      if (size > most) return null;
      pieces.push(decoder.decode(value, { stream: true }));
    }
  } catch {
    return null;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
