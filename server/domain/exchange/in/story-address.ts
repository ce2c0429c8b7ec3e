/** Which addresses name a story. */

/** The front page of a site names no story: all of its pages may call it their own by mistake. */
export const isOfOneStory = (address: string | null): boolean =>
  address !== null && URL.canParse(address) && !/^\/(?:index\.\w+)?$/.test(new URL(address).pathname);
