/** Files attached as evidence, and the kept texts of pages. */
import { MAX_FILE_BYTES } from '../../../server/contract/files.ts';
import { fetchSnapshot, getSnapshot, takeSnapshot } from '../../api/evidence.ts';
import { attachFile } from '../../api/files.ts';
import { newId } from '../../api/http.ts';
import { asProblem, isAbort } from '../../api/problem.ts';
import { sizeWords } from '../../words.ts';
import { evidenceNow, takeEvidence } from './evidence-acts.ts';
import type { Session } from './session.ts';

/**
 * Attach a file to the story, and put it into the form that cites evidence. Nothing rests on it until that is saved.
 *
 * Never rejects: what went wrong stands in the form.
 *
 * @param version of the claim that the person sees
 */
export async function attach(session: Session, claimId: string, version: number, file: File): Promise<void> {
  if (session.form(claimId, 'citation').upload !== null)
    return session.tell('One file at a time: the one before is on its way.');
  const { name, size } = file;
  const fieldsNow = () => session.drafts.get(claimId, 'citation')?.fields ?? {};
  const put = (fields: Record<string, string>) =>
    session.drafts.set(
      claimId,
      'citation',
      { ...fieldsNow(), evidenceId: '', kind: 'file', ...fields },
      version,
    );
  put({});
  const refuse = (message: string) =>
    session.setForm(claimId, 'citation', { upload: null, problem: { message, issues: [] } });
  if (size > MAX_FILE_BYTES)
    return refuse(
      `${name} has ${sizeWords(size)}. Claimdesk takes files of up to ${sizeWords(MAX_FILE_BYTES)}.`,
    );
  if (size === 0) return refuse(`There is nothing in ${name}.`);

  const tell = (sent: number) =>
    session.setForm(claimId, 'citation', { upload: { name, size, sent }, problem: null });
  try {
    const kept = await attachFile(session.articleId, newId(), file, (sent) => tell(Math.min(sent, size)));
    const { title = '', fileName = '' } = fieldsNow();
    put({
      fileId: kept.id,
      fileName: kept.name,
      fileSize: String(kept.size),
      // What somebody typed stays; the name of a file that was attached before does not.
      title: title.trim() === '' || title === fileName ? kept.name : title,
    });
    session.setForm(claimId, 'citation', { upload: null, problem: null });
    session.say(`Attached: ${kept.name}`);
  } catch (thrown) {
    const { code, message } = asProblem(thrown);
    refuse(`${name}: ${message}`);
    if (code === 'SIGNED_OFF') void session.refresh();
  }
}

/** Keep the text of a link's page as it was pasted. Rejects with an ApiProblem. */
export async function keepText(session: Session, claimId: string, id: string, text: string): Promise<void> {
  const version = evidenceNow(session, id)?.version ?? 1;
  await takeEvidence(session, claimId, await takeSnapshot(id, { version, text }));
  if (session.texts.has(id)) await readText(session, id);
}

/**
 * Have the page of a link fetched, and its text kept. Never rejects: what went wrong stands beside the button.
 *
 * Other writes do not wait for it: another site may take its time.
 */
export async function fetchText(session: Session, claimId: string, id: string): Promise<void> {
  if (session.pages.has(id)) return;
  const form = `fetch:${id}` as const;
  const page = new AbortController();
  session.pages.set(id, page);
  session.setForm(claimId, form, { busy: true, problem: null });
  try {
    const version = evidenceNow(session, id)?.version ?? 1;
    await takeEvidence(session, claimId, await fetchSnapshot(id, { version }, page.signal));
    session.say('The text of the page is kept.');
    if (session.texts.has(id)) await readText(session, id);
  } catch (thrown) {
    if (!isAbort(thrown)) {
      const problem = asProblem(thrown);
      session.setForm(claimId, form, { problem });
      // Whoever asks once more asks for what is there now.
      if (problem.code === 'STALE_VERSION') await session.loadCitations(claimId);
      if (problem.code === 'SIGNED_OFF') void session.refresh();
    }
  } finally {
    session.pages.delete(id);
    session.setForm(claimId, form, { busy: false });
  }
}

/** Fetch the newest kept text of a page. Never rejects: what went wrong stands in its place. */
export async function readText(session: Session, id: string): Promise<void> {
  const sha256 = evidenceNow(session, id)?.snapshot?.sha256 ?? '';
  const known = session.texts.get(id);
  if (known?.sha256 === sha256 && known.text !== null) return;
  session.texts.set(id, { sha256, text: null, problem: null });
  session.changed();
  try {
    const { sha256: now, text } = await getSnapshot(id);
    session.texts.set(id, { sha256: now, text, problem: null });
  } catch (thrown) {
    session.texts.set(id, { sha256, text: null, problem: asProblem(thrown) });
  }
  session.changed();
}
