/** Where, by whom, of what and when, as far as a sentence plainly tells. Stories are published on Wednesday, 8 January 2014. */

interface Circumstances {
  readonly quote: string;
  /** With what kind of place it is in brackets, where its name says so. */
  readonly place?: string;
  readonly cause?: string;
  readonly by?: string;
  /** A day, or the first and the last; "on" where it goes on, "to" a day where only its end is told. */
  readonly when?: string;
}

/** Each count of a text. What a row does not name is not told. */
export const circumstanceCases: Readonly<Record<string, readonly Circumstances[]>> = {
  'Nine people were killed at Ardle.': [{ quote: 'Nine people', place: 'Ardle' }],
  'Nine people were killed outside Ardle.': [{ quote: 'Nine people', place: 'Ardle' }],
  'Floods killed nine people across Marl Province.': [
    { quote: 'nine people', place: 'Marl Province (province)', cause: 'Floods' },
  ],
  'Nine people were killed on Marl Island.': [{ quote: 'Nine people' }],
  'Nine people died on Ardle.': [{ quote: 'Nine people' }],
  'Nine people were killed in the Ardle Province.': [
    { quote: 'Nine people', place: 'Ardle Province (province)' },
  ],
  'Nine people were killed in Ardle Township.': [
    { quote: 'Nine people', place: 'Ardle Township (district)' },
  ],
  'Fire in Ardle leaves nine dead': [{ quote: 'nine', place: 'Ardle' }],
  'It was the worst fire since 2004, when nine people died.': [
    { quote: 'nine people', when: '2004-01-01 to 2004-12-31' },
  ],
  'The deaths of nine guards were confirmed by the army.': [{ quote: 'nine guards' }],
  'Nine people were killed in Ardle Camp.': [{ quote: 'Nine people', place: 'Ardle Camp (town)' }],
  'Nine people were killed in the old market.': [{ quote: 'Nine people' }],
  'Nine people were killed in the Ardle Blast.': [{ quote: 'Nine people', cause: 'Ardle Blast' }],
  'NINE PEOPLE WERE KILLED IN MARL': [{ quote: 'NINE PEOPLE' }],
  'NINE PEOPLE WERE KILLED IN MARL PROVINCE': [{ quote: 'NINE PEOPLE', place: 'MARL PROVINCE (province)' }],
  'In Ardle nine people were killed.': [{ quote: 'nine people', place: 'Ardle' }],
  'In Ardle, where rain fell, nine people were killed.': [{ quote: 'nine people', place: 'Ardle' }],
  'Two men missing in Ardle since May were freed.': [
    { quote: 'Two men', place: 'Ardle', when: '2013-05-01 on' },
    { quote: 'Two men' },
  ],
  'Two men missing in Ardle since May were freed in Marl on Tuesday.': [
    { quote: 'Two men', place: 'Ardle', when: '2013-05-01 on' },
    { quote: 'Two men', place: 'Marl', when: '2014-01-07' },
  ],
  'Snow fell in Marl; nine people were killed.': [{ quote: 'nine people' }],
  'Nine people were killed; snow fell in Marl.': [{ quote: 'Nine people' }],
  'Nine people were killed in a raid in Ardle.': [{ quote: 'Nine people', place: 'Ardle', cause: 'raid' }],
  'Nine people were killed during the ambush.': [{ quote: 'Nine people', cause: 'ambush' }],
  'Nine people were killed by a roadside bomb.': [{ quote: 'Nine people', cause: 'roadside bomb' }],
  'Nine people died from the shelling of the port.': [{ quote: 'Nine people', cause: 'shelling' }],
  'Nine people died of cholera.': [{ quote: 'Nine people', cause: 'cholera' }],
  'Nine people were killed after a blast.': [{ quote: 'Nine people' }],
  'Nine people were killed following an explosion in Ardle.': [
    { quote: 'Nine people', place: 'Ardle', cause: 'explosion' },
  ],
  'Nine people were killed near a mine.': [{ quote: 'Nine people' }],
  'Nine people were killed because the army had begun a raid.': [{ quote: 'Nine people' }],
  'Nine people were killed and 12 were hurt in a raid.': [
    { quote: 'Nine people' },
    { quote: '12', cause: 'raid' },
  ],
  'Nine people were killed; the town feared a raid.': [{ quote: 'Nine people' }],
  'Nine people were killed by gunmen.': [{ quote: 'Nine people', by: 'gunmen' }],
  'Nine people were killed by the gunmen of the Harran Front.': [{ quote: 'Nine people', by: 'gunmen' }],
  'Nine people were killed by rain.': [{ quote: 'Nine people' }],
  'Nine people were killed by Colonel Ekdal.': [{ quote: 'Nine people', by: 'Colonel Ekdal' }],
  'Nine people were killed in Ardle by soldiers.': [{ quote: 'Nine people', place: 'Ardle', by: 'soldiers' }],
  'Nine people were killed while clerks were led away by soldiers.': [{ quote: 'Nine people' }],
  'Nine people were killed and 12 were led away by soldiers.': [
    { quote: 'Nine people' },
    { quote: '12', by: 'soldiers' },
  ],
  'Gunmen killed nine people.': [{ quote: 'nine people', by: 'Gunmen' }],
  'Gunmen in Ardle killed nine people.': [{ quote: 'nine people', place: 'Ardle', by: 'Gunmen' }],
  'Gunmen from the north on Tuesday killed nine people.': [
    { quote: 'nine people', by: 'Gunmen', when: '2014-01-07' },
  ],
  'A bomb that killed nine people was planted at dawn.': [{ quote: 'nine people', cause: 'bomb' }],
  'Police said rebels killed nine people.': [{ quote: 'nine people', by: 'rebels' }],
  'A police raid on Monday killed nine people.': [
    { quote: 'nine people', cause: 'police raid', when: '2014-01-06' },
  ],
  'The blast at the army base killed nine people.': [{ quote: 'nine people', cause: 'blast' }],
  'The crash of the ferry killed nine people.': [{ quote: 'nine people', cause: 'crash' }],
  'Rain fell; soldiers killed nine people.': [{ quote: 'nine people', by: 'soldiers' }],
  'On Tuesday nine people were killed.': [{ quote: 'nine people', when: '2014-01-07' }],
  'Nine people were killed on Tuesday in Ardle, and on Wednesday it snowed.': [
    { quote: 'Nine people', place: 'Ardle', when: '2014-01-07' },
  ],
  'Police said on Tuesday that nine people were killed.': [{ quote: 'nine people' }],
  'A video posted Tuesday showed that nine people were killed.': [{ quote: 'nine people' }],
  'The office said Tuesday nine people were killed on Monday.': [
    { quote: 'nine people', when: '2014-01-06' },
  ],
  'Nine people were killed on Monday, police said on Tuesday.': [
    { quote: 'Nine people', when: '2014-01-06' },
  ],
  'Snow fell on Monday; nine people were killed.': [{ quote: 'nine people' }],
  'Nine people were killed; snow fell on Monday.': [{ quote: 'Nine people' }],
  'Nine people were killed, and on Monday it snowed.': [{ quote: 'Nine people' }],
  'A suicide   bomber killed nine people.': [{ quote: 'nine people', by: 'suicide bomber' }],
  'A gang killed nine people in Syria.': [{ quote: 'nine people', place: 'Syria (country)', by: 'gang' }],
  'Nine people were killed in the United States.': [
    { quote: 'Nine people', place: 'United States (country)' },
  ],
  'Nine people were killed in SYRIA': [{ quote: 'Nine people', place: 'SYRIA (country)' }],
  'Syria said nine people were killed.': [{ quote: 'nine people' }],
  'Rain fell; in Marl nine people were killed.': [{ quote: 'nine people', place: 'Marl' }],
  'Soldiers said to be drunk killed nine people.': [{ quote: 'nine people', by: 'Soldiers' }],
  'Nine people were killed in the far valley of the two rivers, which had been cut off from the rest of the country for most of that long winter, in Ardle.':
    [{ quote: 'Nine people' }],
  'Raids killed nine people in Harran on Monday and 12 in Marl on Tuesday.': [
    { quote: 'nine people', place: 'Harran', cause: 'Raids', when: '2014-01-06' },
    { quote: '12', place: 'Marl', cause: 'Raids', when: '2014-01-07' },
  ],
  'Nine people were killed in Harran on Monday and 12 in Marl on Tuesday.': [
    { quote: 'Nine people', place: 'Harran', when: '2014-01-06' },
    { quote: '12', place: 'Marl', when: '2014-01-07' },
  ],
  'Nine people were killed in Harran on Monday, and 12 in Marl on Tuesday.': [
    { quote: 'Nine people', place: 'Harran', when: '2014-01-06' },
    { quote: '12', place: 'Marl', when: '2014-01-07' },
  ],
  'Raids on Monday killed nine men and two women in Marl.': [
    { quote: 'nine men', place: 'Marl', cause: 'Raids', when: '2014-01-06' },
    { quote: 'two women', place: 'Marl', cause: 'Raids', when: '2014-01-06' },
  ],
  'Raids killed nine men and two women in Marl on Monday.': [
    { quote: 'nine men', place: 'Marl', cause: 'Raids', when: '2014-01-06' },
    { quote: 'two women', place: 'Marl', cause: 'Raids', when: '2014-01-06' },
  ],
  // A place by its kind
  'Nine people were killed in the northern town of Marl on Monday.': [
    { quote: 'Nine people', place: 'Marl (town)', when: '2014-01-06' },
  ],
  'Gunmen killed nine people near the village of Old Ardle.': [
    { quote: 'nine people', place: 'Old Ardle (town)', by: 'Gunmen' },
  ],
  'A raid in the southern province of Marl killed nine people.': [
    { quote: 'nine people', place: 'Marl (province)', cause: 'raid' },
  ],
  'Nine people were killed in the port of Marl.': [{ quote: 'Nine people', place: 'Marl' }],
  'Nine people were killed in the house of Ada Brook.': [{ quote: 'Nine people' }],
  'Nine people were killed outside a Spar shop.': [{ quote: 'Nine people' }],
  // As of a day
  'By Monday nine people had been killed.': [{ quote: 'nine people', when: 'to 2014-01-06' }],
  'By late Monday nine people had been killed.': [{ quote: 'nine people', when: 'to 2014-01-06' }],
  'By noon on Monday nine people had been killed.': [{ quote: 'nine people', when: 'to 2014-01-06' }],
  'As of Monday, nine people had died.': [{ quote: 'nine people', when: 'to 2014-01-06' }],
  'Nine people had died as of 6 January.': [{ quote: 'Nine people', when: 'to 2014-01-06' }],
  'Nine people were killed on Monday by soldiers.': [
    { quote: 'Nine people', by: 'soldiers', when: '2014-01-06' },
  ],
  'By Monday nine people had been killed in Marl since 3 January.': [
    { quote: 'nine people', place: 'Marl', when: '2014-01-03 to 2014-01-06' },
  ],
  'Since 3 January nine people had been killed in Marl as of Monday.': [
    { quote: 'nine people', place: 'Marl', when: '2014-01-03 to 2014-01-06' },
  ],
  'Nine people had been killed since Tuesday by Monday.': [{ quote: 'Nine people', when: '2014-01-07 on' }],
  'By Monday the war had displaced nine families in Marl since 3 January.': [
    { quote: 'nine families', place: 'Marl', cause: 'war', when: '2014-01-03 to 2014-01-06' },
  ],
  // From one day to another
  'Nine people were killed between 1 January and 5 January.': [
    { quote: 'Nine people', when: '2014-01-01 to 2014-01-05' },
  ],
  'Nine people were killed from Friday to Monday.': [
    { quote: 'Nine people', when: '2014-01-03 to 2014-01-06' },
  ],
  'Nine people were killed on Friday and 12 were hurt on Monday.': [
    { quote: 'Nine people', when: '2014-01-03' },
    { quote: '12', when: '2014-01-06' },
  ],
  // A toll is told as of a day, unless that is when it happened
  'The toll from the quake rose to nine on Friday.': [
    { quote: 'nine', cause: 'quake', when: 'to 2014-01-03' },
  ],
  'On Friday the toll was nine.': [{ quote: 'nine', when: 'to 2014-01-03' }],
  'The toll of the raid on Friday rose to nine.': [{ quote: 'nine', cause: 'raid', when: '2014-01-03' }],
};
