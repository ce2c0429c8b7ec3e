-- CreateEnum
CREATE TYPE "VerdictEndHow" AS ENUM ('changed', 'taken_back', 'expired', 'confirmed');

-- CreateEnum
CREATE TYPE "ExportKind" AS ENUM ('claims', 'corrections');

-- CreateTable
CREATE TABLE "verdict_ends" (
    "verdict_id" UUID NOT NULL,
    "verdict_ids" UUID[],
    "claim_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "how" "VerdictEndHow" NOT NULL,
    "quote" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "told_by_id" UUID,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "verdict_ends_pkey" PRIMARY KEY ("verdict_id")
);

-- CreateTable
CREATE TABLE "exports" (
    "id" UUID NOT NULL,
    "kind" "ExportKind" NOT NULL,
    "format" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "filters" JSONB NOT NULL,
    "sha256" BYTEA,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_stories" (
    "article_id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "claim_ids" UUID[],
    "versions" INTEGER[],
    "statuses" "ClaimStatus"[],
    "verdict_ids" UUID[],

    CONSTRAINT "export_stories_pkey" PRIMARY KEY ("article_id","export_id")
);

-- CreateIndex
CREATE INDEX "verdict_ends_claim_id_idx" ON "verdict_ends"("claim_id");

-- CreateIndex
CREATE INDEX "exports_at_id_idx" ON "exports"("at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "verdict_ends" ADD CONSTRAINT "verdict_ends_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_stories" ADD CONSTRAINT "export_stories_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "exports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- The radar, newest first: verdicts that were confirmed still hold.
CREATE INDEX verdict_ends_radar_idx ON verdict_ends (at DESC, verdict_id DESC) WHERE how <> 'confirmed';

-- Lists of random ids do not get smaller by trying to.
ALTER TABLE export_stories ALTER COLUMN claim_ids SET STORAGE EXTERNAL, ALTER COLUMN verdict_ids SET STORAGE EXTERNAL;
