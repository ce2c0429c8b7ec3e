/** The evidence beside a claim that is to be decided on: of what is shown, or none. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReviewingController } from '../../client/controllers/reviewing.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};
let answers: ((answer: Response) => void)[] = [];
const answer = async (at: number, response: Response) => {
  await vi.waitFor(() => expect(answers.length).toBeGreaterThan(at));
  answers[at]?.(response);
  await vi.waitFor(() => expect(response.bodyUsed).toBe(true));
  await new Promise((resolve) => setImmediate(resolve));
};
const none = () => Response.json({ items: [] });
const refusal = () => Response.json({ code: 'NOT_FOUND', message: 'Not here.' }, { status: 404 });

beforeEach(() => {
  answers = [];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal(
    'fetch',
    vi.fn<() => Promise<Response>>(
      () =>
        new Promise((resolve) => {
          answers.push(resolve);
        }),
    ),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('goes when something newer of the claim is shown, and an answer from before is dropped', async () => {
  const reviewing = new ReviewingController(host);
  void reviewing.look(ID);
  await answer(0, none());
  expect(reviewing.citations(ID)).toEqual([]);
  void reviewing.renew(ID);
  expect(reviewing.citations(ID)).toBeNull();
  void reviewing.renew(ID);
  await answer(1, none());
  expect(reviewing.citations(ID)).toBeNull();
  await answer(2, none());
  expect(reviewing.citations(ID)).toEqual([]);
});

test('that could not be fetched is asked for again by whoever comes to look, and by nothing else', async () => {
  const reviewing = new ReviewingController(host);
  void reviewing.look(ID);
  await answer(0, refusal());
  expect(reviewing.problem(ID)).not.toBeNull();
  void reviewing.look(ID);
  expect(answers).toHaveLength(1);
  void reviewing.look(ID, { afterFailure: true });
  await answer(1, none());
  expect(reviewing.citations(ID)).toEqual([]);
  expect(reviewing.problem(ID)).toBeNull();
});
