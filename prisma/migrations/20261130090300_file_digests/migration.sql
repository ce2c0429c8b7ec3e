-- Whether a row names a file is asked for each file by its digest.

-- CreateIndex
CREATE INDEX "arrivals_sha256_idx" ON "arrivals"("sha256");

-- CreateIndex
CREATE INDEX "files_sha256_idx" ON "files"("sha256");
