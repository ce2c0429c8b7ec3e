/** Parts of a body that news tells wounds of. Lower case. */
import { wordSet } from '../word-set.ts';

export const BODY = wordSet(`
  head neck chest face leg legs arm arms foot feet hand hands finger fingers back stomach abdomen shoulder shoulders
  thigh thighs torso buttocks body eye eyes hip hips knee knees ankle ankles jaw nose skull ribs wrist wrists toe toes`);
