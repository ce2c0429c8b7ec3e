-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "mail" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "summary_id" UUID,
ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- What waits for the summary of a day. What was told long ago costs whoever looks nothing.
CREATE INDEX notifications_for_summary ON notifications (user_id, at)
  WHERE mail = 'daily' AND summary_id IS NULL AND read_at IS NULL;

-- What a summary tells.
CREATE INDEX notifications_of_summary ON notifications (summary_id) WHERE summary_id IS NOT NULL;
