-- AlterTable
ALTER TABLE "verdicts" ADD COLUMN     "confirmable" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "confirms_id" UUID;

-- None of the verdicts that expired before can be confirmed: until now a change was told as another wording also where
-- what was said beside it changed more, so what is stored does not tell them apart. They are given again.
