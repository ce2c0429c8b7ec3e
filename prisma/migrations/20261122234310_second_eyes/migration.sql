-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "file_id" UUID;

-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "affiliations" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "confidential" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "description" TEXT,
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "sealed" BYTEA;

-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "how" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_offs" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "head" INTEGER NOT NULL,
    "acknowledged" UUID[],
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_because" TEXT,
    "ended_reason" TEXT,

    CONSTRAINT "sign_offs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flag_dismissals" (
    "article_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flag_dismissals_pkey" PRIMARY KEY ("article_id","key")
);

-- CreateTable
CREATE TABLE "source_readers" (
    "source_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "source_readers_pkey" PRIMARY KEY ("source_id","user_id")
);

-- CreateTable
CREATE TABLE "source_moves" (
    "source_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "source_moves_pkey" PRIMARY KEY ("source_id","claim_id","place")
);

-- CreateIndex
CREATE INDEX "files_article_id_idx" ON "files"("article_id");

-- CreateIndex
CREATE INDEX "snapshots_evidence_id_taken_at_id_idx" ON "snapshots"("evidence_id", "taken_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "sign_offs_article_id_at_idx" ON "sign_offs"("article_id", "at" DESC);

-- CreateIndex
CREATE INDEX "sources_merged_into_id_idx" ON "sources"("merged_into_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_dismissals" ADD CONSTRAINT "flag_dismissals_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_readers" ADD CONSTRAINT "source_readers_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- One sign-off of a story holds at a time.
CREATE UNIQUE INDEX sign_offs_standing_idx ON sign_offs (article_id) WHERE ended_at IS NULL;

-- The review queue: story by story, the claims that await a review among many that do not.
CREATE INDEX claims_awaiting_review_idx ON claims (article_id) WHERE status = 'checked';

CREATE TRIGGER snapshots_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshots
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What an event says may be erased for legal reasons: one at a time, and only by whoever names it first. The event and
-- its place in the chain stay.
DROP TRIGGER event_payloads_append_only ON event_payloads;
CREATE TRIGGER event_payloads_append_only BEFORE UPDATE OR TRUNCATE ON event_payloads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_unnamed_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('claimdesk.erasing', true) IS DISTINCT FROM OLD.stream_id || ':' || OLD.seq THEN
    RAISE EXCEPTION 'DELETE on event_payloads is refused: it is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER event_payloads_erasure BEFORE DELETE ON event_payloads
  FOR EACH ROW EXECUTE FUNCTION refuse_unnamed_erasure();

-- How names sound, for names that are written in other ways in Latin letters: al-Adnani and el Adnany, Mohammed and
-- Muhammad, Kyiv and Kiev. Takes names folded (lower case, no accents); gives their words between blanks. In each word
-- sounds that are mixed up are one letter, doubled letters one, and vowels one of two. Of a word with more than three
-- consonants its first vowel alone is kept; of a shorter one all are, since too much else would sound the same.
-- Articles are left out. Words in other scripts stay as they are.
CREATE FUNCTION name_skeleton(names text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT COALESCE(' ' || string_agg(CASE WHEN word ~ '[^a-z]' THEN word ELSE lower(begin || translate(rest, 'Oa',
           CASE WHEN length(translate(begin || rest, 'Oa', '')) > 3 THEN '' ELSE 'aa' END)) END, ' ' ORDER BY n) || ' ', '')
  FROM regexp_split_to_table(
      regexp_replace(translate(names, '''`', ''), '\m[ae]([lnrdtsz]|sh|dh|th)-', '', 'g'),
      '[][\s.,;:()"/&_%\\-]+') WITH ORDINALITY AS split (word, n),
    -- A Y that begins a word is a consonant, and kept apart from vowels by being a capital. Q is free, and stands for sh.
    LATERAL (SELECT regexp_replace(regexp_replace(regexp_replace(replace(word, 'q', 'k'),
      '^ou(?=[aei])', 'w'), '^y(?=[aeiou])', 'Y'), '([aeiouy])h$', '\1') AS word1) a,
    LATERAL (SELECT regexp_replace(regexp_replace(regexp_replace(replace(word1, 'x', 'ks'),
      'dzh|zh|dj', 'j', 'g'), 't?sch|tch|ch|sh', 'q', 'g'), 'c(?=[eiy])', 's', 'g') AS word2) b,
    LATERAL (SELECT translate(regexp_replace(replace(replace(replace(word2, 'kh', 'h'), 'ph', 'f'), 'tz', 'ts'),
      '([gdtb])h', '\1', 'g'), 'cw', 'kv') AS word3) c,
    LATERAL (SELECT regexp_replace(regexp_replace(regexp_replace(word3, '(.)\1+', '\1', 'g'),
      '[aeiouy]*[ou][aeiouy]*', 'O', 'g'), '[aeiy]+', 'a', 'g') AS word4) d,
    LATERAL (SELECT substring(word4 FROM '^[^Oa]*[Oa]?') AS begin) e,
    LATERAL (SELECT substr(word4, length(begin) + 1) AS rest) f
  WHERE word NOT IN ('', 'al', 'el', 'ul', 'the')
$$;
CREATE INDEX sources_skeleton_idx ON sources USING gin (name_skeleton(search) gin_trgm_ops);

-- The planner keeps samples of what it saw, and would keep a name after its source was made confidential.
ALTER TABLE sources ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN aliases SET STATISTICS 0,
  ALTER COLUMN affiliations SET STATISTICS 0, ALTER COLUMN note SET STATISTICS 0,
  ALTER COLUMN description SET STATISTICS 0, ALTER COLUMN search SET STATISTICS 0;
ALTER INDEX sources_skeleton_idx ALTER COLUMN 1 SET STATISTICS 0;

-- From now on digests of what is sent to the register are made under a key. Those from before would confirm a guessed
-- name of a source that is made confidential later; they only tell repeats of the last days.
DELETE FROM idempotency_keys k USING sources s WHERE k.result_id = s.id;
