/** What a person does with a story: a mix of writes, as they come on a busy desk. */
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Article } from '../../server/contract/articles.ts';
import { Claim } from '../../server/contract/claims.ts';
import type { Chance } from './chance.ts';
import type { Client, Meant } from './client.ts';
import type { Person } from './desk.ts';

export interface Desk {
  readonly article: Article;
  readonly people: readonly Person[];
  readonly chance: Chance;
}

type Deed = 'mark' | 'edit' | 'assign' | 'verdict' | 'comment' | 'cite' | 'withdraw' | 'restore' | 'review';

/** How often each is done, in parts. */
const MIX: readonly (readonly [deed: Deed, parts: number])[] = [
  ['mark', 24],
  ['edit', 18],
  ['assign', 8],
  ['verdict', 16],
  ['comment', 12],
  ['cite', 8],
  ['withdraw', 5],
  ['restore', 4],
  ['review', 15],
];
const ALL = MIX.reduce((sum, [, parts]) => sum + parts, 0);

/** How often a person looks again where somebody else was faster, before they turn to something else. */
const LOOKS = 4;
/** After how many writes a person reads the whole list of claims. */
const READ_EVERY = 10;

const Claims = z.object({ items: z.array(Claim) });
const Stale = z.object({ code: z.literal('STALE_VERSION'), current: Claim });

/** Write so many times, and forever further until `isOver` where it is given. */
export async function work(
  client: Client,
  desk: Desk,
  writes: number,
  isOver: () => boolean = () => false,
): Promise<void> {
  const known = new Map<string, Claim>();
  const path = `/api/articles/${desk.article.id}/claims`;
  for (let done = 0; done < writes && !isOver(); done += 1) {
    if (done % READ_EVERY === 0) {
      const { items } = Claims.parse((await client.read(path)).body);
      for (const claim of items) known.set(claim.id, claim);
    }
    await act(client, desk, known);
  }
}

/** Do one thing. Where somebody else was faster, look at what is there now and do it again, as a write of its own. */
async function act(client: Client, desk: Desk, known: Map<string, Claim>): Promise<void> {
  const deed = deedOf(desk.chance, client.person);
  let claim = deed === 'mark' ? null : chosen(desk.chance, deed, client.person, [...known.values()]);
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const meant = claim === null ? mark(desk) : meantBy(deed, claim, client.person, desk);
    if (meant === null) return;
    const answer = await client.write(meant);
    if (answer === null) return;
    if (answer.status < 300) {
      const told = Claim.safeParse(answer.body).data ?? claim;
      if (told !== null) known.set(told.id, told);
      return;
    }
    const stale = Stale.safeParse(answer.body).data;
    if (stale !== undefined) claim = stale.current;
    else if (claim !== null) claim = Claim.parse((await client.read(`/api/claims/${claim.id}`)).body);
    else return;
    known.set(claim.id, claim);
  }
}

function deedOf(chance: Chance, { role }: Person): Deed {
  let left = chance.below(ALL);
  for (const [deed, parts] of MIX) {
    left -= parts;
    if (left < 0) return deed === 'review' && role === 'editor' ? 'mark' : deed;
  }
  return 'mark';
}

/** A claim with which the deed may be done, as far as this person knows; null where there is none: then one is marked. */
function chosen(chance: Chance, deed: Deed, { id }: Person, claims: readonly Claim[]): Claim | null {
  const fits = claims.filter(({ status, verdict }) => {
    if (deed === 'restore') return status === 'withdrawn';
    if (status === 'withdrawn') return false;
    if (deed === 'review') return verdict !== null && verdict.expired === null && verdict.by !== id;
    return true;
  });
  return fits.length === 0 ? null : chance.pick(fits);
}

/** Words that nothing else says. */
export const newToken = () => `token-${uuidv7()}`;

/** Some words of a sentence of the story. */
export function mark({ article, chance }: Omit<Desk, 'people'>): Meant {
  const { text, sentences, number } = article.revision;
  const { start, end } = chance.pick(sentences);
  const words = [...text.slice(start, end).matchAll(/\p{L}[\p{L}\p{N}’'-]*|\p{N}[\p{N},.]*\p{N}|\p{N}/gu)];
  const first = chance.below(words.length);
  const last = Math.min(words.length - 1, first + chance.below(4));
  const from = start + (words[first]?.index ?? 0);
  const to = start + (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
  const [id, token] = [uuidv7(), newToken()];
  return {
    ...{
      method: 'POST',
      path: `/api/articles/${article.id}/claims`,
      type: 'claim.marked',
      claimId: id,
      token,
    },
    body: {
      ...{ id, revision: number, kind: 'fact', summary: token, details: { about: 'quantity', value: null } },
      span: { start: from, end: to, quote: text.slice(from, to) },
    },
  };
}

/** Null where the claim is no longer one with which that can be done. */
function meantBy(deed: Deed, claim: Claim, { id: me }: Person, { people, chance }: Desk): Meant | null {
  const { id: claimId, version, status, verdict } = claim;
  const path = `/api/claims/${claimId}`;
  const token = newToken();
  if ((status === 'withdrawn') !== (deed === 'restore')) return null;
  switch (deed) {
    case 'edit':
      return {
        ...{ method: 'PATCH', path, type: 'claim.edited', claimId, token },
        body: chance.happens(0.7)
          ? { version, summary: token }
          : { version, details: { about: 'quantity', value: token } },
      };
    case 'assign': {
      const { id } = chance.pick(people.filter((person) => person.id !== claim.assigneeId));
      return {
        ...{ method: 'PATCH', path, type: 'claim.edited', claimId, token: null },
        body: { version, assigneeId: id },
      };
    }
    case 'verdict': {
      const given = chance.pick(['accurate', 'accurate', 'inaccurate', 'disputed', 'unverifiable'] as const);
      const correction = given === 'inaccurate' ? { correction: `Corrected ${token}` } : {};
      return {
        ...{ method: 'PUT', path: `${path}/verdict`, type: 'verdict.given', claimId, token },
        body: { version, verdict: given, reason: token, ...correction },
      };
    }
    case 'review': {
      if (verdict === null || verdict.expired !== null || verdict.by === me) return null;
      const passes = chance.happens(0.6);
      return {
        ...{ method: 'PUT', path: `${path}/review`, claimId, token },
        type: passes ? 'review.passed' : 'review.returned',
        body: {
          ...{ version, decision: passes ? 'passed' : 'returned', note: token },
          ...(passes ? {} : { reasonCode: 'figure_differs' }),
        },
      };
    }
    case 'comment':
      return {
        ...{ method: 'POST', path: `${path}/comments`, type: 'comment.added', claimId, token },
        body: { id: uuidv7(), body: token },
      };
    case 'cite':
      return {
        ...{ method: 'POST', path: `${path}/citations`, type: 'citation.added', claimId, token },
        body: {
          ...{ id: uuidv7(), stance: 'supports', quote: token },
          evidence: { id: uuidv7(), kind: 'document', title: 'Register of the harbour office' },
        },
      };
    case 'withdraw':
      return {
        ...{ method: 'DELETE', path: `${path}?version=${version}`, claimId, token: null },
        type: 'claim.withdrawn',
      };
    case 'restore':
      return { method: 'POST', path: `${path}/restore`, type: 'claim.restored', claimId, token: null };
    case 'mark':
      return null;
  }
}
