/** Whom a figure counts, as far as it tells one figure's people from another's. */
import type { CasualtyDetails } from '../../../../contract/claims.ts';

/** Two of one kind and different names share nobody. */
export type Class = readonly [kind: string, name: string];

/** Which other victims these cannot be; null where that is not known. */
export function victimClass(victims: CasualtyDetails['victims']): Class | null {
  if (victims === null) return null;
  switch (victims.category) {
    case 'child':
    case 'woman':
      return ['age', victims.category];
    case 'civilian':
    case 'combatant':
      return ['side', victims.category];
    case 'medic':
    case 'journalist':
    case 'aid_worker':
      return ['work', victims.category];
    case 'unspecified':
      return /(?:^|\s)(?:men|man|males?)$/iu.test(victims.label?.trim() ?? '') ? ['age', 'man'] : null;
    default:
      return null;
  }
}

/** Nouns that leave open who the people are. */
const ANYONE = /^(?:people|persons?|victims?|dead|others?|casualties|lives|bodies|deaths?)$/iu;

/** Nobody is told apart: "people", or no noun at all. */
export const isAnyone = (victims: CasualtyDetails['victims']): boolean =>
  victims === null ||
  (victims.category === 'unspecified' && (victims.label === null || ANYONE.test(victims.label.trim())));

/** The same for all of whom it is said in the same words; for anyone, the same for all. */
export function victimKey(victims: CasualtyDetails['victims']): string {
  if (victims === null || isAnyone(victims)) return '';
  return `${victims.category}/${(victims.label ?? '').trim().toLowerCase()}`;
}

/** The same for the same people as far as a headline's few words tell: by kind, or by noun where no kind is known. */
export function kindOfVictims(victims: CasualtyDetails['victims']): string {
  return victims === null || victims.category === 'unspecified' ? victimKey(victims) : victims.category;
}
