/** The story that everyone works on. Its places, people and events do not exist. */
export const STORY = [
  'Ferry with 212 aboard runs aground off Tarrow; nine injured',
  'TARROW — At least nine people were injured when the ferry Merle ran aground on Monday night with 212 passengers aboard, the harbour office said.',
  'The coastguard took 140 of them off within two hours. The others waited on deck until the tide turned, three of them told reporters.',
  'Capt. Ewan Lisk, who has sailed the route since 2009, said the light on Gull Rock had been out for five nights. “I reported it twice,” he said.',
  'The lights authority said it had no such report. Its log, seen on Tuesday, shows an entry of 4 March that was struck out.',
  'Two passengers, aged 61 and 74, were flown to hospital in Norhaven; both were in stable condition, Dr. Ana Brosk said.',
  'Some 30 cars and six lorries slid against the bow doors, which held. The operator, Sound Lines, put the damage at 1.2 million crowns.',
  'It was the third grounding in the sound in eleven years. In the worst, in 2016, 14 people died when the Petrel broke up.',
  'The union of ferry crews said that its members had asked for a second lookout after dark in each of the last four winters.',
  'Inspectors went aboard on Tuesday morning and are to report within six weeks.',
].join('\n\n');
