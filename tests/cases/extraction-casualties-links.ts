/**
 * Who is linked to which word: outcome, the marked words of the people, the rule with the word that tells it, and the
 * people that they are a part of.
 */
export const linkCases: Readonly<Record<string, string>> = {
  'The death toll rose to 12.': 'killed 12 (toll, the)',
  'The tolls rose to 12.': 'killed 12 (toll, the)',
  'The toll fell.': '',
  'Toll: 12': 'killed 12 (toll, toll)',
  'The atoll rose to 12 feet.': '',
  'The toll rose to 12 deaths.': 'killed 12 deaths (noun)',
  'The toll of injured rose to 12.': 'injured 12 (toll, the)',
  'The toll of the storm rose to 12.': 'killed 12 (toll, the)',
  'The injury toll rose to 12.': 'injured 12 (toll, the)',
  'The casualty toll rose to 12.': 'other 12 (toll, the)',
  'The toll bridge rose to 12.': '',
  'The body count rose to 12.': 'killed 12 (toll, the)',
  'The count rose to 12.': '',
  'The body rose to 12.': '',
  'The number of dead reached 12.': 'killed 12 (toll, the)',
  'The number of people missing reached 12.': 'missing people (subject, missing); missing 12 (toll, the)',
  'The number of people in town reached 12.': '',
  'The number of towns reached 12.': '',
  'The number over dead reached 12.': 'killed 12 (toll, dead)',
  'The tally of dead stands at 12.': 'killed 12 (toll, the)',
  'The dead numbered 12.': 'killed 12 (toll, dead)',
  'The wounded numbered 12.': 'injured 12 (toll, wounded)',
  'Nine men wounded numbered 12.': 'injured Nine men (subject, wounded)',
  'The dead and wounded were 12.': 'other 12 (toll, dead)',
  'The wounded and dead were 12.': 'other 12 (toll, wounded)',
  'The dead and dead were 12.': 'killed 12 (toll, dead)',
  'The dead, wounded were 12.': 'injured 12 (inverse, wounded)',
  'Deaths: 12': 'killed 12 (toll, deaths)',
  'Deaths; 12': '',
  'Deaths, police said, a week after the flood, reached 12.': '',
  'The toll, which had been a matter of doubt for weeks, reached 12.': '',
  'The toll is 12.': 'killed 12 (toll, the)',
  'The toll is not 12.': '',
  'The toll near 12 towns rose.': '',
  'The toll saw 12 men.': '',
  'Four men were shot, two fatally.': 'injured Four men (subject, shot); killed two (subject, shot)',
  'Four men were shot, two mortally.': 'injured Four men (subject, shot); killed two (subject, shot)',
  'Four men were shot, two critically.':
    'injured Four men (subject, shot); injured two (subject, shot) of Four men',
  'Four men were hurt, and one seriously.':
    'injured Four men (subject, hurt); injured one (subject, hurt) of Four men',
  'Four men were hurt; one seriously.': 'injured Four men (subject, hurt)',
  'Four men were hurt, one slowly.': 'injured Four men (subject, hurt)',
  'Four men were hurt, one seriously wounded.':
    'injured Four men (subject, hurt); injured one (subject, wounded)',
  'Four men were hurt, one seriously was ill.': 'injured Four men (subject, hurt)',
  'Four men came, one seriously.': '',
  'Four men were killed, one seriously.': 'killed Four men (subject, killed)',
  'One seriously came, four were hurt.': 'injured four (subject, hurt)',
  'Men were hurt, one seriously.': 'injured Men (subject, hurt); injured one (subject, hurt)',
  'Seven deaths were told.': 'killed Seven deaths (noun)',
  'Two rebel and one army fatalities were told.':
    'killed Two rebel (noun); killed one army fatalities (noun)',
  'Two rebel or one army fatalities were told.': 'killed Two rebel (noun); killed one army fatalities (noun)',
  'Two rebel, one army fatalities were told.': 'killed one army fatalities (noun)',
  'Rebels and one army fatality were told.': 'killed one army fatality (noun)',
  'No deaths were told.': '',
  'Fourteen lives were lost.': 'killed Fourteen lives (noun)',
  'Fourteen lives were saved.': '',
  'The storm claimed fourteen lives.': 'killed fourteen lives (noun)',
  'The storm saw fourteen lives.': '',
  'The men suffered two injuries.': 'injured The men (subject, suffered)',
  'The men caused two injuries.': 'injured two injuries (noun)',
  'The men suffered two deaths.': 'killed two deaths (noun)',
  'Men with two injuries came.': 'injured Men (subject, with)',
  '30 injured people came.': 'injured 30 injured people (noun)',
  '30 dead people came.': 'killed 30 dead people (noun)',
  '30 slain people came.': 'killed 30 slain people (noun)',
  '30 wounded foxes came.': '',
  '30 wounded people died.': 'killed 30 wounded people (subject, died)',
  '30 injured deaths were told.': 'injured 30 (subject, injured)',
  'A body was found.': 'killed A body (noun)',
  'A body was reported found.': 'killed A body (noun)',
  'A body was lost.': '',
  'A body fell.': '',
  'Two bodies were found.': 'killed Two bodies (noun)',
  "A man's body was found.": "killed A man's body (noun)",
  'If 30 injured people came, it rained.': '',
  'Nine people were killed. Three of them were nurses.': 'killed Nine people (subject, killed)',
  'Nine people were killed, and one of them was hurt.':
    'killed Nine people (subject, killed); injured one (subject, hurt)',
  'Of the nine killed, three were nurses.': 'killed nine (subject, killed)',
  'A clerk was killed in Ardle along with two guards.':
    'killed A clerk (subject, killed); killed two guards (subject, killed)',
  'A clerk was killed in Ardle along with two cows.': 'killed A clerk (subject, killed)',
  'A clerk was killed when two guards fled along with three cooks.':
    'killed A clerk (subject, killed); displaced two guards (subject, fled); displaced three cooks (subject, fled)',
  'Three soldiers, two guards and a cook were killed.':
    'killed Three soldiers (subject, killed); killed two guards (subject, killed); killed a cook (subject, killed)',
  'Six guards and an unknown number of rebels were killed.':
    'killed Six guards (subject, killed); killed rebels (subject, killed)',
  'Two clerks, rebels and four guards were killed.':
    'killed Two clerks (subject, killed); killed four guards (subject, killed)',
  'Ada Brook, a clerk, and Tom Marl were killed.':
    'killed Ada Brook (subject, killed); killed Tom Marl (subject, killed)',
  'Two guards in the old town and three clerks were killed.':
    'killed Two guards (subject, killed); killed three clerks (subject, killed)',
  'Two guards fled and three clerks were killed.':
    'displaced Two guards (subject, fled); killed three clerks (subject, killed)',
  'Two guards came, three clerks were killed.': 'killed three clerks (subject, killed)',
  'The raid killed three soldiers, two guards and a cook.':
    'killed three soldiers (object, killed); killed two guards (object, killed); killed a cook (object, killed)',
  'The raid killed three men and five others fled.':
    'killed three men (object, killed); displaced five others (subject, fled)',
  'The raid killed three men and five others were hurt.':
    'killed three men (object, killed); injured five others (subject, hurt)',
  'The raid killed three men and five in the town were hurt.':
    'killed three men (object, killed); injured five (subject, hurt)',
  'The raid killed three men and five others in Ardle in the north fled.':
    'killed three men (object, killed); displaced five others (subject, fled)',
  'The raid killed three men (two guards, one clerk).':
    'killed three men (object, killed); killed two guards (object, killed) of three men; killed one clerk (object, killed) of three men',
  'The raid killed 12 people, including a child.':
    'killed 12 people (object, killed); killed a child (object, killed) of 12 people',
  'The raid killed 12 people, including two guards, one clerk and a cow.':
    'killed 12 people (object, killed); killed two guards (object, killed) of 12 people; killed one clerk (object, killed) of 12 people',
  'The raid killed 12 people, among them three children.':
    'killed 12 people (object, killed); killed three children (object, killed) of 12 people',
  'The raid killed 12 people, three of them children.':
    'killed 12 people (object, killed); killed three of them children (object, killed) of 12 people',
  'The raid killed 12 people, most of them children.':
    'killed 12 people (object, killed); killed most of them children (object, killed) of 12 people',
  'The raid killed 12 people near two schools, and three guards.':
    'killed 12 people (object, killed); killed three guards (object, killed)',
  'The raid killed 12 people, and wounded three guards.':
    'killed 12 people (object, killed); injured three guards (object, wounded)',
  'The raid killed 12 people, the mayor said, and three guards.':
    'killed 12 people (object, killed); killed three guards (object, killed)',
  'The raid killed 12 people who guarded three clerks and two cooks.': 'killed 12 people (object, killed)',
  '12 people, including three children, were killed.':
    'killed 12 people (subject, killed); killed three children (subject, killed) of 12 people',
  '12 people, three of them children, were killed.':
    'killed 12 people (subject, killed); killed three of them children (subject, killed) of 12 people',
  'Both men were killed.': 'killed Both men (subject, killed)',
  'Twin sisters were killed.': 'killed Twin sisters (subject, killed)',
  'An elderly couple was killed.': 'killed An elderly couple (subject, killed)',
  'A family of six was killed.': 'killed six (subject, killed)',
  'A crew of nine was killed in the crash.': 'killed nine (subject, killed)',
  'Gunmen opened fire on a guard, killing him.': 'killed a guard (object, killing)',
  'Gunmen opened fire on nine guards, killing them.': 'killed nine guards (object, killing)',
  'Gunmen shot at nine guards, killing them.':
    'injured Gunmen (subject, shot); killed nine guards (object, killing)',
  'Nine guards fled from gunmen by three trucks, killing them.': 'displaced Nine guards (subject, fled)',
  'Gunmen near a guard fired, killing him.': '',
  'Gunmen shot and killed nine guards.': 'killed nine guards (object, killed)',
  'The raid killed and wounded 30.': 'other 30 (object, killed)',
  '30 people were killed or wounded.': 'other 30 people (subject, killed)',
  'Gunmen took 12 tourists hostage.': 'detained 12 tourists (object, took)',
  'Three hostages were killed.': 'killed Three hostages (subject, killed)',
  'Three police officers were killed.': 'killed Three police officers (subject, killed)',
  'Three climbers were killed.': 'killed Three climbers (subject, killed)',
  'A 26-year-old Ada Brook was killed.': 'killed A 26-year-old Ada Brook (subject, killed)',
  '26-year-old Ada Brook was killed.': 'killed 26-year-old Ada Brook (subject, killed)',
  'Ada Brook, 26, was killed.': 'killed Ada Brook (subject, killed)',
  'Twenty-year-old Ada Brook and Tom Marl were killed.':
    'killed Twenty-year-old Ada Brook (subject, killed); killed Tom Marl (subject, killed)',
  'ADA BROOK WAS KILLED': 'killed ADA BROOK (subject, killed)',
  'ADA WAS KILLED': '',
  'The raid caused nine deaths and 12 arrests.': 'killed nine deaths (noun); detained 12 arrests (noun)',
  'Police made nine arrests.': 'detained nine arrests (noun)',
  'The killings of nine men were told.': 'killed nine men (of, killings)',
  'There were nine murders.': 'killed nine murders (noun)',
  'Nine men as well as two women were killed.':
    'killed Nine men (subject, killed); killed two women (subject, killed)',
  'Nine men together with two women were killed.':
    'killed Nine men (subject, killed); killed two women (subject, killed)',
  'Not only nine men but also two women were killed.':
    'killed nine men (subject, killed); killed two women (subject, killed)',
  'Nine men [of Ardle] were killed.': 'killed Nine men (subject, killed)',
  'Nine men came: two were killed.': 'killed two (subject, killed)',
  'Nine men came. Two were killed.': 'killed Two (subject, killed)',
  'Sgt. Ada Brook was killed.': 'killed Sgt. Ada Brook (subject, killed)',
  'Nine men could be killed.': '',
  'Nine men did not die.': '',
  'Nine men nearly died.': '',
  'Nine family members were killed.': 'killed Nine family members (subject, killed)',
  'Nine members of a wedding party were killed.': 'killed Nine members (subject, killed)',
  'Nine men, who were reading, were killed.': 'killed Nine men (subject, killed)',
  'A woman last week killed two men Tuesday.': 'killed two men (object, killed)',
  'Eight wounded rebels were freed.': 'freed Eight wounded rebels (subject, freed)',
  'Most of them were killed.': 'killed Most of them (subject, killed)',
  'All of whom were killed.': 'killed All of whom (subject, killed)',
  'Half of these were killed.': 'killed Half of these (subject, killed)',
  'Two of us were killed.': 'killed Two (subject, killed)',
  'One of those was killed.': 'killed One (subject, killed)',
  'Another was killed.': 'killed Another (subject, killed)',
  'Both of them were killed.': 'killed Both (subject, killed)',
  'The other two were killed.': 'killed two (subject, killed)',
  'An additional 12 people were killed.': 'killed 12 people (subject, killed)',
  'The first three soldiers were killed.': 'killed three soldiers (subject, killed)',
  'Nine of the men were killed.': 'killed Nine of the men (subject, killed)',
  'Nine boxes were burned.': '',
  '12 people (three children) were killed.':
    'killed 12 people (subject, killed); killed three children (subject, killed) of 12 people',
  '12 people (three children and a nurse) were killed.':
    'killed 12 people (subject, killed); killed three children (subject, killed) of 12 people; killed a nurse (subject, killed) of 12 people',
  '12 people (three in Ardle) were killed.':
    'killed 12 people (subject, killed); killed three (subject, killed) of 12 people',
  'Nine men – all clerks – were killed.': 'killed Nine men (subject, killed)',
  'Nine men - all clerks - were killed.': 'killed Nine men (subject, killed)',
  'HARRAN – A clerk was killed.': 'killed A clerk (subject, killed)',
  'HARRAN – A clerk guarding two men was killed.': 'killed A clerk (subject, killed)',
  'Nine men – all of them clerks – were killed.':
    'killed Nine men (subject, killed); killed all of them clerks (subject, killed) of Nine men',
  'Nine men & two women were killed.':
    'killed Nine men (subject, killed); killed two women (subject, killed)',
  'Five policemen escorting a passenger bus have been killed.': 'killed Five policemen (subject, killed)',
  'Five policemen guarding two clerks were killed.': 'killed Five policemen (subject, killed)',
  'Nine men were killed in Harran, three in Marl and 12 in Ardle.':
    'killed Nine men (subject, killed); killed three (subject, killed); killed 12 (subject, killed)',
  'Nine men were killed, three in Marl.': 'killed Nine men (subject, killed)',
  'Nine men were killed in Harran and 12 in Marl fled.':
    'killed Nine men (subject, killed); displaced 12 (subject, fled)',
  'Nine men were killed in Harran and 12 villages in Marl burned.': 'killed Nine men (subject, killed)',
  'The raid left Marl province leaving one soldier killed.': 'killed one soldier (subject, killed)',
  'We have heard clerks saying nine men were killed.': 'killed nine men (subject, killed)',
  'Two bombers blew up at a mosque, killing only themselves.': 'killed Two bombers (subject, killing)',
  'The dead and wounded were 30.': 'other 30 (toll, dead)',
  'The dead and wounded numbered 30.': 'other 30 (toll, dead)',
  'The number of dead and wounded was 30.': 'other 30 (toll, the)',
  'The wounded and dead were 30.': 'other 30 (toll, wounded)',
  'The dead numbered 30.': 'killed 30 (toll, dead)',
  'The wounded numbered 30.': 'injured 30 (toll, wounded)',
  'The man accused of killing nine people was freed.':
    'freed The man (subject, freed); killed nine people (object, killing)',
  'A man suspected of murdering nine people was arrested.':
    'detained A man (subject, arrested); killed nine people (object, murdering)',
  'After the shooting two men died.': 'killed two men (subject, died)',
  'He was killed along with 12 of his men.': 'killed 12 of his men (subject, killed)',
  'He was killed along with 12 dogs.': '',
  'The road sees nine deaths a year.': 'killed nine deaths (noun)',
  'Nine people die each day there.': 'killed Nine people (subject, die)',
  'Fires kill nine people every year.': 'killed nine people (object, kill)',
  'Nine people were killed a year ago.': 'killed Nine people (subject, killed)',
  'Nine people were killed a day later.': 'killed Nine people (subject, killed)',
  'Nine people were killed on a day of rain.': 'killed Nine people (subject, killed)',
  'Up to 12 deaths could follow.': 'killed Up to 12 deaths (noun)',
  'Nine deaths could have been avoided.': 'killed Nine deaths (noun)',
  'Nine deaths are expected.': 'killed Nine deaths (noun)',
  'Nine deaths are certain.': 'killed Nine deaths (noun)',
  'They protested against the killing of a boy.': 'killed a boy (of, killing)',
  'A rally against the murder of a nun filled Marl.': 'killed a nun (of, murder)',
  'They marched against the killing of nine boys.': 'killed nine boys (of, killing)',
  'Fighting against the odds, they mourned the killing of a boy.': 'killed a boy (of, killing)',
  'He spoke against the killing of a boy.': 'killed a boy (of, killing)',
  'They protested when a boy was killed.': 'killed a boy (subject, killed)',
  'They protested, and police shot dead a boy.': 'killed a boy (object, shot)',
  'The raid killed 12 people, including two guards and a cook, and wounded three clerks.':
    'killed 12 people (object, killed); killed two guards (object, killed) of 12 people; killed a cook (object, killed) of 12 people; injured three clerks (object, wounded)',
  'The raid killed 12 people, including two guards, and three clerks.':
    'killed 12 people (object, killed); killed two guards (object, killed) of 12 people; killed three clerks (object, killed)',
  'The raid killed 12 people, including two guards who saw three clerks.':
    'killed 12 people (object, killed); killed two guards (object, killed) of 12 people',
  'The raid killed 12 people (including a child).':
    'killed 12 people (object, killed); killed a child (object, killed) of 12 people',
  'The raid killed 12 people (a crew of clerks).': 'killed 12 people (object, killed)',
  'The raid killed 12 people, including Ada Brook, secretary general.':
    'killed 12 people (object, killed); killed Ada Brook (object, killed) of 12 people',
};
