/** Nouns for what kills and who does, and the names of countries. Lower case. */
import { wordSet } from '../word-set.ts';

export const EVENTS = wordSet(`
  attack attacks assault assaults ambush ambushes raid raids airstrike airstrikes strike strikes bombing bombings blast
  blasts explosion explosions bomb bombs bombardment shelling shooting shootings shootout gunfight gunfire firefight
  crossfire clash clashes fighting battle battles combat offensive operation operations incursion massacre massacres
  crash crashes collision accident accidents derailment fire fires blaze blazes wildfire wildfires flood floods flooding
  landslide landslides mudslide mudslides avalanche earthquake quake tremor tsunami storm storms hurricane cyclone typhoon
  tornado tornadoes heatwave drought famine epidemic outbreak cholera ebola collapse stampede crush riot riots unrest
  violence protest protests encounter skirmish skirmishes mine landmine landmines missile missiles rocket rockets drone
  drones mortar mortars grenade grenades shell shells device poisoning eruption disaster war conflict crackdown siege
  stabbing stabbings knifing rampage spree dispute robbery purge sinking capsizing incident`);

export const FORCES = wordSet(`
  army forces police militia militias group groups military government regime troops navy guard guards gang gangs
  coalition alliance front brigade brigades battalion unit units party movement authorities security commandos
  command airforce patrol squad squads cartel cartels faction factions organisation organization network`);

/** Their usual short names, as news prints them. */
export const COUNTRIES: ReadonlySet<string | undefined> = new Set(
  `afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|
   barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia|botswana|brazil|britain|brunei|bulgaria|burkina faso|burma|
   burundi|cambodia|cameroon|canada|chad|chile|china|colombia|comoros|congo|costa rica|croatia|cuba|cyprus|denmark|
   djibouti|dominica|ecuador|egypt|el salvador|england|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|gabon|gambia|
   georgia|germany|ghana|greece|grenada|guatemala|guinea|guyana|haiti|honduras|hungary|iceland|india|indonesia|iran|iraq|
   ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|
   lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|macedonia|madagascar|malawi|malaysia|maldives|mali|malta|
   mauritania|mauritius|mexico|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|netherlands|
   new zealand|nicaragua|niger|nigeria|north korea|north macedonia|norway|oman|pakistan|palestine|panama|
   papua new guinea|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|samoa|saudi arabia|scotland|
   senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|south sudan|spain|
   sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga|tunisia|turkey|
   turkmenistan|uganda|ukraine|united arab emirates|united kingdom|united states|uruguay|uzbekistan|vanuatu|venezuela|
   vietnam|wales|yemen|zambia|zimbabwe`
    .split('|')
    .map((name) => name.trim()),
);
