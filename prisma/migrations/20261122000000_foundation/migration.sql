
-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'editor', 'reviewer', 'admin');

-- CreateEnum
CREATE TYPE "Access" AS ENUM ('newsroom', 'restricted');

-- CreateEnum
CREATE TYPE "ArticleStatus" AS ENUM ('checking', 'signed_off', 'archived');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('urgent', 'high', 'normal', 'low');

-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('casualty_count', 'attribution', 'source', 'fact');

-- CreateEnum
CREATE TYPE "ClaimStatus" AS ENUM ('unchecked', 'checking', 'checked', 'returned', 'passed', 'expired', 'orphaned', 'withdrawn');

-- CreateEnum
CREATE TYPE "VerdictValue" AS ENUM ('accurate', 'inaccurate', 'disputed', 'unverifiable', 'waived');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('passed', 'returned');

-- CreateEnum
CREATE TYPE "ReturnReason" AS ENUM ('wrong_source', 'not_what_was_said', 'source_not_independent', 'evidence_does_not_support', 'figure_differs', 'needs_second_source', 'other');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('link', 'document', 'interview', 'observation', 'file');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('supports', 'contradicts', 'context');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('person', 'organisation', 'official', 'media', 'document', 'video', 'social', 'unnamed');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('invite', 'reset');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "password_hash" TEXT,
    "session_epoch" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "head" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "sid" VARCHAR NOT NULL,
    "sess" JSON NOT NULL,
    "expire" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_digest" BYTEA NOT NULL,
    "result_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT,
    "agency" TEXT,
    "dateline" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL,
    "source_url" TEXT,
    "deadline" TIMESTAMPTZ(3),
    "priority" "Priority" NOT NULL DEFAULT 'normal',
    "access" "Access" NOT NULL DEFAULT 'newsroom',
    "status" "ArticleStatus" NOT NULL DEFAULT 'checking',
    "current_revision" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search" tsvector NOT NULL,
    "head" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_members" (
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "article_members_pkey" PRIMARY KEY ("article_id","user_id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "blocks" JSONB NOT NULL,
    "furniture" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("article_id","number")
);

-- CreateTable
CREATE TABLE "sentences" (
    "article_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "block" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "sentences_pkey" PRIMARY KEY ("article_id","revision","number")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "details" JSONB NOT NULL,
    "summary" TEXT,
    "assignee_id" UUID,
    "same_fact_as_id" UUID,
    "placed_revision" INTEGER NOT NULL,
    "status" "ClaimStatus" NOT NULL DEFAULT 'unchecked',
    "verdict_id" UUID,
    "review_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "citation_count" INTEGER NOT NULL DEFAULT 0,
    "open_comments" INTEGER NOT NULL DEFAULT 0,
    "search" tsvector NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements" (
    "claim_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "sentence" INTEGER NOT NULL,

    CONSTRAINT "placements_pkey" PRIMARY KEY ("claim_id","revision")
);

-- CreateTable
CREATE TABLE "claim_attributions" (
    "claim_id" UUID NOT NULL,
    "attribution_id" UUID NOT NULL,

    CONSTRAINT "claim_attributions_pkey" PRIMARY KEY ("claim_id","attribution_id")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "verdict" "VerdictValue" NOT NULL,
    "reason" TEXT NOT NULL,
    "correction" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expired_at" TIMESTAMPTZ(3),
    "expired_reasons" TEXT[],

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "reason_code" "ReturnReason",
    "note" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reopened_at" TIMESTAMPTZ(3),

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "accessed_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "locator" TEXT,
    "quote" TEXT,
    "stance" "Stance" NOT NULL,
    "note" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comments" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "parent_id" UUID,
    "body" TEXT NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "edited_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "aliases" TEXT[],
    "note" TEXT,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "head" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "stream_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "claim_id" UUID,
    "payload_digest" BYTEA NOT NULL,
    "link" BYTEA NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("stream_id","seq")
);

