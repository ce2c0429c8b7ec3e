/** Claims as W3C Web Annotations, for programs that know nothing of claims. */
import { z } from 'zod';
import { ClaimStatus, claimFilters } from './claims.ts';
import { endpoint } from './endpoint.ts';

/** Claims on a page; the comments on them stand on it as well. */
export const ANNOTATED_CLAIMS = 50;

export const ListAnnotations = endpoint('GET /api/annotations', {
  summary:
    'Claims as a Web Annotation collection, oldest first, with the comments on them; without `status` and `verdict` the verified ones alone. `page` is given by the collection and its pages',
  query: z.strictObject({
    ...claimFilters,
    /** `all` takes every claim that is not withdrawn. */
    status: z.union([ClaimStatus, z.literal('all')]).optional(),
    /** `first`, or as `next`, `prev` and `last` name it. */
    page: z.string().max(200).optional(),
  }),
  /** An `AnnotationCollection`, or with `page` an `AnnotationPage`: https://www.w3.org/TR/annotation-model/#collections. */
  answer: z.unknown(),
  media: ['application/ld+json'],
});
