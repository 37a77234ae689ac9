"use client";

import { useState } from "react";
import { copyText } from "#/ui/clipboard";
import { ConfirmDialog } from "#/ui/confirm-dialog";
import { DataTable } from "#/ui/data-table";
import type { FormLabels } from "#/ui/form";
import type { Column, TableFilter, TableLabels, TablePaging, TableQuery, TableRow } from "#/ui/table-types";
import { showToast } from "#/ui/toast";
import { revokeInvitationAction } from "../actions";

/** What a row of an invitation carries unseen: its personal link, while it is open. */
export type InvitationRowData = { readonly link: string | null };

type InvitationTableProps = {
  readonly columns: readonly Column<InvitationRowData>[];
  readonly rows: readonly TableRow<InvitationRowData>[];
  readonly query: TableQuery;
  readonly labels: TableLabels;
  readonly filters: readonly TableFilter[];
  readonly paging: TablePaging;
  readonly empty: { readonly title: string; readonly body: string };
  readonly texts: Readonly<
    Record<"linkCopied" | "linkNotCopied" | "revokeTitle" | "revokeBody" | "revoke" | "cancel", string>
  >;
  readonly formLabels: FormLabels;
  readonly idempotencyKey: string;
};

/** The list of invitations: copies links, and revokes after a question. */
export function InvitationTable({ texts, formLabels, idempotencyKey, ...table }: InvitationTableProps) {
  const [revoking, setRevoking] = useState<string | null>(null);
  const act = (action: string, row: TableRow<InvitationRowData>) => {
    if (action === "revoke") setRevoking(row.id);
    if (action === "copy" && row.data?.link) void copyLink(row.data.link, texts);
  };
  return (
    <>
      <DataTable<InvitationRowData> {...table} searchable={false} onAction={act} />
      <ConfirmDialog
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={texts.revokeTitle}
        body={texts.revokeBody}
        confirmLabel={texts.revoke}
        cancelLabel={texts.cancel}
        tone="danger"
        action={revokeInvitationAction}
        hidden={{ invitationId: revoking ?? "" }}
        idempotencyKey={idempotencyKey}
        labels={formLabels}
      />
    </>
  );
}

async function copyLink(link: string, texts: InvitationTableProps["texts"]): Promise<void> {
  const copied = await copyText(link);
  showToast({
    title: copied ? texts.linkCopied : texts.linkNotCopied,
    tone: copied ? "success" : "danger",
  });
}
