/** A list with one item in place of the one of the same id, or at its end. */
export const replaced = <T extends { id: string }>(items: readonly T[] | null, item: T): T[] => {
  const list = items ?? [];
  return list.some(({ id }) => id === item.id)
    ? list.map((each) => (each.id === item.id ? item : each))
    : [...list, item];
};
