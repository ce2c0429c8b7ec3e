/** How figures and findings are told. */
export const count = (value: number): string => value.toLocaleString('en');

/** Of many findings the first, and how many more there are. */
export const shortly = (broken: readonly string[], most = 20): string[] =>
  broken.length <= most
    ? [...broken]
    : [...broken.slice(0, most), `and ${count(broken.length - most)} more findings`];

/** The value below which `share` of them lie, from 0 to 1; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
