/**
 * The story that the demo brings in, as it would be copied from a news site: with navigation, a vote count and a
 * newsletter line around it, a stray back-tick, brackets, and an ellipsis inside a quotation.
 *
 * Written for Claimdesk; its places, people and events do not exist.
 */
export const SAMPLE_STORY = [
  'You are here',
  'Dam gives way above the Orlen valley; three surveyors found alive',
  'By MWA - Oct 21,2020 - Last updated at Oct 21,2020',
  'ORLEN — At least 64 people, including 19 children, were killed when the Sarrow dam gave way on Tuesday night and sent a wave of mud through three villages, officials said on Wednesday.',
  'Three surveyors who had been missing since Sunday were found alive in a maintenance tunnel, the regional rescue service confirmed.',
  'The collapse came two days after the province`s water board rejected a call to empty the reservoir.',
  '“We heard it before we saw it,” said Marta Quill, a teacher who fled to the church roof in Lower Orlen.',
  'Dozens of people were still missing at dusk, and as many as 300 may have been in the valley when the sirens failed.',
  'The rescue service raised its count twice. It spoke of 38 dead at dawn, and at noon said the figure “will not be the last”.',
  'Col. Henrik Aas, who leads the operation, said between 20 and 25 people were pulled from the school in Upper Orlen, among them four infants.',
  'In the capital, the energy minister, Dr. Ilse Brandt, told parliament that the dam had passed its last inspection in June.',
  'But two engineers of the water board, who asked not to be named because they feared for their jobs, told MWA that cracks had been reported “at least five times... and every time filed away”.',
  'One of them said the reports were marked “urgent [by the district office]” and never answered.',
  'The Valley Residents’ Union accused the operator, Sarrow Hydro Inc., of negligence. The company declined to comment.',
  'A video shared on Wednesday appeared to show water pouring over the crest hours before the collapse. It could not be verified.',
  'Police detained six employees of the operator, according to the prosecutor’s office, and released two of them the same day.',
  '“I want to know who knew, and when,” prosecutor Jonas Velde said. “Nobody is above that question!”',
  'Velde also warned that anyone who removed papers from the plant would be charged.',
  '“Whoever touches a single file touches the dead.”',
  'Some 4,200 people have been driven from their homes, the regional government says; aid groups put the number at more than 6,000, counting those who left before the collapse.',
  'Hospitals in the valley treated 118 injured. Nine of them were in critical condition, said Dr. Pia Sund, a surgeon at St. Olave’s.',
  'At least 91 people have died in dam failures in the province since 1998, 27 of them in the Kell flood of 2007.',
  'Inspectors from abroad were expected on Friday. Their report is to be finished by the end of January.',
  '96 users have voted.',
  'Get our best stories in your inbox every morning.',
].join('\n\n');
