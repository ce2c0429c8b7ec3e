-- AlterTable
ALTER TABLE "revision_changes" ADD COLUMN     "cause_after" INTEGER,
ADD COLUMN     "cause_before" INTEGER;
