-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('pending', 'delivered', 'failed', 'dead');

-- CreateTable
CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "types" TEXT[],
    "owner_id" UUID NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "stopped_because" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "secret" BYTEA NOT NULL,
    "secret_used" BOOLEAN NOT NULL DEFAULT false,
    "former" BYTEA,
    "former_until" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "head" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "article_id" UUID,
    "seq" INTEGER,
    "claim_id" UUID,
    "state" "DeliveryState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT,
    "status" INTEGER,
    "error" TEXT,
    "last_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_deliveries_webhook_id_id_idx" ON "webhook_deliveries"("webhook_id", "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_article_id_seq_webhook_id_key" ON "webhook_deliveries"("article_id", "seq", "webhook_id");

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is to be sent, by when. A page of what was sent long ago costs the sender nothing.
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, next_at, seq) WHERE state IN ('pending', 'failed');

-- A UUIDv7 (RFC 9562, 5.7) for rows that are made of others in one statement. PostgreSQL has one of its own from 18 on.
CREATE FUNCTION uuid_v7(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- As before, and the stream of an address that is told what happens.
CREATE OR REPLACE FUNCTION advance_head(stream_kind text, stream uuid, OUT next_seq integer, OUT previous bytea)
  LANGUAGE plpgsql AS $$
BEGIN
  CASE stream_kind
    WHEN 'article' THEN UPDATE articles SET head = head + 1 WHERE id = stream RETURNING head INTO next_seq;
    WHEN 'source' THEN UPDATE sources SET head = head + 1 WHERE id = stream RETURNING head INTO next_seq;
    WHEN 'person' THEN UPDATE users SET head = head + 1 WHERE id = stream RETURNING head INTO next_seq;
    WHEN 'webhook' THEN UPDATE webhooks SET head = head + 1 WHERE id = stream RETURNING head INTO next_seq;
  END CASE;
  IF next_seq IS NULL THEN
    RAISE EXCEPTION 'there is no % %', stream_kind, stream;
  END IF;
  SELECT link INTO previous FROM events WHERE stream_id = stream AND seq = next_seq - 1;
END
$$;
