-- AlterEnum
ALTER TYPE "ExportKind" ADD VALUE 'proof';
