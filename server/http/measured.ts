/**
 * What a monitor reads of this server, in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/):
 * how long requests take, what waits, who is connected, how much happens. No ids, no addresses of stories, no names.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Refusal } from '../contract/problem.ts';
import type { Metrics, Sources } from './metrics.ts';

/** Seconds. A page feels at once below a tenth; exports take longer. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** @param metricsToken what a monitor has to send */
export function measured({ db, log, streams }: Sources, metricsToken: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const took = new Histogram({
    name: 'claimdesk_http_request_duration_seconds',
    help: 'Time until a request was answered, by pattern of its route. Streams that stay open are not in it.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const underway = new Gauge({
    name: 'claimdesk_http_requests_in_progress',
    help: 'Requests that are being answered, open streams among them.',
    registers,
  });
  new Gauge({
    name: 'claimdesk_live_streams',
    help: 'Readers who are told what happens in a story.',
    registers,
    collect() {
      this.set(streams());
    },
  });
  const pools = { ordinary: db.pool, creates: db.pipelined };
  new Gauge({
    name: 'claimdesk_database_connections',
    help: 'Connections to PostgreSQL, by pool.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { totalCount, idleCount }] of Object.entries(pools)) {
        this.set({ pool, state: 'busy' }, totalCount - idleCount);
        this.set({ pool, state: 'idle' }, idleCount);
      }
    },
  });
  new Gauge({
    name: 'claimdesk_database_waiting',
    help: 'Requests that wait for a connection, by pool.',
    labelNames: ['pool'],
    registers,
    collect() {
      for (const [pool, { waitingCount }] of Object.entries(pools)) this.set({ pool }, waitingCount);
    },
  });
  const happened = new Counter({
    name: 'claimdesk_events_total',
    help: 'Events written to this database by all servers, as PostgreSQL counts them.',
    registers,
  });
  const queued = new Gauge({
    name: 'claimdesk_queue',
    help: 'What waits to be done later: messages to webhooks, e-mails, imports that are not finished.',
    labelNames: ['queue'],
    registers,
  });

  /** What is not there is left out: a monitor sees a gap, and no zero. */
  const ask = async (): Promise<void> => {
    try {
      const { rows } = await db.pool.query<{
        events: string;
        deliveries: string;
        mails: string;
        imports: string;
      }>(COUNTS);
      const [row] = rows;
      if (row === undefined) return;
      // In one piece: two monitors may ask at the same moment.
      happened.reset();
      queued.reset();
      happened.inc(Number(row.events));
      queued.set({ queue: 'webhooks' }, Number(row.deliveries));
      queued.set({ queue: 'mails' }, Number(row.mails));
      queued.set({ queue: 'imports' }, Number(row.imports));
    } catch (error) {
      log.warn({ err: error }, 'metrics without the database');
      registry.removeSingleMetric('claimdesk_events_total');
      registry.removeSingleMetric('claimdesk_queue');
      return;
    }
    registry.registerMetric(happened);
    registry.registerMetric(queued);
  };

  return {
    watch: (req, res, next) => {
      const began = performance.now();
      underway.inc();
      res.once('close', () => {
        underway.dec();
        if (res.getHeader('Content-Type')?.toString().startsWith('text/event-stream')) return;
        const labels = { method: req.method, route: routeOf(req), status: String(res.statusCode) };
        took.observe(labels, (performance.now() - began) / 1000);
      });
      next();
    },
    answer: async (req, res) => {
      if (!isSame(req.get('Authorization') ?? '', `Bearer ${metricsToken}`))
        throw new Refusal('NOT_SIGNED_IN');
      await ask();
      res
        .set('Cache-Control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics());
    },
  };
}

/** PostgreSQL counts rows that were put into tables as it goes: nothing is read through for it. */
const COUNTS = `
  SELECT (SELECT coalesce(sum(n_tup_ins), 0) FROM pg_stat_user_tables WHERE relname = 'events') AS events,
    (SELECT count(*) FROM webhook_deliveries WHERE state IN ('pending', 'failed')) AS deliveries,
    (SELECT count(*) FROM mails WHERE state IN ('pending', 'failed')) AS mails,
    (SELECT count(*) FROM imports WHERE finished_at IS NULL) AS imports`;

/**
 * `/api/articles/:articleId/claims`: the pattern, of which there are few. What no route took has one name.
 *
 * Express forgets where a router is mounted once a route has refused; there is one place.
 */
function routeOf(req: Request): string {
  const route: unknown = req.route;
  const path = typeof route === 'object' && route !== null ? Reflect.get(route, 'path') : undefined;
  if (typeof path !== 'string') return 'none';
  return req.originalUrl.startsWith('/api/') ? `/api${path}` : path;
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
