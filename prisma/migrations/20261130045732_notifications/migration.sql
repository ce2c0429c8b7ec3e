-- AlterTable
ALTER TABLE "comments" ADD COLUMN "mentions" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "claim_id" UUID,
    "comment_id" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "actor_id" UUID NOT NULL,
    "in_app" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_settings" (
    "user_id" UUID NOT NULL,
    "reasons" JSONB NOT NULL,
    "summary_hour" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "notification_id" UUID,
    "day" DATE,
    "state" "DeliveryState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notifications_user_id_id_idx" ON "notifications"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "notifications_at_idx" ON "notifications"("at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_article_id_seq_user_id_key" ON "notifications"("article_id", "seq", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "mails_notification_id_key" ON "mails"("notification_id");

-- CreateIndex
CREATE INDEX "mails_created_at_idx" ON "mails"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mails_user_id_day_key" ON "mails"("user_id", "day");

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notifications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a person has not read yet, which every page counts.
CREATE INDEX notifications_unread ON notifications (user_id, id DESC) WHERE read_at IS NULL AND in_app;

-- What is to be sent, by when. What was sent long ago costs the sender nothing.
CREATE INDEX mails_due ON mails (next_at, id) WHERE state IN ('pending', 'failed');
