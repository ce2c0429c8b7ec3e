-- AlterTable
ALTER TABLE "export_stories" ADD COLUMN "head" INTEGER,
ADD COLUMN "head_hash" BYTEA;

-- CreateIndex
CREATE INDEX "export_stories_export_id_article_id_idx" ON "export_stories"("export_id", "article_id");
