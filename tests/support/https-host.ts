/** Hosts of a test's own web: https servers on this machine, and names that lead to them. */
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { OutboundRules } from '../../server/http/outbound/send.ts';
import { type Certificate, certificateFor } from './certificate.ts';

export interface Host {
  /** `https://NAME:PORT`, without a slash at its end. */
  readonly origin: string;
  readonly port: number;
  /** Connections that reached it, whatever came of them. */
  readonly connections: () => number;
}

/** The address that stands for a public one, and one for those that are not. */
export const PUBLIC = '127.0.0.1';
export const PRIVATE = '127.0.0.2';

export interface Web {
  /** Start a host; by default under the address that may be reached. */
  host(name: string, answer: RequestListener, address?: string): Promise<Host>;
  /** Rules under which its hosts can be reached: their names, their certificate, and `PUBLIC` alone as an address. */
  readonly rules: OutboundRules & { readonly ca: string };
}

/** A web of hosts under `*.web.test`, taken away after the file's tests. */
export function useWeb(): Web {
  const certificate: Certificate = certificateFor('*.web.test', PUBLIC, PRIVATE);
  const addresses = new Map<string, string>();
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });
  return {
    host: async (name, answer, address = PUBLIC) => {
      const server = createServer(certificate, answer);
      let connections = 0;
      server.on('connection', () => {
        connections += 1;
      });
      servers.push(server.listen(0, address));
      await once(server, 'listening');
      addresses.set(name, address);
      const { port } = server.address() as AddressInfo;
      return { origin: `https://${name}:${port}`, port, connections: () => connections };
    },
    rules: {
      mayReach: (address) => address === PUBLIC,
      ports: 'any',
      resolve: async (name) => [addresses.get(name) ?? []].flat(),
      ca: certificate.cert,
    },
  };
}
