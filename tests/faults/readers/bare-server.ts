/**
 * The limit: what PostgreSQL and a bare `node:http` can do for as many readers. What is told is written as it is. No sessions, no checks,
 * no history.
 */
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { BARE_CHANNEL } from './bare.ts';

const readers = new Set<ServerResponse>();
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
client.on('notification', ({ payload = '' }) => {
  const bytes = Buffer.from(payload);
  for (const reader of readers) reader.write(bytes);
});
await client.connect();
await client.query(`LISTEN ${BARE_CHANNEL}`);

const server = createServer((_req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/event-stream' });
  res.write(': bare\n\n');
  readers.add(res);
  res.once('close', () => readers.delete(res));
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`ready: http://127.0.0.1:${port}\n`);
});
