/**
 * What each role may do with a claim of a story that is being checked: the answer to every action in every
 * status, for verdicts of others, of one's own, and for
 * those that expired for another wording alone. `yes`, or the code of the refusal.
 */
export const claimPermissions = `
role     status    own      edit         verify       confirm         take_back_verdict review         comment      withdraw     restore
viewer   unchecked -        NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   unchecked own      NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   checking  -        NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   checking  own      NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   checked   -        NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   checked   own      NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   returned  -        NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   returned  own      NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   passed    -        NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   passed    own      NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   expired   -        NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   expired   own      NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   expired   reworded NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   orphaned  -        NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   orphaned  own      NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   orphaned  reworded NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   withdrawn -        NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   withdrawn own      NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   withdrawn reworded NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR    NEEDS_EDITOR      NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
editor   unchecked -        yes          yes          NO_VERDICT      NO_VERDICT        NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   unchecked own      yes          yes          NO_VERDICT      NO_VERDICT        NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   checking  -        yes          yes          NO_VERDICT      NO_VERDICT        NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   checking  own      yes          yes          NO_VERDICT      NO_VERDICT        NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   checked   -        yes          yes          NOT_EXPIRED     NOT_YOUR_VERDICT  NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   checked   own      yes          yes          NOT_EXPIRED     yes               NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   returned  -        yes          yes          NOT_EXPIRED     NOT_YOUR_VERDICT  NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   returned  own      yes          yes          NOT_EXPIRED     yes               NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   passed    -        yes          yes          NOT_EXPIRED     NOT_YOUR_VERDICT  NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   passed    own      yes          yes          NOT_EXPIRED     yes               NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   expired   -        yes          yes          MEANING_CHANGED NO_VERDICT        NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   expired   own      yes          yes          MEANING_CHANGED NO_VERDICT        NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   expired   reworded yes          yes          yes             NO_VERDICT        NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   orphaned  -        yes          ORPHANED     ORPHANED        ORPHANED          NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   orphaned  own      yes          ORPHANED     ORPHANED        ORPHANED          NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   orphaned  reworded yes          ORPHANED     ORPHANED        ORPHANED          NEEDS_REVIEWER yes          yes          NOT_WITHDRAWN
editor   withdrawn -        WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         NEEDS_REVIEWER WITHDRAWN    WITHDRAWN    yes
editor   withdrawn own      WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         NEEDS_REVIEWER WITHDRAWN    WITHDRAWN    yes
editor   withdrawn reworded WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         NEEDS_REVIEWER WITHDRAWN    WITHDRAWN    yes
reviewer unchecked -        yes          yes          NO_VERDICT      NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
reviewer unchecked own      yes          yes          NO_VERDICT      NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
reviewer checking  -        yes          yes          NO_VERDICT      NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
reviewer checking  own      yes          yes          NO_VERDICT      NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
reviewer checked   -        yes          yes          NOT_EXPIRED     yes               yes            yes          yes          NOT_WITHDRAWN
reviewer checked   own      yes          yes          NOT_EXPIRED     yes               OWN_VERDICT    yes          yes          NOT_WITHDRAWN
reviewer returned  -        yes          yes          NOT_EXPIRED     yes               yes            yes          yes          NOT_WITHDRAWN
reviewer returned  own      yes          yes          NOT_EXPIRED     yes               OWN_VERDICT    yes          yes          NOT_WITHDRAWN
reviewer passed    -        yes          yes          NOT_EXPIRED     yes               yes            yes          yes          NOT_WITHDRAWN
reviewer passed    own      yes          yes          NOT_EXPIRED     yes               OWN_VERDICT    yes          yes          NOT_WITHDRAWN
reviewer expired   -        yes          yes          MEANING_CHANGED NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
reviewer expired   own      yes          yes          MEANING_CHANGED NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
reviewer expired   reworded yes          yes          yes             NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
reviewer orphaned  -        yes          ORPHANED     ORPHANED        ORPHANED          ORPHANED       yes          yes          NOT_WITHDRAWN
reviewer orphaned  own      yes          ORPHANED     ORPHANED        ORPHANED          ORPHANED       yes          yes          NOT_WITHDRAWN
reviewer orphaned  reworded yes          ORPHANED     ORPHANED        ORPHANED          ORPHANED       yes          yes          NOT_WITHDRAWN
reviewer withdrawn -        WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         WITHDRAWN      WITHDRAWN    WITHDRAWN    yes
reviewer withdrawn own      WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         WITHDRAWN      WITHDRAWN    WITHDRAWN    yes
reviewer withdrawn reworded WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         WITHDRAWN      WITHDRAWN    WITHDRAWN    yes
admin    unchecked -        yes          yes          NO_VERDICT      NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
admin    unchecked own      yes          yes          NO_VERDICT      NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
admin    checking  -        yes          yes          NO_VERDICT      NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
admin    checking  own      yes          yes          NO_VERDICT      NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
admin    checked   -        yes          yes          NOT_EXPIRED     yes               yes            yes          yes          NOT_WITHDRAWN
admin    checked   own      yes          yes          NOT_EXPIRED     yes               OWN_VERDICT    yes          yes          NOT_WITHDRAWN
admin    returned  -        yes          yes          NOT_EXPIRED     yes               yes            yes          yes          NOT_WITHDRAWN
admin    returned  own      yes          yes          NOT_EXPIRED     yes               OWN_VERDICT    yes          yes          NOT_WITHDRAWN
admin    passed    -        yes          yes          NOT_EXPIRED     yes               yes            yes          yes          NOT_WITHDRAWN
admin    passed    own      yes          yes          NOT_EXPIRED     yes               OWN_VERDICT    yes          yes          NOT_WITHDRAWN
admin    expired   -        yes          yes          MEANING_CHANGED NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
admin    expired   own      yes          yes          MEANING_CHANGED NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
admin    expired   reworded yes          yes          yes             NO_VERDICT        NO_VERDICT     yes          yes          NOT_WITHDRAWN
admin    orphaned  -        yes          ORPHANED     ORPHANED        ORPHANED          ORPHANED       yes          yes          NOT_WITHDRAWN
admin    orphaned  own      yes          ORPHANED     ORPHANED        ORPHANED          ORPHANED       yes          yes          NOT_WITHDRAWN
admin    orphaned  reworded yes          ORPHANED     ORPHANED        ORPHANED          ORPHANED       yes          yes          NOT_WITHDRAWN
admin    withdrawn -        WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         WITHDRAWN      WITHDRAWN    WITHDRAWN    yes
admin    withdrawn own      WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         WITHDRAWN      WITHDRAWN    WITHDRAWN    yes
admin    withdrawn reworded WITHDRAWN    WITHDRAWN    WITHDRAWN       WITHDRAWN         WITHDRAWN      WITHDRAWN    WITHDRAWN    yes
`;

