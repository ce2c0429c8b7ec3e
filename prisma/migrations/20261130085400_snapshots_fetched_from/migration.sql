-- Where the text of a page came from, after redirects; null where a person pasted it.
ALTER TABLE "snapshots" ADD COLUMN "fetched_from" TEXT;
