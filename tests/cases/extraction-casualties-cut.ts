/** Sentences in which most rules have something to look for; each is read cut at every word. */
export const cutCases: readonly string[] = [
  'Nine people (three children, two of them nurses) were killed in Harran on Monday, and 12 in Marl on Tuesday.',
  'Ada Brook, 45, a clerk, and Tom Marl were shot dead along with two guards, including a boy aged 12.',
  'Gunmen from the north beat the two men to death, took 12 tourists hostage and forced 900 villagers from their homes.',
  'Police said on Tuesday that the four women he is accused of shooting were taken to a hospital with minor injuries.',
  'The death toll rose from 9 to 12; the number of people missing fell to six, and the wounded numbered 30.',
  'Among the dead were two nurses; also wounded was a guard, whose arm the blast broke, killing him.',
  'The raid killed and wounded at least 30 rebels, most of them children, since the war began in March 2011.',
  'A double murder and the deaths of five of its soldiers: the army lost 13 men, one fatally, two critically.',
  'Nine climbers fell 300 feet to their deaths, and a body was found; the fire claimed nine victims and 14 lives.',
  'Three sailors, who suffered the loss of a leg, felt very ill and were treated by medics or sent to hospital.',
  'Two bombers blew themselves up, killing only themselves; the mob buried 15 workers alive and burned a guard’s hand.',
  'Troops rescued 40 hostages after they protested against the killing of a boy, and freed both of them a day later.',
];
