/** For whoever runs the server. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const GetHealth = endpoint('GET /api/health', {
  summary: 'The process is up',
  answer: z.strictObject({ status: z.literal('up') }),
  open: true,
});
export const GetReady = endpoint('GET /api/ready', {
  summary: 'The process is up, is not being stopped, reaches its database and is told by it what happens',
  answer: z.strictObject({ status: z.literal('ready') }),
  open: true,
});
export const GetOpenApi = endpoint('GET /api/openapi.json', {
  summary: 'This API as an OpenAPI 3.1 document',
  answer: z.record(z.string(), z.unknown()),
  open: true,
});
