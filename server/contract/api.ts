/** Every endpoint, for the OpenAPI document and for tests that must miss none. */
import { z } from 'zod';
import * as annotations from './annotations.ts';
import * as arrivals from './arrivals.ts';
import * as articles from './articles.ts';
import * as audit from './audit.ts';
import * as bin from './bin.ts';
import * as claimReview from './claim-review.ts';
import * as claims from './claims.ts';
import * as comments from './comments.ts';
import * as corrections from './corrections.ts';
import type { Endpoint } from './endpoint.ts';
import * as erasure from './erasure.ts';
import * as evidence from './evidence.ts';
import * as exports from './exports.ts';
import * as figures from './figures.ts';
import * as files from './files.ts';
import * as formats from './formats.ts';
import * as health from './health.ts';
import * as history from './history.ts';
import * as imports from './imports.ts';
import * as live from './live.ts';
import * as notifications from './notifications.ts';
import * as people from './people.ts';
import * as radar from './radar.ts';
import * as reviewing from './reviewing.ts';
import * as revisions from './revisions.ts';
import * as signOff from './sign-off.ts';
import * as sources from './sources.ts';
import * as stories from './stories.ts';
import * as storyFiles from './story-files.ts';
import * as suggestions from './suggestions.ts';
import * as tokens from './tokens.ts';
import * as webhooks from './webhooks.ts';

/** What the API is about, in the order in which somebody new reads it. */
const GROUPS: readonly (readonly [group: string, file: Readonly<Record<string, unknown>>])[] = [
  ['People and sessions', people],
  ['Tokens', tokens],
  ['Stories', { ...articles, ...storyFiles, ...arrivals }],
  ['Many stories at once', imports],
  ['Claims', claims],
  ['Suggestions', suggestions],
  ['Newer texts', revisions],
  ['Corrections', corrections],
  ['Sign-off', signOff],
  ['Review', reviewing],
  ['Attributions', audit],
  ['Figures', figures],
  ['Evidence', evidence],
  ['Files', files],
  ['Comments', comments],
  ['The bin', { ...bin, ...erasure }],
  ['Notifications', notifications],
  ['Sources', sources],
  ['History', history],
  ['Live', live],
  ['Exports', { ...exports, ...claimReview }],
  ['Annotations', annotations],
  ['Whole stories', stories],
  ['Formats', formats],
  ['Radar', radar],
  ['Webhooks', webhooks],
  ['Running it', health],
];

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'answer' in value;

/** Endpoints by the name they are exported under, each group's together. */
export const GROUPED: ReadonlyMap<string, ReadonlyMap<string, Endpoint>> = new Map(
  GROUPS.map(([group, file]) => [
    group,
    new Map(
      Object.entries(file).flatMap(([name, value]): [string, Endpoint][] =>
        isEndpoint(value) ? [[name, value]] : [],
      ),
    ),
  ]),
);

/** Endpoints by the name they are exported under. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(
  [...GROUPED.values()].flatMap((group) => [...group]),
);

/** Shapes that have a name in the contract, by it. */
export const SHAPES: ReadonlyMap<string, z.ZodType> = new Map(
  GROUPS.flatMap(([, file]) =>
    Object.entries(file).flatMap(([name, value]): [string, z.ZodType][] =>
      value instanceof z.ZodType ? [[name, value]] : [],
    ),
  ),
);
