-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "citations" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "erased_files" (
    "sha256" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_files_pkey" PRIMARY KEY ("sha256")
);


-- What Prisma cannot say.

-- Who erased something, and whether a payload is gone by right, is asked of the few events that tell of erasures.
CREATE INDEX events_erasures_idx ON events (stream_id, seq) WHERE type LIKE '%.erased';

-- Of texts, sentences, files that came and kept pages nothing is ever altered. They are taken away with their story or
-- their evidence alone, for legal reasons, by whoever names the story first, until the transaction ends.
CREATE FUNCTION refuse_unnamed_removal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE story uuid;
BEGIN
  IF TG_TABLE_NAME = 'snapshots' THEN
    SELECT article_id INTO story FROM evidence WHERE id = OLD.evidence_id;
  ELSE
    story := OLD.article_id;
  END IF;
  IF current_setting('claimdesk.erasing', true) IS DISTINCT FROM 'story:' || story THEN
    RAISE EXCEPTION 'DELETE on % is refused: it is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;
DROP TRIGGER revisions_append_only ON revisions;
CREATE TRIGGER revisions_append_only BEFORE UPDATE OR TRUNCATE ON revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revisions_erasure BEFORE DELETE ON revisions
  FOR EACH ROW EXECUTE FUNCTION refuse_unnamed_removal();
DROP TRIGGER sentences_append_only ON sentences;
CREATE TRIGGER sentences_append_only BEFORE UPDATE OR TRUNCATE ON sentences
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sentences_erasure BEFORE DELETE ON sentences
  FOR EACH ROW EXECUTE FUNCTION refuse_unnamed_removal();
DROP TRIGGER snapshots_append_only ON snapshots;
CREATE TRIGGER snapshots_append_only BEFORE UPDATE OR TRUNCATE ON snapshots
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshots_erasure BEFORE DELETE ON snapshots
  FOR EACH ROW EXECUTE FUNCTION refuse_unnamed_removal();
DROP TRIGGER arrivals_append_only ON arrivals;
CREATE TRIGGER arrivals_append_only BEFORE UPDATE OR TRUNCATE ON arrivals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER arrivals_erasure BEFORE DELETE ON arrivals
  FOR EACH ROW EXECUTE FUNCTION refuse_unnamed_removal();

-- Many payloads of one stream, each named before it goes: the guard on the table stays as it is.
CREATE FUNCTION erase_payloads(stream uuid, seqs integer[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE one integer;
BEGIN
  FOREACH one IN ARRAY seqs LOOP
    PERFORM set_config('claimdesk.erasing', stream || ':' || one, true);
    DELETE FROM event_payloads WHERE stream_id = stream AND seq = one;
  END LOOP;
  PERFORM set_config('claimdesk.erasing', '', true);
END
$$;
