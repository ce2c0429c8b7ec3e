-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);
