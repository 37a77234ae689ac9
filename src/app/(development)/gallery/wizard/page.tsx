import type { Metadata } from "next";
import { Frame } from "../frame";
import { Steps } from "../steps";

export const metadata: Metadata = { title: "Wizard" };

/** A wizard with a one-time secret, as one page of the product. */
export default function WizardGalleryPage() {
  return (
    <Frame>
      <Steps />
    </Frame>
  );
}
