-- CreateEnum
CREATE TYPE "ClaimChange" AS ENUM ('same', 'moved', 'reworded', 'figure_changed', 'bound_changed', 'category_changed', 'negation_changed', 'attribution_changed', 'gone');

-- CreateTable
CREATE TABLE "revision_changes" (
    "article_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "claim_id" UUID NOT NULL,
    "change" "ClaimChange" NOT NULL,
    "from_quote" TEXT NOT NULL,
    "from_start" INTEGER NOT NULL,
    "expired" BOOLEAN NOT NULL,

    CONSTRAINT "revision_changes_pkey" PRIMARY KEY ("article_id","revision","claim_id")
);

-- CreateIndex
CREATE INDEX "revision_changes_claim_id_idx" ON "revision_changes"("claim_id");

-- AddForeignKey
ALTER TABLE "revision_changes" ADD CONSTRAINT "revision_changes_article_id_revision_fkey" FOREIGN KEY ("article_id", "revision") REFERENCES "revisions"("article_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_changes" ADD CONSTRAINT "revision_changes_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
