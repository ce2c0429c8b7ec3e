-- AlterTable
ALTER TABLE "imports" ADD COLUMN "token_id" UUID;

-- What is under way belongs to the token of that name; of several, to the last one that was there then.
UPDATE "imports" i SET "token_id" = (
  SELECT t."id" FROM "api_tokens" t
  WHERE t."user_id" = i."user_id" AND t."name" = i."token_name" AND t."created_at" <= i."created_at"
  ORDER BY t."created_at" DESC LIMIT 1)
WHERE i."token_name" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_tokens"("id") ON DELETE SET NULL ON UPDATE CASCADE;
