-- AlterTable
ALTER TABLE "arrivals" ADD COLUMN     "elsewhere" BOOLEAN NOT NULL DEFAULT false;