/** By role and the story's status, for each action on a story. */
export const articlePermissions = `
role     status     edit         mark         comment      revise       arrive       set_access   archive      unarchive    withdraw
viewer   checking   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   signed_off NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
viewer   archived   NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
editor   checking   yes          yes          yes          yes          yes          yes          yes          NOT_ARCHIVED yes
editor   signed_off SIGNED_OFF   SIGNED_OFF   yes          SIGNED_OFF   yes          SIGNED_OFF   SIGNED_OFF   SIGNED_OFF   SIGNED_OFF
editor   archived   ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     yes          ARCHIVED
reviewer checking   yes          yes          yes          yes          yes          yes          yes          NOT_ARCHIVED yes
reviewer signed_off SIGNED_OFF   SIGNED_OFF   yes          SIGNED_OFF   yes          SIGNED_OFF   SIGNED_OFF   SIGNED_OFF   SIGNED_OFF
reviewer archived   ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     yes          ARCHIVED
admin    checking   yes          yes          yes          yes          yes          yes          yes          NOT_ARCHIVED yes
admin    signed_off SIGNED_OFF   SIGNED_OFF   yes          SIGNED_OFF   yes          SIGNED_OFF   SIGNED_OFF   SIGNED_OFF   SIGNED_OFF
admin    archived   ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     yes          ARCHIVED
`;

export const personPermissions = `
role     create_article fetch_story  edit_sources manage_people manage_webhooks
viewer   NEEDS_EDITOR   NEEDS_EDITOR NEEDS_EDITOR NEEDS_ADMIN   NEEDS_ADMIN
editor   yes            yes          yes          NEEDS_ADMIN   NEEDS_ADMIN
reviewer yes            yes          yes          NEEDS_ADMIN   NEEDS_ADMIN
admin    yes            yes          yes          yes           yes
`;

