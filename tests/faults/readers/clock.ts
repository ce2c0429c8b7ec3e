/** Milliseconds of a clock that all processes of a machine share, which is never set. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6;
