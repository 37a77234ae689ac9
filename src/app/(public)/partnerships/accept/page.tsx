import { AcceptancePage } from "#/features/partnerships/acceptance-page";

type AcceptPageProps = {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** The page of an invitation's personal link. */
export default async function AcceptPage({ searchParams }: AcceptPageProps) {
  const { invitation } = await searchParams;
  return <AcceptancePage token={typeof invitation === "string" ? invitation : ""} />;
}
