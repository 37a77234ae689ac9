import type { RecordWriter } from "./record-writer";

/** A provider's public entry, as the vendor's representative keeps it (S-02). */
export type ListingRecord = {
  readonly organisationId: string;
  readonly description: string;
  readonly languages: readonly string[];
  readonly specialities: readonly string[];
  readonly website: string;
  readonly reviewedAt: Date;
};

/** Writes the listed entry of a provider. */
export async function writeListing(db: RecordWriter, record: ListingRecord): Promise<void> {
  await db.directoryListing.create({
    data: { ...record, languages: [...record.languages], specialities: [...record.specialities] },
  });
}
