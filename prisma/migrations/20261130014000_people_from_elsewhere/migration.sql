-- AlterTable
ALTER TABLE "story_people" ADD COLUMN     "brought_by_id" UUID;

-- Whoever brought their story in.
UPDATE story_people p SET brought_by_id = h.by_id FROM story_histories h WHERE h.article_id = p.article_id;

-- AlterTable
ALTER TABLE "story_people" ALTER COLUMN "brought_by_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "story_people_brought_by_id_idx" ON "story_people"("brought_by_id");
