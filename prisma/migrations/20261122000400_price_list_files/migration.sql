-- Files to import are kept in pieces until they are published or refused, so that any worker on any machine can read them
-- and a worker that is killed loses nothing (S-31).

ALTER TYPE "PriceListImportStatus" ADD VALUE 'queued' BEFORE 'running';
ALTER TYPE "PriceListKind" ADD VALUE 'offer_matrix';

ALTER TABLE "price_list_import" ADD COLUMN     "currencies" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "failure_params" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "markets" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "notice_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "notices" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "offers_added" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "offers_changed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "prices_unchanged" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "problem_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rows_repeated" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "started_by_name" TEXT;

CREATE TABLE "price_list_file_chunk" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "price_list_file_chunk_pkey" PRIMARY KEY ("import_id","position")
);

ALTER TABLE "price_list_file_chunk" ADD CONSTRAINT "price_list_file_chunk_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "price_list_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The list of imports is read newest first, and the worker looks for what is not finished every few seconds.
DROP INDEX "price_list_import_started_at_idx";
CREATE INDEX "price_list_import_started_at_id_idx" ON "price_list_import"("started_at" DESC, "id" DESC);
CREATE INDEX price_list_import_unfinished ON price_list_import (started_at) WHERE finished_at IS NULL;

-- The vendor hands a file in and never reads it back; the portal's own jobs read it and take it away.
grant insert on price_list_file_chunk to acting_vendor;
grant select, insert, update, delete on price_list_file_chunk to acting_system;
alter table price_list_file_chunk enable row level security;
alter table price_list_file_chunk force row level security;
create policy acting_vendor on price_list_file_chunk for insert to acting_vendor with check (true);
create policy acting_system on price_list_file_chunk for all to acting_system using (true) with check (true);
