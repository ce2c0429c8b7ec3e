/** Who is signed in here. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/people.ts';
import { call } from './http.ts';

export const getMe = (how: { waitsForNobody?: boolean } = {}) => call(contract.GetMe, how);
export const signIn = (body: BodyInput<typeof contract.SignIn>) => call(contract.SignIn, { body });
export const signOut = () => call(contract.SignOut);
export const changePassword = (body: BodyInput<typeof contract.ChangePassword>) =>
  call(contract.ChangePassword, { body });

export const getSetup = () => call(contract.GetSetup);
export const setUp = (body: BodyInput<typeof contract.SetUp>) => call(contract.SetUp, { body });

export const getInvitation = (secret: string) => call(contract.GetInvitation, { params: { secret } });
export const acceptInvitation = (secret: string, password: string) =>
  call(contract.AcceptInvitation, { params: { secret }, body: { password } });
