-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('open', 'accepted', 'dismissed');

-- AlterTable
ALTER TABLE "sign_offs" ADD COLUMN     "suggestions" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "extractions" (
    "article_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "supported" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extractions_pkey" PRIMARY KEY ("article_id","revision")
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "details" JSONB NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "sentence" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "part_of" UUID,
    "attributed_by" UUID[],
    "source_name" TEXT,
    "state" "SuggestionState" NOT NULL DEFAULT 'open',
    "claim_id" UUID,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "carried" BOOLEAN NOT NULL DEFAULT false,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "suggestions_claim_id_idx" ON "suggestions"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_article_id_revision_fingerprint_ordinal_key" ON "suggestions"("article_id", "revision", "fingerprint", "ordinal");

-- AddForeignKey
ALTER TABLE "extractions" ADD CONSTRAINT "extractions_article_id_revision_fkey" FOREIGN KEY ("article_id", "revision") REFERENCES "revisions"("article_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_article_id_revision_fkey" FOREIGN KEY ("article_id", "revision") REFERENCES "revisions"("article_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE SET NULL ON UPDATE CASCADE;
