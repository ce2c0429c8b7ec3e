/** One attribution within another, in which order they stand, and speakers before a colon. Marked as in `readMarked`. */

/** Inside what another one says. */
export const nestedRows: readonly string[] = [
  '[1:The police] {1:said} <1:[2:the union] {2:claimed} <2:it was late>>.',
  '[1:The police] {1:said} <1:[2:Ada Brook] {2:told} reporters <2:that it was late>>.',
  '[The police] {said} <they believed it was late>.',
  '[The police] {said} <she claimed it was late>.',
  '[The police] {said} <the union wants a strike>.',
  '[The police] {said} <the union praised the crew>.',
  '[1:The police] {1:said} <1:[2:the union] {2:denied} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:warned} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:announced} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:admitted} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:reported} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:alleged} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:confirmed} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:stated} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:insisted} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:argued} <2:that it was late>>.',
  '[1:The police] {1:said} <1:[2:the union] {2:said} <2:that it was late>>.',
  '[The police] {said} <the union hopes that it is late>.',
  '[The police] {said} <the union thinks that it is late>.',
  '[The police] {said} <his claim that it was late was false>.',
  '[The police] {said} <“the union said it was late”>.',
  '<2:[1:The union] {1:said} <1:it was late>>, {2:according to} [2:the police].',
  '[The mayor] {made the claim} <that it was late>.',
  '[The mayor] {issued a statement saying} <that it was late>.',
  '[1:The mayor] {1:said} <1:it was late>. [2:The owner] {2:said} <2:it was early>.',
];

/** Verbs that share a subject, and what stands beside them. */
export const walkRows: readonly string[] = [
  '[12:The mayor] {1:said} <1:it was late> and {2:added} <2:that it rained>.',
  '[12:The mayor] {1:said} <1:the owner lied> and {2:added} <2:that it rained>.',
  '[12:The mayor] {1:said} <1:the owner lied> but {2:denied} <2:that it rained>.',
  '[The mayor] left and {said} <it was late>.',
  '[The mayor] left, {then said} <it was late>.',
  '[The mayor] left, {said} <it was late>.',
  'It rained and then [the mayor] {said} <it was late>.',
  '[The mayor] {wants} <to say it is late>.',
  'The mayor came to discuss the plan.',
  'The mayor came to complain about noise.',
  'The mayor came to praise the crew.',
  '[The mayor] came {to say} <that it was late>.',
  '[The mayor] came {to warn} <that it was late>.',
  '[The mayor] left, {praising} <the crew>.',
  '[The mayor] left, {calling for} <calm>.',
  '[The mayor] left, {arguing} <that it was late>.',
  '[The mayor] left the hall, {saying} <it was late>.',
  '{Praising} <the crew>, [the mayor] left.',
  '{Denying} <the claim>, [she] left.',
  '{Rejecting} <the plan>, [Ada Brook] left the hall.',
  '{Calling} <the plan “late”>, [the mayor] left.',
  '{Openly praising} <the crew>, [the mayor] left.',
  'Leaving the hall, [the mayor] {praised} <the crew>.',
  'To praise the crew, the mayor came.',
  '[12:The drivers who left] {1:praised} <1:the crew> and {2:criticised} <2:the owner>.',
  '[The driver, who slept], {praised} <the crew> and left.',
  'He added:',
  '[He] {added}: <“No.”>',
  'The mayor left:',
  '[The mayor] {told} the crew: <“It is late.”>',
  '<“It is late,”> [he] {told} the crew, <“too late.”>',
  '<“It is late,”> [he] {told} the crew.',
  '<“It is late,”> {said} [the mayor, the only one to stay].',
  '<It is late>, [he] {said}, who left.',
  '<It is late>, [he] {said}, which was odd.',
  '<It is late>, [he] {said}, what a shame.',
  '<It is late>, [he] {said}, according to plan.',
  '<It is late>, [he] {said}, <too late for us>.',
  '<Late>, [he] {said}, <was the word>.',
  '<“It is late,”> [he] {said} twice.',
  '[Who] {said} <it was late>?',
  'The sign was shut.',
  'He said.',
  'Tired, he left.',
  'So it goes.',
  'And when it rained, [the mayor] {said} <it was late>.',
  '<Yet it was late>, [the mayor] {said}.',
  'Since it rained, [the mayor] {said} <it was late>.',
  'As it rained, [the mayor] {said} <it was late>.',
  '<All is well unless it rains>, [the mayor] {said}.',
  '<Unless it rains, all is well>, [the mayor] {said}.',
  '<After it rained, all was well>, [the mayor] {said}.',
];

/** A speaker and a colon. */
export const colonMoreRows: readonly string[] = [
  `[Mayor] {backs} <plan>

It rained.`,
  `[Mayor]{:} <the plan is late>

It rained.`,
  `[The mayor]{:} <the plan is late>

It rained.`,
  `[Mayor of Graz]{:} <plan is late>

It rained.`,
  `[Poll]{:} <most back plan>

It rained.`,
  `[Brook]{:} <“It is late.”>

It rained.`,
  `[Ada Brook]{:} <plan is late>!

It rained.`,
  `[Mayor]{:} <plan>

It rained.`,
  `Mayor:

It rained.`,
  `The plan of the mayor of the old city of Graz and the union: late

It rained.`,
  `It rained.

[1:Ada Brook]{1::} <1:It is late.>

[2:Tom Lane]{2::} <2:It is not.>`,
  `It rained.

[1:ADA BROOK]{1::} <1:It is late. Very late.>

[2:TOM LANE]{2::} <2:It is not.>`,
  `It rained.

[1:Q]{1::} <1:Is it late?>

[2:A]{2::} <2:It is not.>`,
  `It rained.

Ada Brook: It is late.`,
  `It rained.

The plan: it is late.

The mayor: it is not.`,
  `It rained.

It rained. Ada Brook: It is late.

It rained. Tom Lane: It is not.`,
];
