/** The version of each thing after one's own last write to it. */
export class OwnVersions extends Map<string, number> {
  /** Called whenever one is learnt. */
  onLearnt: (thing: string, version: number) => void = () => {};

  override set(thing: string, version: number): this {
    super.set(thing, version);
    this.onLearnt(thing, version);
    return this;
  }
}
