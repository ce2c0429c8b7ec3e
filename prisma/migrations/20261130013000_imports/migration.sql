-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "token_name" TEXT,
    "terms" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "is_archive" BOOLEAN NOT NULL,
    "is_kept" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_files" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "entry" INTEGER,
    "new_id" UUID NOT NULL,
    "is_read" BOOLEAN NOT NULL DEFAULT false,
    "identifier" TEXT,
    "version" TEXT,
    "version_created" TIMESTAMPTZ(3),
    "problem" TEXT,
    "detail" TEXT,
    "article_id" UUID,
    "revision" INTEGER,

    CONSTRAINT "import_files_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateIndex
CREATE INDEX "imports_user_id_created_at_idx" ON "imports"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "import_files_import_id_state_number_idx" ON "import_files"("import_id", "state", "number");

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
