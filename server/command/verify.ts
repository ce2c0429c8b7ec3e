/** `claimdesk verify`: whether what somebody was handed is what left the desk, and still holds. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { GetArticle } from '../contract/articles.ts';
import { FindExports } from '../contract/exports.ts';
import { VerifyHistory } from '../contract/history.ts';
import { GetSignOff } from '../contract/sign-off.ts';
import type { Desk } from './desk.ts';
import { fileWords } from './failures.ts';
import type { Terminal } from './terminal.ts';

/**
 * Hold files to the desk's record of what it handed out, by their SHA-256. The files themselves stay here.
 *
 * @returns whether each is one of them, and all its claims still stand as it says
 */
export async function verifyFiles(
  desk: Desk,
  terminal: Terminal,
  files: readonly string[],
): Promise<boolean> {
  let good = true;
  for (const [index, file] of files.entries()) {
    terminal.progress(`${index + 1} of ${files.length}: ${file}`);
    const sha256 = await digestOf(file, terminal.stop).catch((error: unknown) => {
      if (terminal.stop.aborted) throw error;
      terminal.say('unread', file, `It cannot be read: ${fileWords(error)}.`);
      return null;
    });
    const found = sha256 === null ? null : await desk.call(FindExports, { query: { sha256 } });
    const [newest] = found?.items ?? [];
    if (newest?.changed !== 0) good = false;
    if (found === null) continue;
    if (newest === undefined)
      terminal.say('unknown', file, 'No file of these bytes left the desk, or none that is for you.');
    else {
      const { kind, by, at, claims, changed } = newest;
      const left = `${kind} by ${by.name}, ${at}: ${claims} ${claims === 1 ? 'claim' : 'claims'}`;
      if (changed === 0) terminal.say('whole', file, left);
      else terminal.say('outdated', file, `${left}, ${changed} of them changed since`);
    }
  }
  terminal.progress('');
  return good;
}

async function digestOf(file: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash, { signal });
  return hash.digest('hex');
}

/**
 * Hold a story's text, as the desk gives it, to its sign-off.
 *
 * @returns whether the current text is signed off, word for word
 */
export async function verifyStory(desk: Desk, terminal: Terminal, articleId: string): Promise<boolean> {
  const params = { articleId };
  const [{ revision, title }, { signOff }] = [
    await desk.call(GetArticle, { params }),
    await desk.call(GetSignOff, { params }),
  ];
  const sha256 = createHash('sha256').update(revision.text, 'utf8').digest('hex');
  const tell = (what: string, words: string) => {
    terminal.say(what, articleId, title, words);
    return what === 'signed_off';
  };
  if (sha256 !== revision.sha256)
    return tell('broken', `The text of revision ${revision.number} is not what was stored.`);
  if (signOff === null) return tell('open', `Revision ${revision.number} is not signed off.`);
  if (signOff.sha256 !== sha256)
    return tell('broken', `Another text than that of revision ${revision.number} is signed off.`);
  return tell('signed_off', `revision ${signOff.revision}, ${signOff.at}, SHA-256 ${sha256}`);
}

/**
 * Let the server walk every chain of its history.
 *
 * @returns whether all are whole
 */
export async function verifyHistory(desk: Desk, terminal: Terminal): Promise<boolean> {
  terminal.progress('the server reads its history');
  const { streams, events, erased, broken } = await desk.call(VerifyHistory);
  for (const { stream, seq, what } of broken)
    terminal.say('broken', stream.kind, stream.id, `event ${seq}: ${what.replaceAll('_', ' ')}`);
  const walked = `${streams} streams, ${events} events, what ${erased} of them said erased by right`;
  terminal.say(broken.length === 0 ? 'whole' : 'found', walked, `${broken.length} broken`);
  return broken.length === 0;
}
