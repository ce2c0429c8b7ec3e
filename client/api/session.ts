/** Who is signed in here. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/people.ts';
import { call } from './http.ts';

/** Whoever it is: also where that is not the person of this page. */
export const getMe = (how: { waitsForNobody?: boolean } = {}) =>
  call(contract.GetMe, { ...how, person: null });
/** As whoever the address and the password are of, whoever was signed in before. */
export const signIn = (body: BodyInput<typeof contract.SignIn>) =>
  call(contract.SignIn, { body, person: null });
/** Whoever is signed in: a browser that someone leaves is nobody's. */
export const signOut = () => call(contract.SignOut, { person: null });
export const changePassword = (body: BodyInput<typeof contract.ChangePassword>) =>
  call(contract.ChangePassword, { body });

export const getSetup = () => call(contract.GetSetup);
export const setUp = (body: BodyInput<typeof contract.SetUp>) => call(contract.SetUp, { body, person: null });

export const getInvitation = (secret: string) => call(contract.GetInvitation, { params: { secret } });
export const acceptInvitation = (secret: string, password: string) =>
  call(contract.AcceptInvitation, { params: { secret }, body: { password }, person: null });
