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
export const FormName = z.union([
  z.enum(['details', 'verdict', 'review', 'citation', 'comment']),
  z.templateLiteral([z.string(), ':', z.string()]),
]);
export type FormName = z.infer<typeof FormName>;

const touchedNow = (before: Draft, fields: Fields, was: Fields): Fields =>
  Object.fromEntries(Object.entries(was).filter(([name]) => name in fields && !(name in before.fields)));

function isSame(one: Fields, other: Fields): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

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
   * The first version seen stays the base, with `was`, its fields. A field that is touched later is remembered as it was
   * then: what somebody else made of it meanwhile was on the screen.
   */
  set(claimId: string, form: FormName, fields: Fields, version: number, was: Fields = {}): boolean {
    const before = this.get(claimId, form);
    const draft: Draft =
      before === null
        ? { fields: { ...fields }, base: version, was: { ...was } }
        : {
            fields: { ...fields },
            base: before.base,
            was: { ...before.was, ...touchedNow(before, fields, was) },
          };
    const key = this.keyOf(claimId, form);
    this.known.set(key, draft);
    const isKept = keep(this.storage, key, draft);
    if (isKept) this.unkept.delete(key);
    else this.unkept.add(key);
    return isKept;
  }

  /** True while something typed is here that the browser did not keep: leaving the page loses it. */
  get wouldBeLost(): boolean {
    return this.unkept.size > 0;
  }
  private readonly unkept = new Set<string>();

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

  /**
   * `fields` were saved as they were typed: the draft is done with, unless more was typed meanwhile. That stays, and is
   * another thing to send. True where nothing is left here. What another window has typed in the same form stays stored.
   */
  saved(claimId: string, form: FormName, fields: Fields): boolean {
    const key = this.keyOf(claimId, form);
    const draft = this.get(claimId, form);
    const isDone = draft === null || isSame(draft.fields, fields);
    if (isDone) {
      this.known.set(key, null);
      this.unkept.delete(key);
      const stored = recall(this.storage, key, Draft);
      if (stored !== null && isSame(stored.fields, fields)) forget(this.storage, key);
    }
    this.forgetSent(claimId, form);
    return isDone;
  }

  clear(claimId: string, form: FormName): void {
    this.unkept.delete(this.keyOf(claimId, form));
    this.known.set(this.keyOf(claimId, form), null);
    forget(this.storage, this.keyOf(claimId, form));
    this.forgetSent(claimId, form);
  }

  private forgetSent(claimId: string, form: FormName): void {
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
