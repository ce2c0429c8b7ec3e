/**
 * Which rules find claims. Raised with every change to what they find: stored suggestions of other rules are found
 * anew when somebody looks at their story. What was decided on stays decided.
 */
export const EXTRACTION_VERSION = 21;
