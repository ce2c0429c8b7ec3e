-- What Prisma cannot say. Apart from the column: adding that keeps everybody from stories until it is committed, while
-- building these lets them be read.

-- The bin, newest first: few rows among many that were not withdrawn.
CREATE INDEX articles_withdrawn_idx ON articles (withdrawn_at DESC, id DESC) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX claims_withdrawn_idx ON claims (withdrawn_at DESC, id DESC) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX evidence_withdrawn_idx ON evidence (withdrawn_at DESC, id DESC) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX citations_withdrawn_idx ON citations (withdrawn_at DESC, id DESC) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX comments_withdrawn_idx ON comments (withdrawn_at DESC, id DESC) WHERE withdrawn_at IS NOT NULL;
