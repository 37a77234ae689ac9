"use client";

import { useState } from "react";
import { Button } from "#/ui/button";
import { ConfirmDialog } from "#/ui/confirm-dialog";
import { Menu } from "#/ui/menu";
import { showToast, ToastRegion } from "#/ui/toast";
import { sampleAction } from "./actions";
import { formLabels } from "./words";

/** What opens above the page. */
export function Dialogs() {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setOpen(true)}>Remove partnership</Button>
      <Button
        onClick={() => showToast({ title: "Partnership removed", body: "Its customers stay as they are." })}
      >
        Show a toast
      </Button>
      <Menu
        label="New order"
        items={[
          { id: "one", label: "Products", href: "/gallery?a=1", icon: "package" },
          {
            id: "two",
            label: "Azure plan",
            detail: "One per customer",
            href: "/gallery?a=2",
            icon: "layers",
          },
          { kind: "separator", id: "line" },
          {
            kind: "act",
            id: "three",
            label: "Cancel all drafts",
            tone: "danger",
            icon: "trash",
            onSelect: () => undefined,
          },
        ]}
      />
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Remove the partnership with Cobalt & Co.?"
        body="You will no longer be able to place orders for its customers."
        consequencesLabel="What happens then"
        consequences={[
          "Customers associated with the reseller stay with you.",
          "Delegated admin privileges stay as they are.",
          "The portal itself sends no notice; give it where your contract demands it.",
        ]}
        confirmLabel="Yes"
        cancelLabel="No"
        tone="danger"
        action={sampleAction}
        hidden={{ name: "fail" }}
        idempotencyKey="0198f2c4-7d1e-7000-8000-000000000001"
        labels={formLabels}
      />
      <ToastRegion label="Messages" closeLabel="Close" />
    </div>
  );
}
