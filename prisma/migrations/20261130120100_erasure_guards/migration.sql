-- What Prisma cannot say.

-- Naming a story is not enough: it lies in the bin, or of a kept page the evidence does. A row whose story cannot be told
-- goes never: `IS DISTINCT FROM` takes no name for the same as no name.
CREATE OR REPLACE FUNCTION refuse_unnamed_removal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  story uuid;
  in_bin boolean;
BEGIN
  IF TG_TABLE_NAME = 'snapshots' THEN
    SELECT a.id, a.withdrawn_at IS NOT NULL OR e.withdrawn_at IS NOT NULL INTO story, in_bin
      FROM evidence e JOIN articles a ON a.id = e.article_id WHERE e.id = OLD.evidence_id;
  ELSE
    SELECT id, withdrawn_at IS NOT NULL INTO story, in_bin FROM articles WHERE id = OLD.article_id;
  END IF;
  IF story IS NULL OR in_bin IS NOT TRUE
    OR current_setting('claimdesk.erasing', true) IS DISTINCT FROM 'story:' || story THEN
    RAISE EXCEPTION 'DELETE on % is refused: it is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;
