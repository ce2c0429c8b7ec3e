/** The forms of verbs: "said" is a past of "say". Made from dictionary forms, since a tagger's guess is not enough here. */
import { FRAMES } from './frames.ts';

export type Tense = 'base' | 'present' | 'past' | 'participle' | 'gerund';

export interface VerbForm {
  /** The dictionary form. */
  readonly verb: string;
  readonly tenses: ReadonlySet<Tense>;
}

/** Dictionary form, past, participle. */
const IRREGULAR = `
  say said said | tell told told | write wrote written | think thought thought | know knew known |
  mean meant meant | find found found | feel felt felt | hear heard heard | hold held held | read read read |
  see saw seen | show showed shown | speak spoke spoken | swear swore sworn | teach taught taught |
  understand understood understood | forecast forecast forecast | foresee foresaw foreseen | bet bet bet |
  put put put | bring brought brought | set set set | lay laid laid | begin began begun | sing sang sung |
  seek sought sought | choose chose chosen | forbid forbade forbidden | bid bid bid | go went gone |
  overstate overstated overstated | understate understated understated | tear tore torn | stand stood stood |
  hit hit hit | forswear forswore forsworn | undertake undertook undertaken | withdraw withdrew withdrawn |
  cast cast cast | beseech besought besought | spell spelled spelled | write wrote written |
  learn learned learned | lie lied lied | shrug shrugged shrugged`;

/** The last letter is doubled: "admitted". */
const DOUBLING: ReadonlySet<string> = new Set(
  `admit commit concur confer infer quip rap rebut refer regret rip plan plug slam snub plot opt chat lob prod prefer pan
  ban flag plod shun dub rub tap shrug hum nod sum`.split(/\s+/u),
);

const addS = (verb: string): string =>
  /(?:s|sh|ch|x|z|o)$/u.test(verb) ? `${verb}es` : verb.replace(/([^aeiou])y$/u, '$1ie').concat('s');

const stem = (verb: string): string => {
  if (DOUBLING.has(verb)) return verb + verb.slice(-1);
  return /[^eo]e$|ie$|ee$/u.test(verb) ? verb.slice(0, -1) : verb;
};
const addEd = (verb: string): string =>
  verb.endsWith('e') ? `${verb}d` : `${stem(verb).replace(/([^aeiou])y$/u, '$1i')}ed`;
const addIng = (verb: string): string => {
  if (verb === 'lie') return 'lying';
  return verb.endsWith('ee') ? `${verb}ing` : `${stem(verb)}ing`;
};

function build(): Map<string, VerbForm> {
  const irregular = new Map(
    IRREGULAR.split('|').map((line) => {
      const [verb = '', past = '', participle = ''] = line.trim().split(/\s+/u);
      return [verb, { past, participle }] as const;
    }),
  );
  const forms = new Map<string, { verb: string; tenses: Set<Tense> }>();
  const put = (form: string, verb: string, tense: Tense): void => {
    const known = forms.get(form);
    // "found" is a form of "find" before it is a verb of its own.
    if (known !== undefined && known.verb !== verb) return;
    forms.set(form, { verb, tenses: new Set([...(known?.tenses ?? []), tense]) });
  };
  for (const verb of FRAMES.keys()) {
    put(verb, verb, 'base');
    put(addS(verb), verb, 'present');
    put(irregular.get(verb)?.past ?? addEd(verb), verb, 'past');
    put(irregular.get(verb)?.participle ?? addEd(verb), verb, 'participle');
    put(addIng(verb), verb, 'gerund');
  }
  return forms;
}

const FORMS: ReadonlyMap<string, VerbForm> = build();

/** @param lower a word in small letters */
export const verbForm = (lower: string): VerbForm | undefined => FORMS.get(lower);
