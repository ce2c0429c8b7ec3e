-- Who listens is told which streams have new events, and up to which. Whatever writes them: one statement, one notice
-- for each stream. What the events say is read by those who may.
CREATE FUNCTION tell_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('claimdesk_events', stream_id || ':' || max(seq)) FROM added GROUP BY stream_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER events_told AFTER INSERT ON events REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION tell_events();

CREATE TYPE "Doing" AS ENUM ('reading', 'editing', 'commenting');

-- It is told again within seconds by every page that is open: a crash of the database may take it.
CREATE UNLOGGED TABLE "presence" (
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "page" UUID NOT NULL,
    "claim_id" UUID,
    "doing" "Doing" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("article_id", "user_id", "page")
);
CREATE INDEX "presence_seen_at_idx" ON "presence"("seen_at");
