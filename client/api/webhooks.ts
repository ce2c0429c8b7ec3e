/** Addresses that are told what happens, and what they were sent. */
import type { BodyInput, QueryInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/webhooks.ts';
import { call } from './http.ts';

const of = (webhookId: string) => ({ params: { webhookId } });

export const listWebhooks = (signal?: AbortSignal) => call(contract.ListWebhooks, { signal });
export const createWebhook = (body: BodyInput<typeof contract.CreateWebhook>) =>
  call(contract.CreateWebhook, { body });
export const editWebhook = (id: string, body: BodyInput<typeof contract.EditWebhook>) =>
  call(contract.EditWebhook, { ...of(id), body });
export const withdrawWebhook = (id: string, version: number) =>
  call(contract.WithdrawWebhook, { ...of(id), query: { version } });
export const restoreWebhook = (id: string) => call(contract.RestoreWebhook, of(id));
export const rotateSecret = (id: string, version: number) =>
  call(contract.RotateSecret, { ...of(id), body: { version } });
export const testWebhook = (id: string) => call(contract.TestWebhook, { ...of(id), body: {} });
export const listDeliveries = (
  id: string,
  query: QueryInput<typeof contract.ListDeliveries>,
  signal?: AbortSignal,
) => call(contract.ListDeliveries, { ...of(id), query, signal });
export const redeliver = (deliveryId: string) => call(contract.Redeliver, { params: { deliveryId } });
