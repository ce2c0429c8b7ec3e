/** Every row of the tables of changed texts. */
import { aroundRows } from './around.ts';
import { commentRows } from './comments.ts';
import { hangingRows, laterRows, listedRows } from './hanging.ts';
import { behindRows, denialRows, leadInRows, settingRows } from './nearby.ts';
import { noteRows } from './notes.ts';
import { personRows } from './persons.ts';
import { placeRows, scriptRows } from './places.ts';
import type { RevisionRow } from './row.ts';
import { orderRows, speakerRows } from './speakers.ts';
import { turnedRows, writtenRows } from './turned.ts';
import { besideRows, voiceRows } from './voices.ts';
import { boundRows, categoryRows, figureRows, negationRows, rewordedRows } from './words.ts';

export const revisionRows: Readonly<Record<string, RevisionRow>> = {
  ...figureRows,
  ...boundRows,
  ...categoryRows,
  ...negationRows,
  ...rewordedRows,
  ...voiceRows,
  ...besideRows,
  ...aroundRows,
  ...placeRows,
  ...scriptRows,
  ...settingRows,
  ...behindRows,
  ...denialRows,
  ...leadInRows,
  ...turnedRows,
  ...writtenRows,
  ...hangingRows,
  ...listedRows,
  ...laterRows,
  ...speakerRows,
  ...orderRows,
  ...commentRows,
  ...personRows,
  ...noteRows,
};
