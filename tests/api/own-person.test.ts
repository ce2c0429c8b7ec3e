/** A request names whose it is: it is never kept under the name of whoever signed in meanwhile, nor answered to them. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import { GetClaim, GiveVerdict } from '../../server/contract/claims.ts';
import { PERSON_HEADER } from '../../server/contract/people.ts';
import { CreateToken } from '../../server/contract/tokens.ts';
import { createStory, mark, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  story = await createStory(editor);
});

const verdict = { version: 1, verdict: 'accurate', reason: 'The register says so.' };
const countEvents = () => desk.db.prisma.event.count();

describe('a write that names somebody else', () => {
  const writes = [...ENDPOINTS].filter(([, { method, open }]) => method !== 'get' && !open);

  test.each(writes)('%s', async (_, { method, path }) => {
    if (method === 'get') throw new Error('is no write');
    const before = await countEvents();
    const address = path.replace(/:\w+/g, () => uuidv7());
    refusal(await editor[method](address, {}).set(PERSON_HEADER, other.id), 'SOMEONE_ELSE');
    expect(await countEvents()).toBe(before);
  });

  test('is neither done nor known as done: its key can be used again by whose it is', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const before = await countEvents();
    const send = (as: Person) =>
      as
        .put(`/api/claims/${claim.id}/verdict`, verdict)
        .set(PERSON_HEADER, editor.id)
        .set('Idempotency-Key', claim.id);
    refusal(await send(other), 'SOMEONE_ELSE');
    expect(await countEvents()).toBe(before);
    expect(answer(GetClaim, await editor.get(`/api/claims/${claim.id}`))).toMatchObject({
      version: 1,
      verdict: null,
    });
    expect(answer(GiveVerdict, await send(editor)).verdict?.by).toBe(editor.id);
  });

  test('is refused to a token as well', async () => {
    const named = { name: 'Wire', scopes: ['stories'] };
    const { secret } = answer(CreateToken, await editor.post('/api/tokens', named));
    const send = (id: string) =>
      desk
        .program(secret ?? '')
        .post('/api/articles', { text: 'It rained for a day.' })
        .set(PERSON_HEADER, id);
    refusal(await send(other.id), 'SOMEONE_ELSE');
    await send(editor.id).expect(201);
  });
});

describe('a read that names somebody else', () => {
  const reads = [...ENDPOINTS].filter(([, { method, open }]) => method === 'get' && !open);

  test.each(reads)('%s', async (_, { path }) => {
    const address = path.replace(/:\w+/g, () => uuidv7());
    refusal(await editor.get(address).set(PERSON_HEADER, other.id), 'SOMEONE_ELSE');
  });

  test('is not told that there is nothing, where its person may see it', async () => {
    const own = await createStory(editor, { access: 'restricted' });
    const ask = (as: Person) => as.get(`/api/articles/${own.id}`).set(PERSON_HEADER, editor.id);
    refusal(await ask(other), 'SOMEONE_ELSE');
    expect((await ask(editor)).status).toBe(200);
  });
});

describe('goes through', () => {
  test.each([
    ['what names who is signed in', () => editor.id],
    ['the same in capitals', () => editor.id.toUpperCase()],
  ])('%s', async (_, named) => {
    const claim = await mark(editor, story, '120 passengers');
    const sent = editor.put(`/api/claims/${claim.id}/verdict`, verdict).set(PERSON_HEADER, named());
    expect(answer(GiveVerdict, await sent).verdict?.by).toBe(editor.id);
  });

  test('what reads for who is signed in, and for nobody in particular', async () => {
    const claim = await mark(editor, story, '120 passengers');
    answer(GetClaim, await editor.get(`/api/claims/${claim.id}`).set(PERSON_HEADER, editor.id));
    answer(GetClaim, await editor.get(`/api/claims/${claim.id}`));
  });

  test('a sign-in as somebody else, which is nobody’s work yet', async () => {
    const { email, password } = await desk.person('editor');
    await desk.newcomer().post('/api/session', { email, password }).set(PERSON_HEADER, other.id).expect(200);
  });

  test('nobody’s write is refused as nobody’s', async () => {
    const sent = desk.stranger.post('/api/articles', { text: 'It rained.' }).set(PERSON_HEADER, other.id);
    refusal(await sent, 'NOT_SIGNED_IN');
  });
});
