/** A request that tells how much of its body is gone: `fetch` does not know. */
import type { Transport } from './http.ts';

/**
 * @param onSent told of the bytes that left, again and again; a second try begins at none
 */
export const uploading =
  (onSent: (bytes: number) => void): Transport =>
  (address, { method = 'POST', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const request = new XMLHttpRequest();
      request.open(method, address);
      new Headers(headers).forEach((value, name) => {
        request.setRequestHeader(name, value);
      });
      request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
      request.addEventListener('load', () =>
        resolve(new Response(request.responseText || null, { status: request.status })),
      );
      // As fetch says it.
      request.addEventListener('error', () => reject(new TypeError('the request failed')));
      signal?.addEventListener('abort', () => {
        request.abort();
        reject(signal.reason);
      });
      onSent(0);
      request.send(body instanceof Blob ? body : null);
    });
