/** The keys of the changes page. */
import type { CdChangeCard } from '../../components/change-card.ts';
import type { ShortcutMap } from '../../controllers/shortcuts.ts';
import type { ComparisonPage } from './comparison.ts';
import type { Writes } from './writes.ts';

/** What the keys need of the page. */
interface KeyedPage extends ComparisonPage {
  readonly writes: Writes;
  readonly seesTexts: boolean;
  readonly maySwitch: boolean;
  /** The card that has the focus. */
  readonly card: CdChangeCard | null;
  /** The claim that the focus is at, in the list or in the texts. */
  readonly looksAt: string | null;
  stepList(by: 1 | -1): void;
  toTexts(id: string): void;
  open(id: string): void;
}

export function keysOf(page: KeyedPage): ShortcutMap {
  const act = (type: 'place' | 'withdraw' | 'confirm') => () =>
    void page.card?.dispatchEvent(new Event(type));
  const seesTexts = () => page.seesTexts;
  const seesList = () => page.view !== 'texts';
  return {
    n: { label: 'Next change in the texts', run: () => page.step(1), when: seesTexts },
    p: { label: 'Change before', run: () => page.step(-1), when: seesTexts },
    v: {
      label: 'Texts side by side, or in one column',
      run: () => page.setMode(page.mode === 'side' ? 'inline' : 'side'),
      when: () => page.seesTexts && page.maySide,
    },
    l: {
      label: 'List, or both texts',
      run: () => page.setView(page.view === 'list' ? 'texts' : 'list'),
      when: () => page.maySwitch,
    },
    b: {
      label: 'Show the claim in both texts',
      run: () => page.toTexts(page.card?.dataset.claim ?? ''),
      when: () => page.card !== null,
    },
    'j|ArrowDown': { label: 'Next claim', run: () => page.stepList(1), when: seesList },
    'k|ArrowUp': { label: 'Claim before', run: () => page.stepList(-1), when: seesList },
    a: {
      label: 'Place it where its words stand again',
      run: act('place'),
      when: () => page.card?.offered != null,
      decides: true,
    },
    c: {
      label: 'Same meaning: confirm the verdict',
      run: act('confirm'),
      when: () => page.card?.mayConfirm === true,
      decides: true,
    },
    z: {
      label: 'Take the last confirmation back',
      run: () => void page.writes.takeBack(page.writes.confirmed.at(-1)),
      when: () => page.writes.confirmed.length > 0,
      decides: true,
    },
    x: {
      label: 'Withdraw it',
      run: act('withdraw'),
      when: () => page.card?.mayWithdraw === true,
      decides: true,
    },
    Enter: {
      label: 'Open in the story',
      run: () => page.open(page.looksAt ?? ''),
      when: () => page.looksAt !== null,
    },
  };
}
