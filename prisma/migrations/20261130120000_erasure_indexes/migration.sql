-- What is erased is looked for by what refers to it: for every sentence that goes, whether a claim stands on it, and for every
-- file, whether other evidence is the same. Without these each look reads the whole table.

-- CreateIndex
CREATE INDEX "placements_sentence_idx" ON "placements"("article_id", "revision", "sentence");

-- What Prisma cannot say. Little evidence is a file.
CREATE INDEX evidence_file_idx ON evidence (file_id) WHERE file_id IS NOT NULL;
