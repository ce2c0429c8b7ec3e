/** How the client speaks to the server: keys, retries, refusals. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  addressOf,
  call,
  pageIsOf,
  SIGNED_IN,
  SIGNED_OUT,
  SignedOutEvent,
  sendFile,
} from '../../client/api/http.ts';
import { ApiProblem } from '../../client/api/problem.ts';
import { getMe } from '../../client/api/session.ts';
import { AttachFile } from '../../server/contract/files.ts';
import { GetMe, GetSetup, SignIn, SignOut } from '../../server/contract/people.ts';
import { CreateSource, ListSources } from '../../server/contract/sources.ts';

const ME = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'Ines Duarte',
  email: 'ines@desk.test',
  role: 'editor',
  can: [],
};
const SOURCE = {
  id: '01890a5d-ac96-774b-bcce-b302099a8058',
  name: 'Harbour Office',
  kind: 'organisation',
  aliases: [],
  affiliations: [],
  note: null,
  description: null,
  confidential: false,
  readerIds: [],
  mergedInto: null,
  createdBy: ME.id,
  createdAt: '2024-03-01T09:00:00.000Z',
  version: 1,
  can: ['edit'],
};
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const problem = (status: number, code: string, extra: object = {}) =>
  json({ type: 'about:blank', title: 'No.', status, code, ...extra }, status);

const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>();
const keyOf = (index: number) => new Headers(fetched.mock.calls[index]?.[1].headers).get('Idempotency-Key');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  fetched.mockReset();
});

/** Settle a call whose pauses are run through at once. */
async function settled<T>(calling: Promise<T>): Promise<T | ApiProblem> {
  const caught = calling.catch((thrown: unknown) => {
    if (thrown instanceof ApiProblem) return thrown;
    throw thrown;
  });
  await vi.runAllTimersAsync();
  return caught;
}
async function refusal(calling: Promise<unknown>): Promise<ApiProblem> {
  const result = await settled(calling);
  if (result instanceof ApiProblem) return result;
  throw new Error('was not refused');
}

describe('whose a call is', () => {
  const body = { name: 'Harbour Office', kind: 'organisation' } as const;
  const OTHER = '01890a5d-ac96-774b-bcce-b302099a8060';
  const personOf = (index: number) =>
    new Headers(fetched.mock.calls[index]?.[1].headers).get('X-Claimdesk-Person');
  beforeEach(() => pageIsOf(ME.id));

  test('is said with it: the person of the page, or whoever wrote it, or nobody', async () => {
    fetched.mockImplementation(async () => json(SOURCE));
    await settled(call(CreateSource, { body }));
    await settled(call(CreateSource, { body, person: OTHER }));
    await settled(call(CreateSource, { body, person: null }));
    expect([personOf(0), personOf(1), personOf(2)]).toEqual([ME.id, OTHER, null]);
  });

  test('is said with what only reads as well, and not with what is open to everybody', async () => {
    fetched.mockImplementation(async () => json({ items: [], nextCursor: null }));
    await settled(call(ListSources));
    fetched.mockImplementation(async () => json(ME));
    await settled(call(GetMe, { person: null }));
    fetched.mockImplementation(async () => json({ needed: false }));
    await settled(call(GetSetup));
    expect([personOf(0), personOf(1), personOf(2)]).toEqual([ME.id, null, null]);
  });

  test('who is signed in is asked for, whose page it may be', async () => {
    fetched.mockImplementation(async () => json(ME));
    await settled(getMe());
    expect(personOf(0)).toBeNull();
  });

  test('where a read would be answered to somebody else, it waits until its person is back', async () => {
    fetched
      .mockResolvedValueOnce(problem(401, 'SOMEONE_ELSE'))
      .mockResolvedValueOnce(json({ items: [SOURCE], nextCursor: null }));
    window.addEventListener(SIGNED_OUT, (event) => event.preventDefault());
    const reading = call(ListSources);
    await vi.runAllTimersAsync();
    expect(fetched).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event(SIGNED_IN));
    expect(await settled(reading)).toMatchObject({ items: [{ name: 'Harbour Office' }] });
  });

  test('where it is somebody else’s by now, it waits until its person is back', async () => {
    fetched.mockResolvedValueOnce(problem(401, 'SOMEONE_ELSE')).mockResolvedValueOnce(json(SOURCE));
    const told: Event[] = [];
    window.addEventListener(SIGNED_OUT, (event) => {
      event.preventDefault();
      told.push(event);
    });
    const writing = call(CreateSource, { body });
    await vi.runAllTimersAsync();
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(told).toMatchObject([{ isSomeoneElses: true }]);
    expect(told[0]).toBeInstanceOf(SignedOutEvent);
    window.dispatchEvent(new Event(SIGNED_IN));
    expect(await settled(writing)).toMatchObject({ name: 'Harbour Office' });
    expect([personOf(1), keyOf(1)]).toEqual([ME.id, keyOf(0)]);
  });
});

