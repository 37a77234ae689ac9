import type { Metadata } from "next";
import { Button } from "#/ui/button";
import { Link } from "#/ui/link";
import { PublicShell } from "#/ui/public-shell";

export const metadata: Metadata = { title: "Public page" };

/** The frame of pages before sign-in. */
export default function PublicGalleryPage() {
  return (
    <PublicShell
      product={{ name: "Twotier" }}
      skipLabel="Skip to content"
      size="md"
      title="Aurora Distribution wants to work with you"
      description="Read what you grant, then decide. Nothing happens before you do."
      footer={<Link href="/gallery">Italiano</Link>}
    >
      <div className="tt-actions">
        <Button tone="primary">Authorize indirect provider</Button>
        <Button tone="quiet">Decline</Button>
      </div>
    </PublicShell>
  );
}