-- CreateTable
CREATE TABLE "event_payloads" (
    "stream_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "event_payloads_pkey" PRIMARY KEY ("stream_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_secret_hash_key" ON "one_time_links"("secret_hash");

-- CreateIndex
CREATE INDEX "one_time_links_user_id_idx" ON "one_time_links"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expire_idx" ON "sessions"("expire");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "articles_search_idx" ON "articles" USING GIN ("search");

-- CreateIndex
CREATE INDEX "article_members_user_id_idx" ON "article_members"("user_id");

-- CreateIndex
CREATE INDEX "revisions_sha256_idx" ON "revisions"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "claims_verdict_id_key" ON "claims"("verdict_id");

-- CreateIndex
CREATE UNIQUE INDEX "claims_review_id_key" ON "claims"("review_id");

-- CreateIndex
CREATE INDEX "claims_article_id_idx" ON "claims"("article_id");

-- CreateIndex
CREATE INDEX "claims_created_at_id_idx" ON "claims"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_status_created_at_id_idx" ON "claims"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_kind_created_at_id_idx" ON "claims"("kind", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_assignee_id_idx" ON "claims"("assignee_id");

-- CreateIndex
CREATE INDEX "claims_same_fact_as_id_idx" ON "claims"("same_fact_as_id");

-- CreateIndex
CREATE INDEX "claims_search_idx" ON "claims" USING GIN ("search");

-- CreateIndex
CREATE INDEX "claim_attributions_attribution_id_idx" ON "claim_attributions"("attribution_id");

-- CreateIndex
CREATE INDEX "verdicts_claim_id_idx" ON "verdicts"("claim_id");

-- CreateIndex
CREATE INDEX "reviews_claim_id_idx" ON "reviews"("claim_id");

-- CreateIndex
CREATE INDEX "evidence_article_id_idx" ON "evidence"("article_id");

-- CreateIndex
CREATE INDEX "citations_claim_id_idx" ON "citations"("claim_id");

-- CreateIndex
CREATE INDEX "citations_evidence_id_idx" ON "citations"("evidence_id");

-- CreateIndex
CREATE INDEX "comments_claim_id_idx" ON "comments"("claim_id");

-- CreateIndex
CREATE INDEX "events_claim_id_seq_idx" ON "events"("claim_id", "seq");

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_members" ADD CONSTRAINT "article_members_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentences" ADD CONSTRAINT "sentences_article_id_revision_fkey" FOREIGN KEY ("article_id", "revision") REFERENCES "revisions"("article_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_same_fact_as_id_fkey" FOREIGN KEY ("same_fact_as_id") REFERENCES "claims"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements" ADD CONSTRAINT "placements_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements" ADD CONSTRAINT "placements_article_id_revision_sentence_fkey" FOREIGN KEY ("article_id", "revision", "sentence") REFERENCES "sentences"("article_id", "revision", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_attributions" ADD CONSTRAINT "claim_attributions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_attributions" ADD CONSTRAINT "claim_attributions_attribution_id_fkey" FOREIGN KEY ("attribution_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_payloads" ADD CONSTRAINT "event_payloads_stream_id_seq_fkey" FOREIGN KEY ("stream_id", "seq") REFERENCES "events"("stream_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Words for searching: no stemming, since stories come in many languages; no accents.
CREATE FUNCTION search_vector(words text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT to_tsvector('simple', unaccent(words)) $$;
-- The last word may be unfinished, since people search while they type; a closing quotation mark finishes it. A phrase
-- that is left out ends with a bracket, and is taken as it stands.
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN q::text ~ '''$' AND words !~ '"\s*$' THEN (q::text || ':*')::tsquery ELSE q END
        FROM (SELECT websearch_to_tsquery('simple', unaccent(words)) AS q) AS typed $$;

-- ISO 8601 in UTC with milliseconds, as the API writes times.
CREATE FUNCTION iso_time(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- The desk: soonest deadline first, stories without one last.
CREATE INDEX articles_desk_idx ON articles ((COALESCE(deadline, 'infinity'::timestamptz)), id);
-- Who said it, through whom, and which entry a source claim names.
CREATE INDEX claims_source_idx ON claims ((details ->> 'sourceId')) WHERE details ->> 'sourceId' IS NOT NULL;
CREATE INDEX claims_via_idx ON claims USING gin ((details -> 'via') jsonb_path_ops) WHERE details -> 'via' IS NOT NULL;
-- Looking a source up by any part of its names.
CREATE INDEX sources_search_idx ON sources USING gin (search gin_trgm_ops);

-- Take the next number of a stream. The update locks the row until the transaction ends, so numbers are gapless and
-- in commit order. The link is read by a statement of its own, whose snapshot is taken after the lock was: in one
-- statement with the update it would miss an event that was committed while this one waited.
CREATE FUNCTION advance_head(stream_kind text, stream uuid, OUT next_seq integer, OUT previous bytea)
  LANGUAGE plpgsql AS $$
BEGIN
  CASE stream_kind
    WHEN 'article' THEN UPDATE articles SET head = head + 1 WHERE id = stream RETURNING head INTO next_seq;
    WHEN 'source' THEN UPDATE sources SET head = head + 1 WHERE id = stream RETURNING head INTO next_seq;
    WHEN 'person' THEN UPDATE users SET head = head + 1 WHERE id = stream RETURNING head INTO next_seq;
  END CASE;
  IF next_seq IS NULL THEN
    RAISE EXCEPTION 'there is no % %', stream_kind, stream;
  END IF;
  SELECT link INTO previous FROM events WHERE stream_id = stream AND seq = next_seq - 1;
END
$$;

-- What was written stays written.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: it is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_payloads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_payloads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sentences_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sentences
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
