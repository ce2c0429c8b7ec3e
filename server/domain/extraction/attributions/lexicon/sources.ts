/** Words that tell what kind of source a noun phrase is. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const DOCUMENT_WORDS = set(`
  report reports study studies survey surveys poll polls document documents letter letters statement statements memo
  memos email emails filing filings ruling rulings indictment complaint affidavit transcript transcripts data figures
  statistics records record book article articles column editorial essay speech video videos footage
  recording tape photo photos image images map chart graph slide website site page post posts tweet tweets law laws bill
  rule rules constitution treaty agreement resolution communique communiqué release dossier audit review analysis
  assessment estimate estimates census index file files cable cables note diary manifesto plan proposal message brief
  script film documentary ad advertisement leaflet notice warrant verdict invoice contract bylaws charter decree order
  average averages findings research evidence`);

export const MEDIA_WORDS = set(`
  newspaper newspapers paper papers daily weekly magazine broadcaster broadcasters channel network networks station media press agency
  agencies wire outlet outlets tabloid tabloids blog journal times post tribune gazette herald telegraph guardian
  chronicle courier observer news tv television radio cnn bbc nbc abc cbs npr msnbc reuters bloomberg journalists
  reporters`);

export const BODY_WORDS = set(`
  ministry ministries government governments party parties army military police force forces navy group groups company
  companies firm firms bank banks office offices court courts council councils committee commission union unions
  university universities school institute institution association associations agency department departments
  administration authority authorities organisation organisations organization organizations coalition alliance
  parliament congress senate house board team teams club movement front foundation charity charities watchdog
  observatory embassy embassies campaign church hospital brigade brigades militia regime state states nation nations
  country countries corporation industry mission federation league chamber bureau service services cabinet center
  centre society network fund trust assembly secretariat consulate conglomerate airline airlines opposition rebels
  militants jihadists palace kremlin pentagon vatican
  regulator regulators`);

/** Titles and offices that stand before a name and are no part of it. */
export const NAME_TITLES = set(`
  mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lord lady dame rev rev. fr fr. sen sen. sens sens. rep rep. reps
  reps. gov gov. gen gen. lt lt. col col. maj maj. capt capt. sgt sgt. adm adm. president premier minister ambassador
  envoy chief leader director commander mayor governor professor secretary chairman chairwoman chairperson chair general
  colonel captain major lieutenant sergeant admiral judge justice senator congressman congresswoman lawmaker doctor
  king queen prince princess bishop archbishop pope cardinal imam rabbi chancellor prosecutor coach superintendent
  inspector sheriff commissioner spokesman spokeswoman spokesperson emir sheikh former vice deputy prime foreign
  attorney representative brigadier detective constable`);
