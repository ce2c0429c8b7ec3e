/** What a newsroom has from somebody else: "AFP said the ferry was full, citing police". */
import type { Range } from '../../../contract/common.ts';
import { hullOf } from '../../claims/spans-of.ts';
import { viaOf } from './details.ts';
import type { Placed } from './found.ts';

/**
 * Where a newsroom cites somebody for what it says in the same sentence, that is who says so, through the newsroom; what
 * it cites is no claim by itself.
 */
export function throughNewsrooms(text: string, found: readonly Placed[]): Placed[] {
  const citing = new Map<number, Placed>();
  for (const one of found)
    if (isCiting(text, one) && viaOf(text, one.source) !== null) citing.set(one.sentence, one);
  const used = new Set<Placed>();
  const through = found.map((one) => {
    const cited = citing.get(one.sentence);
    const source = cited === undefined ? null : hullOf(cited.content);
    if (cited === undefined || source === null || one === cited || !isSame(one.source, cited.source))
      return one;
    used.add(cited);
    return {
      ...one,
      source,
      listener: one.source,
      isProper: /\p{Lu}/u.test(text.slice(source.start, source.end)),
    };
  });
  return through.filter((one) => !used.has(one));
}

const isCiting = (text: string, { cue }: Placed): boolean =>
  cue !== null && /^(?:citing|quoting)$/iu.test(text.slice(cue.start, cue.end));

const isSame = (one: Range | null, other: Range | null): boolean =>
  one !== null && other !== null && one.start < other.end && other.start < one.end;
