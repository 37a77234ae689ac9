import { Button } from "#/ui/button";
import { Card } from "#/ui/card";
import { DescriptionList } from "#/ui/description-list";
import { OneTimeSecret } from "#/ui/one-time-secret";
import { Wizard } from "#/ui/wizard";
import { unsavedLabels } from "./words";

/** A wizard at its last step, which shows a secret once. */
export function Steps() {
  return (
    <Wizard
      title="New customer"
      labels={{ steps: "Steps", done: "completed", position: "Step 3 of 4" }}
      steps={[
        { id: "account", label: "Account info", state: "done", href: "/gallery" },
        { id: "subscriptions", label: "Subscriptions", state: "done", href: "/gallery" },
        { id: "review", label: "Review", state: "current" },
        { id: "confirmation", label: "Confirmation", state: "todo" },
      ]}
      stepTitle="Setup info"
      description="The customer's first administrator signs in with these details and must then choose a password."
      aside={
        <Card title="Order">
          <DescriptionList items={[{ term: "Customer", description: "Fabrikam S.r.l." }]} />
        </Card>
      }
      footer={
        <>
          <Button tone="primary">Submit</Button>
          <Button>Back</Button>
          <Button tone="quiet">Cancel</Button>
        </>
      }
    >
      <OneTimeSecret
        title="Write these down now"
        description="They are shown once and are stored nowhere."
        items={[
          { label: "User name", value: "admin@fabrikam.onmicrosoft.com" },
          { label: "Temporary password", value: "Qm7-tarn-6wolf-Lys" },
        ]}
        labels={{
          copy: "Copy",
          copied: "Copied",
          copyFailed: "Not copied",
          copyAll: "Copy all",
          print: "Print",
          saved: "I saved these details",
          done: "Done",
          leave: unsavedLabels,
        }}
        doneHref="/gallery"
      />
    </Wizard>
  );
}
