import { Link } from "./link";

type BreadcrumbProps = {
  readonly label: string;
  /** From the root to the page shown; the last one is the page itself and needs no address. */
  readonly items: readonly { readonly label: string; readonly href?: string | undefined }[];
};

/** The way from the start to this page. */
export function Breadcrumb({ label, items }: BreadcrumbProps) {
  return (
    <nav aria-label={label} className="tt-breadcrumb">
      <ol>
        {items.map((item, index) => (
          <li key={item.label}>
            {item.href !== undefined && index < items.length - 1 ? (
              <Link href={item.href} quiet>
                {item.label}
              </Link>
            ) : (
              <span aria-current={index === items.length - 1 ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
