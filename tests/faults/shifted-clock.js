/** Loaded before a server: its clock is as many hours off as FAULTS_HOURS says. The clock that measures time stays. */
const shift = Number(process.env.FAULTS_HOURS ?? 0) * 3_600_000;
const Real = Date;
const now = () => Real.now() + shift;

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(now());
    else super(...parts);
  }

  static now() {
    return now();
  }
};
