-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "outgrown" JSONB;

-- Details that a text outgrew before this are not found again: what they were read from is told by no row. Where a
-- wording is printed no longer, the pages say so as before.