/** `first` began its thread, `answer` did not. */
export const commentPermissions = `
role     story    claim     author state     thread edit         resolve      reply        withdraw     restore
viewer   checking unchecked own    standing  first  NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
editor   checking unchecked own    standing  first  yes          yes          yes          yes          NOT_WITHDRAWN
editor   checking unchecked own    standing  answer yes          INVALID      INVALID      yes          NOT_WITHDRAWN
editor   checking unchecked other  standing  first  NOT_AUTHOR   yes          yes          NOT_AUTHOR   NOT_AUTHOR
editor   checking unchecked other  standing  answer NOT_AUTHOR   INVALID      INVALID      NOT_AUTHOR   NOT_AUTHOR
editor   checking unchecked own    withdrawn first  WITHDRAWN    WITHDRAWN    WITHDRAWN    WITHDRAWN    yes
editor   checking unchecked other  withdrawn first  NOT_AUTHOR   WITHDRAWN    WITHDRAWN    NOT_AUTHOR   NOT_AUTHOR
editor   checking orphaned  own    standing  first  yes          yes          yes          yes          NOT_WITHDRAWN
editor   checking withdrawn own    standing  first  WITHDRAWN    WITHDRAWN    WITHDRAWN    WITHDRAWN    WITHDRAWN
editor   archived unchecked own    standing  first  ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED     ARCHIVED
editor   signed_off unchecked own  standing  first  yes          yes          yes          yes          NOT_WITHDRAWN
editor   signed_off unchecked own  withdrawn first  WITHDRAWN    WITHDRAWN    WITHDRAWN    WITHDRAWN    yes
editor   signed_off withdrawn own  standing  first  WITHDRAWN    WITHDRAWN    WITHDRAWN    WITHDRAWN    WITHDRAWN
viewer   signed_off unchecked own  standing  first  NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
admin    checking checked   other  standing  first  NOT_AUTHOR   yes          yes          NOT_AUTHOR   NOT_AUTHOR
`;

export const evidencePermissions = `
role     story    state     edit         withdraw     restore
viewer   checking standing  NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
editor   checking standing  yes          yes          NOT_WITHDRAWN
editor   checking withdrawn WITHDRAWN    WITHDRAWN    yes
editor   archived standing  ARCHIVED     ARCHIVED     ARCHIVED
editor   archived withdrawn ARCHIVED     ARCHIVED     ARCHIVED
viewer   signed_off standing NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
editor   signed_off standing SIGNED_OFF SIGNED_OFF   SIGNED_OFF
admin    signed_off withdrawn SIGNED_OFF SIGNED_OFF  SIGNED_OFF
reviewer checking standing  yes          yes          NOT_WITHDRAWN
`;

export const citationPermissions = `
role     story    claim     state     edit         withdraw     restore
viewer   checking checked   standing  NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
editor   checking checked   standing  yes          yes          NOT_WITHDRAWN
editor   checking checked   withdrawn WITHDRAWN    WITHDRAWN    yes
editor   checking orphaned  standing  yes          yes          NOT_WITHDRAWN
editor   checking withdrawn standing  WITHDRAWN    WITHDRAWN    WITHDRAWN
editor   checking withdrawn withdrawn WITHDRAWN    WITHDRAWN    WITHDRAWN
editor   archived passed    withdrawn ARCHIVED     ARCHIVED     ARCHIVED
viewer   signed_off passed  standing  NEEDS_EDITOR NEEDS_EDITOR NEEDS_EDITOR
editor   signed_off passed  standing  SIGNED_OFF   SIGNED_OFF   SIGNED_OFF
editor   signed_off withdrawn withdrawn SIGNED_OFF SIGNED_OFF   SIGNED_OFF
admin    signed_off passed  withdrawn SIGNED_OFF   SIGNED_OFF   SIGNED_OFF
`;

/** The rows of a table above, each as its cells by the name of their column. */
export function rowsOf(table: string): Record<string, string>[] {
  const [header = [], ...rows] = table
    .trim()
    .split('\n')
    .map((row) => row.split(/\s+/));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? 'MISSING'])));
}
