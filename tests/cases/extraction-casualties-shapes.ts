/**
 * How a text is divided: the kind of each stretch with its words. Of people also the marked words in brackets, category and
 * label, an outcome that the noun tells, low and high, and whether they are of others named before or have no noun.
 */
export const shapeCases: Readonly<Record<string, string>> = {
  'At least 12 people died.': 'counted<At least 12 people>+unspecified=people+12- term<died> break<.>',
  'The other two women died.': 'counted<The other two women [two women]>+woman=women+2-2 term<died> break<.>',
  'An additional 12 soldiers came.':
    'counted<An additional 12 soldiers [12 soldiers]>+combatant=soldiers+12-12 verb<came> break<.>',
  'The last three of them left.':
    'counted<The last three of them [three]>+3-3+of them+bare chain<left> break<.>',
  'Another was seen.': 'single<Another>+bare be<was> verb<seen> break<.>',
  'Both were seen.': 'pair<Both>+bare be<were> verb<seen> break<.>',
  'Both of them were seen.': 'pair<Both of them [Both]>+of them+bare be<were> verb<seen> break<.>',
  'A cook and his son left.':
    'single<A cook>+unspecified=cook conjunction<and> single<his son>+unspecified=son chain<left> break<.>',
  'Most of them children.': 'share<Most of them children>+child=children+of them+bare break<.>',
  'Half of whom were nurses.':
    'share<Half of whom>+of them+bare be<were> plural<nurses>+medic=nurses break<.>',
  'Six of them children.': 'counted<Six of them children>+child=children+6-6+of them+bare break<.>',
  'One of whom was a nurse.':
    'counted<One of whom [One]>+1-1+of them+bare be<was> single<a nurse>+medic=nurse break<.>',
  'Nine of the old houses burned.':
    'counted<Nine>+9-9+bare preposition<of> thing<the old houses> term<burned> break<.>',
  '12 deaths and 3 arrests.':
    'counted<12 deaths>+killed+12-12 conjunction<and> counted<3 arrests>+detained+3-3 break<.>',
  'Nine killings shook Marl.': 'counted<Nine killings>+killed+9-9 verb<shook> name<Marl> break<.>',
  '30 injured people arrived.': 'counted<30 injured people>+unspecified=people+30-30 verb<arrived> break<.>',
  'Eight wounded rebels spoke.': 'counted<Eight wounded rebels>+combatant=rebels+8-8 verb<spoke> break<.>',
  'Two rebel commanders spoke.':
    'counted<Two rebel commanders>+unspecified=commanders+2-2 verb<spoke> break<.>',
  'Two police dogs barked.': 'thing<Two police dogs>+2-2 verb<barked> break<.>',
  "Three soldiers' houses stood.": "thing<Three soldiers' houses>+3-3 verb<stood> break<.>",
  "Two guards' hands shook.":
    "counted<Two guards' hands [Two guards]>+unspecified=guards+2-2 verb<shook> break<.>",
  "The clerk's fingers shook.": "single<The clerk's fingers>+unspecified=clerk+part verb<shook> break<.>",
  'Three rebel strongholds fell.': 'thing<Three rebel strongholds>+3-3 verb<fell> break<.>',
  'Three rebel typists spoke.': 'counted<Three rebel typists>+unspecified=typists+3-3 verb<spoke> break<.>',
  'Three buses stopped.': 'thing<Three buses>+3-3 verb<stopped> break<.>',
  'A passenger bus stopped.': 'unknown<A passenger bus> verb<stopped> break<.>',
  'A police colonel came.': 'single<A police colonel>+unspecified=colonel verb<came> break<.>',
  'An elderly couple came.': 'pair<An elderly couple>+unspecified=couple verb<came> break<.>',
  'Twin sisters came.': 'pair<Twin sisters>+unspecified=sisters verb<came> break<.>',
  'A zitherist came.': 'unknown<A zitherist> verb<came> break<.>',
  'Soldiers came.': 'plural<Soldiers>+combatant=Soldiers verb<came> break<.>',
  'Ada Brook came.': 'name<Ada Brook> verb<came> break<.>',
  'Sgt. Ada Brook came.': 'name<Sgt. Ada Brook> verb<came> break<.>',
  '26-year-old Ada Brook came.': 'name<26-year-old Ada Brook> verb<came> break<.>',
  'A 26-year-old Ada Brook came.': 'unknown<A 26-year-old Ada Brook> verb<came> break<.>',
  'Ada Brook, 45, came.': 'name<Ada Brook> comma<,> adverb<45> comma<,> verb<came> break<.>',
  'A man, 45, came.': 'single<A man>+unspecified=man comma<,> adverb<45> comma<,> verb<came> break<.>',
  'Two boys, aged 8 and 10, came.':
    'counted<Two boys>+child=boys+2-2 comma<,> adverb<aged> adverb<8> conjunction<and> adverb<10> comma<,> verb<came> break<.>',
  'The boys, aged 8 to 10, came.':
    'plural<The boys>+child=boys comma<,> adverb<aged> adverb<8> to<to> adverb<10> comma<,> verb<came> break<.>',
  'A woman last week came.': 'single<A woman>+woman=woman time<last week> verb<came> break<.>',
  'Two men Tuesday came.': 'counted<Two men>+unspecified=men+2-2 time<Tuesday> verb<came> break<.>',
  'Early Monday two men came.':
    'adverb<Early> time<Monday> counted<two men>+unspecified=men+2-2 verb<came> break<.>',
  'On Tuesday it rained.': 'preposition<On> time<Tuesday> pronoun<it> verb<rained> break<.>',
  'In March it rained.': 'preposition<In> time<March> pronoun<it> verb<rained> break<.>',
  'Last year it rained.': 'time<Last year> pronoun<it> verb<rained> break<.>',
  'ADA BROOK CAME.': 'name<ADA BROOK> verb<CAME> break<.>',
  'ADA CAME.': 'unknown<ADA> verb<CAME> break<.>',
  'TWO MEN CAME.': 'counted<TWO MEN>+unspecified=MEN+2-2 verb<CAME> break<.>',
  'Two Killed as Bus Overturns': 'counted<Two>+2-2+bare term<Killed> subordinator<as> name<Bus Overturns>',
  'Troops met 3 IS men.':
    'plural<Troops>+combatant=Troops verb<met> counted<3 IS men>+unspecified=men+3-3 break<.>',
  'The U.S. pilot spoke.': 'single<The U.S. pilot>+unspecified=pilot verb<spoke> break<.>',
  'A "rebel" general spoke.': 'single<A "rebel" general>+unspecified=general verb<spoke> break<.>',
  'Two ex-soldiers spoke.': 'counted<Two ex-soldiers>+combatant=soldiers+2-2 verb<spoke> break<.>',
  'Two Syrian soldiers spoke.': 'counted<Two Syrian soldiers>+combatant=soldiers+2-2 verb<spoke> break<.>',
  'Two Syrians spoke.': 'counted<Two Syrians>+unspecified=Syrians+2-2 verb<spoke> break<.>',
  'The Syrian army spoke.': 'unknown<The Syrian army> verb<spoke> break<.>',
  'Two aid workers spoke.': 'counted<Two aid workers>+aid_worker=aid workers+2-2 verb<spoke> break<.>',
  'Two police officers spoke.':
    'counted<Two police officers>+unspecified=police officers+2-2 verb<spoke> break<.>',
  'Two family members spoke.':
    'counted<Two family members>+unspecified=family members+2-2 verb<spoke> break<.>',
  '12 TTP/LEI militants spoke.':
    'counted<12 TTP/LEI militants>+combatant=militants+12-12 verb<spoke> break<.>',
  '12 people captive.': 'counted<12 people captive [12 people]>+unspecified=people+12-12 break<.>',
  '12 soldiers prisoner.': 'counted<12 soldiers prisoner [12 soldiers]>+combatant=soldiers+12-12 break<.>',
  'Two armed men spoke.': 'counted<Two armed men>+unspecified=men+2-2 verb<spoke> break<.>',
  'Two armed and masked men spoke.':
    'counted<Two>+2-2+bare verb<armed> conjunction<and> verb<masked> plural<men>+unspecified=men verb<spoke> break<.>',
  '12 unidentified bodies lay there.':
    'counted<12 unidentified bodies>+killed+12-12 verb<lay> pronoun<there> break<.>',
  'A double murder.': 'counted<A double murder [double murder]>+killed+2-2 break<.>',
  'The fatal double shooting.': 'unknown<The fatal double> term<shooting> break<.>',
  'A deadly triple stabbing.': 'unknown<A deadly triple> term<stabbing> break<.>',
  'A triple shooting.': 'counted<A triple shooting [triple shooting]>+injured+3-3 break<.>',
  'The double agent.': 'single<The double agent>+unspecified=agent break<.>',
  'Clerks as well as cooks.':
    'plural<Clerks>+unspecified=Clerks conjunction<as well as> plural<cooks>+unspecified=cooks break<.>',
  'Clerks along with cooks.':
    'plural<Clerks>+unspecified=Clerks conjunction<along with> plural<cooks>+unspecified=cooks break<.>',
  'Clerks together with cooks.':
    'plural<Clerks>+unspecified=Clerks conjunction<together with> plural<cooks>+unspecified=cooks break<.>',
  'Clerks but also cooks.':
    'plural<Clerks>+unspecified=Clerks conjunction<but also> plural<cooks>+unspecified=cooks break<.>',
  'Clerks but no cooks.':
    'plural<Clerks>+unspecified=Clerks subordinator<but> plural<no cooks>+unspecified=cooks break<.>',
  '12 people, including cooks, among them nurses, notably clerks.':
    'counted<12 people>+unspecified=people+12-12 comma<,> part<including> plural<cooks>+unspecified=cooks comma<,> part<among them> plural<nurses>+medic=nurses comma<,> part<notably> plural<clerks>+unspecified=clerks break<.>',
  'Cooks – clerks - maids -- men; boys: girls! nuns? priests… monks | deacons':
    'plural<Cooks>+unspecified=Cooks comma<–> plural<clerks>+unspecified=clerks comma<-> plural<maids>+unspecified=maids break<-> plural<men>+unspecified=men break<;> plural<boys>+child=boys break<:> plural<girls>+child=girls break<!> plural<nuns>+unspecified=nuns break<?> plural<priests>+unspecified=priests break<…> plural<monks>+unspecified=monks break<|> unknown<deacons>',
  'Cooks & clerks (nuns) [monks] spoke.':
    'plural<Cooks>+unspecified=Cooks conjunction<&> plural<clerks>+unspecified=clerks verb<spoke> break<.>',
  'Cooks (AFP) spoke.': 'plural<Cooks>+unspecified=Cooks verb<spoke> break<.>',
  'Cooks [not named, 12 of them] spoke.':
    'plural<Cooks>+unspecified=Cooks comma<[> adverb<not> verb<named> comma<,> counted<12 of them [12]>+12-12+of them+bare comma<]> verb<spoke> break<.>',
  'Cooks (including nuns) spoke.':
    'plural<Cooks>+unspecified=Cooks comma<(> part<including> plural<nuns>+unspecified=nuns comma<)> verb<spoke> break<.>',
  'He spoke. She spoke.': 'pronoun<He> verb<spoke> break<.> pronoun<She> verb<spoke> break<.>',
  'Mr. Brook spoke.': 'name<Mr. Brook> verb<spoke> break<.>',
  'Of the 30 injured, nine are children.':
    'preposition<Of> counted<the 30 [30]>+30-30+bare term<injured> comma<,> counted<nine>+9-9+bare be<are> plural<children>+child=children break<.>',
  'A total of 12 spoke.':
    'adverb<A> unknown<total> preposition<of> counted<12>+12-12+bare verb<spoke> break<.>',
  'A group of nine clerks spoke.':
    'thing<A group> preposition<of> counted<nine clerks>+unspecified=clerks+9-9 verb<spoke> break<.>',
  'He could not have been there.':
    'pronoun<He> modal<could> adverb<not> have<have> be<been> pronoun<there> break<.>',
  'It does rain, quickly.': 'pronoun<It> do<does> unknown<rain> comma<,> adverb<quickly> break<.>',
  'They who ran and which spoke, that whom.':
    'pronoun<They> relative<who> verb<ran> conjunction<and> relative<which> verb<spoke> comma<,> relative<that> relative<whom> break<.>',
  'While it rained, after he came, because nobody spoke.':
    'subordinator<While> pronoun<it> verb<rained> comma<,> subordinator<after> pronoun<he> verb<came> comma<,> subordinator<because> counted<nobody>+0-0+bare verb<spoke> break<.>',
  'Reported, believed, feared, left.':
    'adverb<Reported> comma<,> chain<believed> comma<,> chain<feared> comma<,> chain<left> break<.>',
  'Family, ally, police, elderly, assembly, reply.':
    'name<Family> comma<,> unknown<ally> comma<,> plural<police>+unspecified=police comma<,> plural<elderly>+unspecified=elderly comma<,> unknown<assembly> comma<,> unknown<reply> break<.>',
  'Wedding, building, evening, hundred, nothing, being.':
    'name<Wedding> comma<,> thing<building> comma<,> time<evening> comma<,> unknown<hundred> comma<,> pronoun<nothing> comma<,> be<being> break<.>',
  'Walked, singing, red, ring.':
    'verb<Walked> comma<,> verb<singing> comma<,> unknown<red> comma<,> unknown<ring> break<.>',
  'In 2014 in the old town near Marl.':
    'preposition<In> adverb<2014> preposition<in> thing<the old town> preposition<near> name<Marl> break<.>',
  'On 3 January 2014, 12 men spoke.':
    'preposition<On> unknown<3 January 2014> comma<,> counted<12 men>+unspecified=men+12-12 verb<spoke> break<.>',
  'He was 45 years old and 12 miles away.':
    'pronoun<He> be<was> unknown<45 years old> conjunction<and> unknown<12 miles away> break<.>',
  '17 Quay Street.': 'counted<17 Quay Street>+17-17 break<.>',
  'No one spoke.': 'counted<No one>+0-0+bare verb<spoke> break<.>',
  'Every man spoke.': 'single<Every man>+unspecified=man verb<spoke> break<.>',
  'To sing to Marl.': 'to<To> unknown<sing> to<to> name<Marl> break<.>',
  'Pupils, not 12 of them, spoke.':
    'plural<Pupils>+unspecified=Pupils comma<,> adverb<not> adverb<12> preposition<of> pronoun<them> comma<,> verb<spoke> break<.>',
};
