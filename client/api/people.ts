/** The people of the newsroom. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/people.ts';
import { call } from './http.ts';

export const listUsers = (signal?: AbortSignal) => call(contract.ListUsers, { signal });
/** By id, those of these who are people from elsewhere. */
export async function namesElsewhere(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { items } = await call(contract.NamePeopleElsewhere, { query: { ids: ids.join(',') } });
  return new Map(items.map(({ id, name }) => [id, name]));
}
export const createUser = (body: BodyInput<typeof contract.CreateUser>, idempotencyKey?: string) =>
  call(contract.CreateUser, { body, idempotencyKey });
export const editUser = (userId: string, body: BodyInput<typeof contract.EditUser>) =>
  call(contract.EditUser, { params: { userId }, body });
export const resetPassword = (userId: string) => call(contract.ResetPassword, { params: { userId } });