describe('a write', () => {
  const body = { name: 'Harbour Office', kind: 'organisation' } as const;

  test('keeps its key over network failures, so that a lost reply is not done twice', async () => {
    fetched
      .mockRejectedValueOnce(new TypeError('network'))
      .mockRejectedValueOnce(new TypeError('network'))
      .mockResolvedValueOnce(json(SOURCE));
    expect(await settled(call(CreateSource, { body }))).toMatchObject({ name: 'Harbour Office' });
    expect(fetched).toHaveBeenCalledTimes(3);
    expect(keyOf(0)).toMatch(/^[0-9a-f-]{36}$/);
    expect([keyOf(1), keyOf(2)]).toEqual([keyOf(0), keyOf(0)]);
  });

  test('has another key each time a person acts, and the given one where it is the same act', async () => {
    fetched.mockImplementation(async () => json(SOURCE));
    await settled(call(CreateSource, { body }));
    await settled(call(CreateSource, { body }));
    await settled(call(CreateSource, { body, idempotencyKey: 'the same act' }));
    expect(keyOf(0)).not.toBe(keyOf(1));
    expect(keyOf(2)).toBe('the same act');
  });

  test('tells whether the server had done it before, where it says so', async () => {
    const onReplayed = vi.fn<() => void>();
    fetched
      .mockResolvedValueOnce(json(SOURCE))
      .mockRejectedValueOnce(new TypeError('the reply was lost'))
      .mockResolvedValueOnce(
        new Response(JSON.stringify(SOURCE), { headers: { 'Idempotency-Replayed': 'true' } }),
      );
    await settled(call(CreateSource, { body, onReplayed }));
    expect(onReplayed).not.toHaveBeenCalled();
    await settled(call(CreateSource, { body, onReplayed }));
    expect(onReplayed).toHaveBeenCalledTimes(1);
  });

  test('is OFFLINE after the third failure', async () => {
    fetched.mockRejectedValue(new TypeError('network'));
    expect(await refusal(call(CreateSource, { body }))).toMatchObject({ code: 'OFFLINE', status: 0 });
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  test('is OFFLINE where the server hangs, and is not sent again', async () => {
    fetched.mockImplementation(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    expect(await refusal(call(CreateSource, { body }))).toMatchObject({ code: 'OFFLINE', status: 0 });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test('that the contract refuses is told field by field and not sent', async () => {
    const refused = await refusal(call(CreateSource, { body: { name: '  ', kind: 'organisation' } }));
    expect(refused).toMatchObject({
      code: 'INVALID',
      issues: [{ path: 'name', message: 'must not be empty' }],
    });
    expect(refused.about('name')).toBe('must not be empty');
    expect(fetched).not.toHaveBeenCalled();
  });

  test('is not tried again after a refusal', async () => {
    fetched.mockResolvedValue(problem(409, 'STALE_VERSION', { current: SOURCE }));
    const refused = await refusal(call(CreateSource, { body }));
    expect(refused).toMatchObject({ code: 'STALE_VERSION', status: 409, current: SOURCE });
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('an answer', () => {
  test('of another shape than the contract’s does not reach the page', async () => {
    fetched.mockResolvedValue(json({ ...ME, role: 'emperor' }));
    expect(await refusal(call(GetMe))).toMatchObject({ code: 'BAD_ANSWER' });
  });

  test('that is no JSON, as a proxy gives, is a refusal too', async () => {
    fetched.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await refusal(call(GetMe))).toMatchObject({ code: 'BAD_ANSWER', status: 502 });
  });

  test('may be empty where the contract says null', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }));
    expect(await settled(call(SignOut))).toBeNull();
  });
});

describe('signed out', () => {
  const heard = async (response: Response, calling: () => Promise<unknown>) => {
    const listener = vi.fn();
    window.addEventListener(SIGNED_OUT, listener);
    fetched.mockResolvedValue(response);
    await settled(calling());
    return listener.mock.calls.length;
  };

  test('is told to the shell', async () => {
    expect(await heard(problem(401, 'NOT_SIGNED_IN'), () => call(GetMe))).toBe(1);
  });

  test('holds a write until somebody is signed in again, and then sends the very same', async () => {
    window.addEventListener(SIGNED_OUT, (event) => event.preventDefault());
    fetched.mockResolvedValueOnce(problem(401, 'NOT_SIGNED_IN')).mockResolvedValueOnce(json(SOURCE));
    const calling = call(CreateSource, { body: { name: 'Harbour Office', kind: 'organisation' } });
    await vi.runAllTimersAsync();
    expect(fetched).toHaveBeenCalledTimes(1);

    window.dispatchEvent(new Event(SIGNED_IN));
    expect(await settled(calling)).toMatchObject({ name: 'Harbour Office' });
    expect(keyOf(1)).toBe(keyOf(0));
    expect(fetched.mock.calls[1]?.[1].body).toBe(fetched.mock.calls[0]?.[1].body);
  });

  test('is asked for and told at once where the caller waits for nobody', async () => {
    const listener = vi.fn((event: Event) => event.preventDefault());
    window.addEventListener(SIGNED_OUT, listener);
    fetched.mockResolvedValueOnce(problem(401, 'NOT_SIGNED_IN'));
    const body = { name: 'Harbour Office', kind: 'organisation' } as const;
    const refused = await refusal(call(CreateSource, { body, waitsForNobody: true }));
    expect(refused).toMatchObject({ code: 'NOT_SIGNED_IN', status: 401 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('asks for no second sign-in where the answer comes after the first', async () => {
    const listener = vi.fn();
    window.addEventListener(SIGNED_OUT, listener);
    let answer = (_: Response) => {};
    fetched
      .mockReturnValueOnce(
        new Promise((resolve) => {
          answer = resolve;
        }),
      )
      .mockResolvedValueOnce(json(ME));
    const calling = call(GetMe);
    await vi.runAllTimersAsync();
    window.dispatchEvent(new Event(SIGNED_IN));
    answer(problem(401, 'NOT_SIGNED_IN'));
    expect(await settled(calling)).toMatchObject({ id: ME.id });
    expect(listener).not.toHaveBeenCalled();
  });

  test('is not what a wrong password means', async () => {
    const body = { email: 'ines@desk.test', password: 'wrong' };
    expect(await heard(problem(401, 'WRONG_CREDENTIALS'), () => call(SignIn, { body }))).toBe(0);
  });
});

test('a caller that gives up hears its own reason, and nothing is tried again', async () => {
  const giving = new AbortController();
  fetched.mockImplementation(async () => {
    giving.abort(new DOMException('over', 'AbortError'));
    throw giving.signal.reason;
  });
  await expect(call(ListSources, { signal: giving.signal })).rejects.toHaveProperty('name', 'AbortError');
  expect(fetched).toHaveBeenCalledTimes(1);
});

describe('an address', () => {
  const cases = {
    'parameters are encoded': [['/api/invitations/:secret', { secret: 'a/b' }, {}], '/api/invitations/a%2Fb'],
    'absent and empty filters are left out': [['/api/claims', {}, { q: '', kind: undefined }], '/api/claims'],
    'filters are encoded': [['/api/claims', {}, { q: 'at least & more' }], '/api/claims?q=at+least+%26+more'],
    'a number is written': [['/api/x/:id', { id: 'i' }, { version: 3 }], '/api/x/i?version=3'],
  } as const;
  test.each(Object.entries(cases))('%s', (_name, [[path, params, query], expected]) => {
    expect(addressOf(path, params, query)).toBe(expected);
  });
});

describe('a file', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8059';
  const file = new File(['A list of names'], 'list.txt');
  const kept = {
    id,
    name: 'list.txt',
    mediaType: 'text/plain',
    size: 15,
    sha256: '0'.repeat(64),
    here: true,
    createdBy: ME.id,
    createdAt: '2024-03-01T09:00:00.000Z',
  };
  const sending = () =>
    sendFile(AttachFile, { params: { articleId: id }, query: { id, name: file.name }, file });

  test('goes as it is, under its name, and again after a network failure', async () => {
    fetched.mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(json(kept, 201));
    expect(await settled(sending())).toEqual(kept);
    expect(fetched).toHaveBeenCalledTimes(2);
    const [address, init] = fetched.mock.calls[1] ?? [];
    expect(address).toBe(`/api/articles/${id}/files?id=${id}&name=list.txt`);
    expect(init?.body).toBe(file);
    expect(new Headers(init?.headers).get('Content-Type')).toBe('application/octet-stream');
    expect(keyOf(1)).toBe(keyOf(0));
  });

  test('a refusal is told as any other', async () => {
    fetched.mockResolvedValueOnce(problem(422, 'FILE_TYPE'));
    expect((await refusal(sending())).code).toBe('FILE_TYPE');
  });
});
