-- AlterEnum
ALTER TYPE "ExportKind" ADD VALUE 'story';

-- AlterTable
ALTER TABLE "files" ADD COLUMN     "elsewhere" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "story_people" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "story_people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story_histories" (
    "article_id" UUID NOT NULL,
    "integrity" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "story_histories_pkey" PRIMARY KEY ("article_id")
);

-- CreateIndex
CREATE INDEX "story_people_article_id_idx" ON "story_people"("article_id");

-- AddForeignKey
ALTER TABLE "story_people" ADD CONSTRAINT "story_people_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_histories" ADD CONSTRAINT "story_histories_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
