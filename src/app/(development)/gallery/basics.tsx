import { Badge, StatusChip } from "#/ui/badge";
import { Banner } from "#/ui/banner";
import { Button, IconButton } from "#/ui/button";
import { Card } from "#/ui/card";
import { CopyButton } from "#/ui/copy-button";
import { DescriptionList } from "#/ui/description-list";
import { Link } from "#/ui/link";
import { Mark } from "#/ui/mark";
import { Money } from "#/ui/money";
import { Progress } from "#/ui/progress";
import { Skeleton } from "#/ui/skeleton";
import { Spinner } from "#/ui/spinner";
import { Stat } from "#/ui/stat";
import { Timestamp } from "#/ui/timestamp";
import type { Tone } from "#/ui/tone";
import { Toolbar } from "#/ui/toolbar";

const tones: readonly Tone[] = ["neutral", "info", "success", "warning", "danger"];

/** Banners in each tone. */
export function Messages() {
  return (
    <div className="grid gap-3">
      {tones.map((tone) => (
        <Banner
          key={tone}
          tone={tone}
          title={`A message with the tone ${tone}`}
          actions={tone === "warning" && <Button size="sm">Accept and continue</Button>}
        >
          It says what happened, why, and what to do, with a <Link href="/gallery">link to the place</Link>.
        </Banner>
      ))}
    </div>
  );
}

/** Buttons, chips, badges and small feedback. */
export function Controls() {
  return (
    <div className="grid gap-4">
      <Toolbar
        label="Buttons"
        end={
          <CopyButton
            value="text"
            labels={{ copy: "Copy to clipboard", copied: "Copied", failed: "Not copied" }}
          />
        }
      >
        <Button tone="primary">Submit</Button>
        <Button icon="plus">New order</Button>
        <Button tone="quiet">Cancel</Button>
        <Button tone="danger">Remove partnership</Button>
        <Button disabled>Not possible</Button>
        <Button size="sm">Small</Button>
        <IconButton icon="settings" label="Settings" />
      </Toolbar>
      <div className="flex flex-wrap items-center gap-2">
        {tones.map((tone) => (
          <StatusChip key={tone} tone={tone}>
            {tone}
          </StatusChip>
        ))}
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Spinner label="Checking the partner ID" />
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Progress
          label="Importing prices"
          value={3120}
          max={5910}
          detail="3,120 of 5,910 rows, about 20 s left"
        />
        <Progress label="Preparing the export" />
      </div>
    </div>
  );
}

/** Figures, cards, pairs and placeholders. */
export function Figures() {
  return (
    <div className="mt-6 grid gap-4">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Stat label="Indirect resellers" value="1,204" detail="3 invitations pending" href="/gallery" />
        <Stat
          label="Active subscriptions"
          value="48,310"
          detail="+2.1 % this month"
          tone="success"
          href="/gallery"
        />
        <Stat
          label="Renewals in 30 days"
          value="912"
          detail="14 without a decision"
          tone="warning"
          href="/gallery"
        />
        <Stat label="Next invoice" value="8 Dec 2026" />
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card
          title="Subscription"
          description="Annual term, billed monthly"
          actions={<Button size="sm">Edit</Button>}
        >
          <DescriptionList
            items={[
              { term: "Reseller (MPN ID)", description: "4812300" },
              { term: "Price", description: <Money text="€ 22.10" unit="per seat and month" strong /> },
              {
                term: "Renews",
                description: (
                  <Timestamp
                    instant="2027-03-10T00:00:00Z"
                    utc="10 Mar 2027, 00:00 UTC"
                    local="10 Mar 2027, 01:00"
                  />
                ),
              },
            ]}
          />
        </Card>
        <Card title="Loading">
          <Skeleton lines={5} />
        </Card>
      </div>
    </div>
  );
}

/** The type scale. */
export function Typography() {
  return (
    <div className="grid gap-2">
      <p className="text-2xl font-semibold">Figures and titles, 28 px</p>
      <p className="text-xl font-semibold">Page title, 22 px</p>
      <p className="text-lg font-semibold">Dialog and step title, 18 px</p>
      <p className="text-md font-semibold">Section title, 16 px</p>
      <p>Body, 14 px. The customer stands in Customers, associated with the reseller.</p>
      <p className="text-sm text-ink-muted">Hints and secondary text, 13 px.</p>
      <p className="text-xs text-ink-subtle">Column headers and notes, 12 px.</p>
      <code>4812300 · DZH318Z0BQ3Q · 0001</code>
    </div>
  );
}

const grounds = [
  "bg-sunken",
  "bg-canvas",
  "bg-surface",
  "bg-raised",
  "bg-hover",
  "bg-selected",
  "bg-accent-soft",
];

/** Grounds, accent and mark. */
export function Colours() {
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        {grounds.map((ground) => (
          <div
            key={ground}
            className={`grid h-16 w-32 content-end rounded-lg border border-line p-2 text-xs ${ground}`}
          >
            {ground}
          </div>
        ))}
      </div>
      <div className="flex items-center gap-6">
        <Mark className="size-8" />
        <Mark className="size-16" />
        <Mark className="size-24" />
      </div>
    </div>
  );
}
