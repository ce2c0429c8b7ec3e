/** Whom "he said" stands for, where the sentence that names him tells of no speech; and the same in other languages. */
import type { RevisionRow } from './row.ts';

export const personRows: Record<string, RevisionRow> = {
  'who “he” is, told by what is his': {
    was: 'Rashid lost his wife in the blast.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Ekdal lost his wife in the blast.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid lost his brother in the blast.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'who “he” is, told by an office between commas': {
    was: 'Rashid, the mayor, visited the site.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Rashid, the mayor, visited the site.\n\nThe bishop, Ekdal, joined them there.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid, the mayor, visited the site.\n\nHarran, a town of bakers, slept.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'who “she” is, told by an age': {
    was: 'Maren, 61, lived by the harbour.\n\n“⟦We buried 14 men⟧,” she said.',
    expires: {
      now: 'Ilse, 61, lived by the harbour.\n\n“⟦We buried 14 men⟧,” she said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Maren, 61, lives by the harbour.\n\nThe harbour froze.\n\n“⟦We buried 14 men⟧,” she said.',
      change: 'same',
    },
  },
  'who “he” is, told by a first name and a last one': {
    was: 'Rashid Oke lost his wife in the blast.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Rashid Oke lost his wife in the blast.\n\nTor Ekdal lost two sons.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid Oke lost his wife in the blast.\n\nHarran Bridge lost two arches.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'who “he” is, behind a clause': {
    was: 'When the roof fell, Rashid was in the kitchen.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'When the roof fell, Ekdal was in the kitchen.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'When the wall fell, Rashid was in the kitchen.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'who “he” is, where nothing but a name tells': {
    was: 'Rashid runs the bakery.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Ekdal runs the bakery.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid ran the bakery.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'who “they” are, that were asked': {
    was: 'Witnesses were interviewed.\n\n⟦Nine men died⟧, they said.',
    expires: {
      now: 'Soldiers were interviewed.\n\n⟦Nine men died⟧, they said.',
      change: 'attribution_changed',
    },
    keeps: { now: 'Witnesses were questioned.\n\n⟦Nine men died⟧, they said.', change: 'same' },
  },
  'a person known from elsewhere, between who said and “he said”': {
    was: 'Ekdal warned the town.\n\nRashid said the port was open.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Ekdal warned the town.\n\nRashid said the port was open.\n\nEkdal runs the bakery.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Ekdal warned the town.\n\nRashid said the port was open.\n\nDorvan sells bread.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'a town that stands, between who said and “he said”': {
    was: 'Rashid said the port was open.\n\nHarran stood in ruins. There was fire in Harran.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Rashid said the port was open.\n\nMaren stood in ruins. There was fire in Harran.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid said the port was open.\n\nDorvan stood in ruins. There was fire in Dorvan.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'somebody who does something, between who said and “he added”': {
    was: 'Rashid said the port was open.\n\nMaren lost her wife.\n\n“⟦We buried 14 men⟧,” he added.',
    expires: {
      now: 'Ekdal said the port was open.\n\nMaren lost her wife.\n\n“⟦We buried 14 men⟧,” he added.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid said the port was open.\n\nIlse lost her wife.\n\n“⟦We buried 14 men⟧,” he added.',
      change: 'same',
    },
  },
  'who “er” is': {
    was: 'Rashid sagte, der Hafen sei offen.\n\n„⟦Wir haben 14 Menschen begraben⟧“, sagte er.',
    expires: {
      now: 'Ekdal sagte, der Hafen sei offen.\n\n„⟦Wir haben 14 Menschen begraben⟧“, sagte er.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid sagte, der Hafen sei zu.\n\n„⟦Wir haben 14 Menschen begraben⟧“, sagte er.',
      change: 'same',
    },
  },
  'who “er” is, told by a name alone': {
    was: 'Rashid besuchte den Ort.\n\n„⟦Wir haben 14 Menschen begraben⟧“, sagte er.',
    expires: {
      now: 'Ekdal besuchte den Ort.\n\n„⟦Wir haben 14 Menschen begraben⟧“, sagte er.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid verließ den Ort.\n\n„⟦Wir haben 14 Menschen begraben⟧“, sagte er.',
      change: 'same',
    },
  },
  'who “il” is': {
    was: 'Rashid a visité le site.\n\n“⟦Nous avons enterré 14 hommes⟧”, a-t-il dit.',
    expires: {
      now: 'Ekdal a visité le site.\n\n“⟦Nous avons enterré 14 hommes⟧”, a-t-il dit.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid a quitté le site.\n\n“⟦Nous avons enterré 14 hommes⟧”, a-t-il dit.',
      change: 'same',
    },
  },
  'who said it in Spanish, by the verb alone': {
    was: 'Rashid visitó el lugar.\n\n“⟦Enterramos a 14 hombres⟧”, dijo.',
    expires: {
      now: 'Ekdal visitó el lugar.\n\n“⟦Enterramos a 14 hombres⟧”, dijo.',
      change: 'attribution_changed',
    },
    keeps: { now: 'Rashid dejó el lugar.\n\n“⟦Enterramos a 14 hombres⟧”, dijo.', change: 'same' },
  },
  'who “он” is': {
    was: 'Рашид сказал, что дорога закрыта.\n\n“⟦Погибли 14 человек⟧”, — добавил он.',
    expires: {
      now: 'Марен сказал, что дорога закрыта.\n\n“⟦Погибли 14 человек⟧”, — добавил он.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Рашид сказал, что дорога открыта.\n\n“⟦Погибли 14 человек⟧”, — добавил он.',
      change: 'same',
    },
  },
  'who added it in Arabic, by the verb alone': {
    was: 'قال رشيد إن الطريق مغلق.\n\n“⟦قتل 12 شخصا⟧”، أضاف.',
    expires: { now: 'قال مارن إن الطريق مغلق.\n\n“⟦قتل 12 شخصا⟧”، أضاف.', change: 'attribution_changed' },
    keeps: { now: 'قال رشيد إن الطريق مفتوح.\n\n“⟦قتل 12 شخصا⟧”، أضاف.', change: 'same' },
  },
  'who said it in Hebrew, by the verb alone': {
    was: 'רשיד אמר שהדרך סגורה.\n\n“⟦12 בני אדם נהרגו⟧”, אמר.',
    expires: { now: 'מארן אמר שהדרך סגורה.\n\n“⟦12 בני אדם נהרגו⟧”, אמר.', change: 'attribution_changed' },
    keeps: { now: 'רשיד אמר שהדרך פתוחה.\n\n“⟦12 בני אדם נהרגו⟧”, אמר.', change: 'same' },
  },
  'who “他” is': {
    was: '李明说道路关闭。\n\n他说⟦12人死亡⟧。',
    expires: { now: '王强说道路关闭。\n\n他说⟦12人死亡⟧。', change: 'attribution_changed' },
    keeps: { now: '李明说道路开放。\n\n他说⟦12人死亡⟧。', change: 'same' },
  },
  'a neighbour of hers, between her and “she said”': {
    was: 'Maren lost her husband in the blast.\n\n“⟦We buried 14 men⟧,” she said.',
    expires: {
      now: 'Maren lost her husband in the blast.\n\nHer neighbour, Ilse Ekdal, lost two sons.\n\n“⟦We buried 14 men⟧,” she said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Maren lost her husband in the blast.\n\nHer house, once a bakery, burned down.\n\n“⟦We buried 14 men⟧,” she said.',
      change: 'same',
    },
  },
  'who “the doctor” is': {
    was: 'Rashid, a doctor in Harran, has seen much.\n\n“⟦We buried 14 men⟧,” the doctor said.',
    expires: {
      now: 'Ekdal, a doctor in Harran, has seen much.\n\n“⟦We buried 14 men⟧,” the doctor said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid, an old doctor in Ardle, has seen it all.\n\nTor, a baker, told the doctor to go.\n\n“⟦We buried 14 men⟧,” the doctor said.',
      change: 'same',
    },
  },
  'who “the mayor” is, named behind the office': {
    was: 'The mayor of Harran, Rashid, called for calm.\n\nThe mayor said ⟦14 men were lost⟧.',
    expires: {
      now: 'The mayor of Harran, Ekdal, called for calm.\n\nThe mayor said ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'The mayor of Harran, Rashid, asked for calm.\n\nIlse met the mayor.\n\nThe mayor said ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'somebody known by his work, between who said and “he said”': {
    was: 'Rashid Oke, the mayor, said the road was shut.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Rashid Oke, the mayor, said the road was shut.\n\nThe driver was taken to hospital.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid Oke, the mayor, said the road was shut.\n\nThe bridge was taken to pieces.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'an officer, between who said and “he said”': {
    was: 'Rashid Oke, the mayor, said the road was shut.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Rashid Oke, the mayor, said the road was shut.\n\nPolice Chief Tor Maren came at noon.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid Oke, the mayor, said the road was shut.\n\nNorline Tours, the company, has 40 buses.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'who said it, told of again, and a namesake': {
    was: 'Rashid Oke, the mayor, said the road was shut.\n\n“⟦We buried 14 men⟧,” he said.',
    expires: {
      now: 'Rashid Oke, the mayor, said the road was shut.\n\nTor Oke, 54, keeps the bridge.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid Oke, the mayor, said the road was shut.\n\nRashid Oke, 54, keeps the bridge.\n\n“⟦We buried 14 men⟧,” he said.',
      change: 'same',
    },
  },
  'the first name of who is called by the last one': {
    was: 'Rashid Oke said the road was shut.\n\n“⟦We buried 14 men⟧,” Oke said.',
    expires: {
      now: 'Tor Oke said the road was shut.\n\n“⟦We buried 14 men⟧,” Oke said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'The mayor, Rashid Karim Oke, said the road was shut.\n\n“⟦We buried 14 men⟧,” Oke said.',
      change: 'same',
    },
  },
  'who is named under a quotation': {
    was: '“⟦We buried 14 men⟧.”\n\n— Rashid Oke',
    expires: { now: '“⟦We buried 14 men⟧.”\n\n— Tor Maren', change: 'attribution_changed' },
    keeps: { now: '“⟦We buried 14 men⟧.”\n\n– Rashid Oke', change: 'same' },
  },
};
