-- CreateTable
CREATE TABLE "arrivals" (
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "words_sha256" BYTEA NOT NULL,
    "version" TEXT,
    "version_created" TIMESTAMPTZ(3),
    "facts" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "arrivals_pkey" PRIMARY KEY ("article_id","number")
);

-- CreateTable
CREATE TABLE "article_identifiers" (
    "article_id" UUID NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "article_identifiers_pkey" PRIMARY KEY ("article_id","value")
);

-- CreateIndex
CREATE INDEX "article_identifiers_value_idx" ON "article_identifiers"("value");

-- AddForeignKey
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_identifiers" ADD CONSTRAINT "article_identifiers_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Append-only, as the revisions that they brought are.
CREATE TRIGGER arrivals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON arrivals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
