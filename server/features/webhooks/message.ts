/** What an address is told, made into words when it is first sent, through the eyes of the owner of the address. */
import type { DeliveryError, MessageStory, MessageType, WebhookMessage } from '../../contract/webhooks.ts';
import type { Tx } from '../../database/client.ts';
import { binnedFor, visibleTo } from '../articles/access.ts';
import { selectClaims } from '../claims/claim-json.ts';

/** What is to be told, and to whom. */
export interface ToTell {
  readonly type: MessageType;
  readonly webhookId: string;
  readonly ownerId: string;
  /** Null for a test. */
  readonly articleId: string | null;
  readonly seq: number | null;
  readonly claimId: string | null;
  readonly createdAt: Date;
}

interface Told extends Omit<MessageStory, 'url'> {
  readonly at: Date;
  readonly hash: string;
  /** What the event said is gone. */
  readonly erased: boolean;
}

/** `binned`: the story lies in the bin, and the message waits until it is back. */
export type Withheld = DeliveryError | 'binned';
type Message = { readonly message: WebhookMessage } | { readonly withheld: Withheld };

/** Make the message as things are now; withheld where the owner may not know of the story, it lies in the bin, or what happened was erased. */
export async function makeMessage(db: Tx, publicUrl: string, to: ToTell): Promise<Message> {
  const { type, webhookId, ownerId, articleId, seq, claimId } = to;
  if (articleId === null || seq === null)
    return {
      message: { type: 'webhook.test', timestamp: to.createdAt.toISOString(), data: { webhook: webhookId } },
    };
  const owner = { id: ownerId, role: 'admin' } as const;
  const [told] = await db.$queryRaw<Told[]>`
    SELECT a.id, a.title, a.status, a.current_revision AS revision, a.version, e.at, encode(e.link, 'hex') AS hash,
      NOT EXISTS (SELECT 1 FROM event_payloads p WHERE p.stream_id = e.stream_id AND p.seq = e.seq) AS erased
    FROM articles a JOIN events e ON e.stream_id = a.id AND e.seq = ${seq}
    WHERE a.id = ${articleId}::uuid AND ${visibleTo(owner)}`;
  if (told === undefined) return { withheld: (await whyWithheld(db, to)) ?? 'binned' };
  if (told.erased) return { withheld: 'erased' };
  const { at, hash, erased: _erased, ...about } = told;
  const story = { ...about, url: `${publicUrl}/stories/${articleId}` };
  const timestamp = at.toISOString();
  const data = { story, seq, hash };
  switch (type) {
    case 'story.created':
    case 'story.signed_off':
      return { message: { type, timestamp, data } };
    case 'webhook.test':
      throw new Error(`a test of ${webhookId} tells of a story`);
    default: {
      const claim = claimId === null ? undefined : (await selectClaims(db, owner, [claimId])).get(claimId);
      if (claim === undefined) throw new Error(`${type} of ${articleId} tells of no claim`);
      return { message: { type, timestamp, data: { ...data, claim } } };
    }
  }
}

/** Why what was made into words before may not be sent now; null where it may. */
export async function whyWithheld(
  db: Tx,
  { articleId, ownerId }: Pick<ToTell, 'articleId' | 'ownerId'>,
): Promise<'not_for_owner' | 'binned' | null> {
  if (articleId === null) return null;
  const owner = { id: ownerId };
  const [found] = await db.$queryRaw<{ binned: boolean }[]>`
    SELECT ${binnedFor(owner)} AS binned FROM articles a
    WHERE a.id = ${articleId}::uuid AND (${visibleTo(owner)} OR ${binnedFor(owner)})`;
  if (found === undefined) return 'not_for_owner';
  return found.binned ? 'binned' : null;
}
