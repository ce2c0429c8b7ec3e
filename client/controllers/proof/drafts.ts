/** What was typed and not saved yet: kept in the browser until it is saved or thrown away. */
import { z } from 'zod';
import { forget, keep, recall } from '../../storage.ts';

/** A form's fields as typed, by name. What is not text is JSON. */
export type Fields = Readonly<Record<string, string>>;

export const Draft = z.strictObject({
  fields: z.record(z.string(), z.string()),
  /** The version of the thing that the person saw when they began. */
  base: z.int(),
  /** Its fields in that version, where a form can tell whose change is whose. */
  was: z.record(z.string(), z.string()).default({}),
});
export type Draft = z.infer<typeof Draft>;

const Sent = z.strictObject({ id: z.string(), content: z.string() });
type Sent = z.infer<typeof Sent>;

/** The forms of a claim. An answer in a thread and a citation being edited take the id of theirs as well. */
export type FormName = 'details' | 'verdict' | 'review' | 'citation' | 'comment' | `${string}:${string}`;

/** Drafts by claim and form. What the browser's storage holds is read once, and written at every change. */
export class Drafts {
  private readonly known = new Map<string, Draft | null>();
  private readonly sent = new Map<string, Sent>();

  /** `owner` is the id of whoever is signed in: what one person typed is not shown to the next. */
  constructor(
    private readonly storage: Storage,
    private readonly owner: string,
  ) {}

  get(claimId: string, form: FormName): Draft | null {
    const key = this.keyOf(claimId, form);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const draft = recall(this.storage, key, Draft);
    this.known.set(key, draft);
    return draft;
  }

  /**
   * Keep what was typed; false where the browser would lose it on a reload.
   *
   * The first version seen stays the base, with `was`, its fields.
   */
  set(claimId: string, form: FormName, fields: Fields, version: number, was: Fields = {}): boolean {
    const { base, was: first } = this.get(claimId, form) ?? { base: version, was: { ...was } };
    const draft: Draft = { fields: { ...fields }, base, was: first };
    this.known.set(this.keyOf(claimId, form), draft);
    return keep(this.storage, this.keyOf(claimId, form), draft);
  }

  /** The person has seen a newer version, and goes on typing over it. */
  rebase(claimId: string, form: FormName, version: number, was: Fields = {}): void {
    const draft = this.get(claimId, form);
    if (draft === null) return;
    const next = { ...draft, base: version, was: { ...was } };
    this.known.set(this.keyOf(claimId, form), next);
    keep(this.storage, this.keyOf(claimId, form), next);
  }

  /**
   * The id under which `body` is sent from a form: the same for the same body until the form is saved or thrown
   * away, over a reload too. What arrived although its reply was lost is then known again, and not made twice.
   */
  idFor(claimId: string, form: FormName, body: object, makeId: () => string): string {
    const key = this.sentKeyOf(claimId, form);
    const content = JSON.stringify(body);
    const before = this.sent.get(key) ?? recall(this.storage, key, Sent);
    if (before?.content === content) return before.id;
    const sent: Sent = { id: makeId(), content };
    this.sent.set(key, sent);
    keep(this.storage, key, sent);
    return sent.id;
  }

  clear(claimId: string, form: FormName): void {
    this.known.set(this.keyOf(claimId, form), null);
    forget(this.storage, this.keyOf(claimId, form));
    this.sent.delete(this.sentKeyOf(claimId, form));
    forget(this.storage, this.sentKeyOf(claimId, form));
  }

  private keyOf(claimId: string, form: FormName): string {
    return `claimdesk.draft.${this.owner}.${claimId}.${form}`;
  }

  private sentKeyOf(claimId: string, form: FormName): string {
    return `claimdesk.sent.${this.owner}.${claimId}.${form}`;
  }
}
