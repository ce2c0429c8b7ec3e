/** What the stories of the bench are made of. All names are made up; the same number always gives the same words. */
export const PLACE_BEGINNINGS =
  'Har Pell Mar Tor Dun Ald Bram Cor Est Fen Gar Holl Ing Kel Mor Nor Rav Sal Thorn Ulm'.split(' ');
export const PLACE_ENDINGS =
  'row worth mere stead wick combe ley gate haven bridge moor field ness port dale holm by minster ford gar'.split(
    ' ',
  );
export const FIRST_NAMES =
  'Mara Ilse Tobin Arne Selma Rufus Odile Piet Wanda Casper Nell Ivo Greta Hamish Lena Otis Runa Silas Thea Viggo'.split(
    ' ',
  );
export const NAME_BEGINNINGS =
  'Ost Vell Quin Brai Hald Lind Mart Norr Pasc Rask Stein Tess Ull Wend Yar Zan'.split(' ');
export const NAME_ENDINGS = 'ander ova mark sen aby ier olt quist ram by ette ovic'.split(' ');
export const TITLES =
  'Inspector,Harbour master,Mayor,Doctor,Colonel,Union leader,Fire chief,Minister,Nurse,Judge'.split(',');
export const CUES = 'said,told reporters that,confirmed that,wrote in a report that,claimed that'.split(',');
export const BOUNDS = 'at least,about,more than,up to,exactly,nearly'.split(',');
/** In the order of `BOUNDS`. */
export const MODIFIERS = 'at_least,about,more_than,up_to,exact,about'.split(',');
export const VICTIMS =
  'dock workers,passengers,farmers,schoolchildren,soldiers,nurses,reporters,prisoners,residents,divers,miners,strikers'.split(
    ',',
  );
/** In the order of `VICTIMS`. */
export const CATEGORIES =
  'civilian,civilian,civilian,child,combatant,medic,journalist,prisoner,civilian,civilian,civilian,civilian'.split(
    ',',
  );
export const FATES =
  'were injured,were killed,were still missing,had been detained,were freed,had to leave their homes'.split(
    ',',
  );
/** In the order of `FATES`. */
export const OUTCOMES = 'injured,killed,missing,detained,freed,displaced'.split(',');
export const CAUSES =
  'when a crane fell,after a ferry ran aground,in a fire at a warehouse,when a dam burst,in clashes at the gates of a mill,after a storm,when a bridge gave way,in a collision of two trams,after a raid,when a mine shaft flooded,during a march,in an explosion'.split(
    ',',
  );
export const DAYS = 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday'.split(',');
