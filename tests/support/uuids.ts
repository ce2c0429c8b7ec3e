/** Ids for tests that make no requests: UUIDv7 in rising order, the same on every run. */
export const uuids = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`);
