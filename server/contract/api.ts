/** Every endpoint, for the OpenAPI document and for tests that must miss none. */
import * as articles from './articles.ts';
import * as audit from './audit.ts';
import * as claims from './claims.ts';
import * as comments from './comments.ts';
import * as corrections from './corrections.ts';
import type { Endpoint } from './endpoint.ts';
import * as evidence from './evidence.ts';
import * as exports from './exports.ts';
import * as figures from './figures.ts';
import * as files from './files.ts';
import * as health from './health.ts';
import * as history from './history.ts';
import * as people from './people.ts';
import * as radar from './radar.ts';
import * as reviewing from './reviewing.ts';
import * as revisions from './revisions.ts';
import * as signOff from './sign-off.ts';
import * as sources from './sources.ts';
import * as suggestions from './suggestions.ts';
import * as tokens from './tokens.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'answer' in value;

/** Endpoints by the name they are exported under. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(
  [
    people,
    tokens,
    articles,
    claims,
    suggestions,
    revisions,
    corrections,
    signOff,
    reviewing,
    audit,
    figures,
    evidence,
    files,
    comments,
    sources,
    history,
    exports,
    radar,
    health,
  ].flatMap((file) =>
    Object.entries<unknown>(file).flatMap(([name, value]): [string, Endpoint][] =>
      isEndpoint(value) ? [[name, value]] : [],
    ),
  ),
);
