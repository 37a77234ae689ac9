import type { Route } from "next";
import NextLink from "next/link";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { variants } from "./variants";

/** The class of anything that looks like a button. One primary per view; danger only where something ends. */
export const buttonClass = variants(
  "tt-button",
  {
    tone: {
      primary: "tt-button-primary",
      secondary: "tt-button-secondary",
      quiet: "tt-button-quiet",
      danger: "tt-button-danger",
    },
    size: { md: "", sm: "tt-button-sm" },
  },
  { tone: "secondary", size: "md" },
);

type Look = {
  readonly tone?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  readonly size?: "md" | "sm" | undefined;
  readonly icon?: IconName | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

type ButtonProps = Look & Omit<ComponentPropsWithRef<"button">, "children" | "className">;

/** A native button. `type` is "button" unless said otherwise, so that nothing is sent by accident. */
export function Button({ tone, size, icon, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonClass({ tone, size, className })}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type ButtonLinkProps = Look & {
  readonly href: string;
  /** Says that the target is a file to save, not a page. */
  readonly download?: boolean | undefined;
  readonly "aria-describedby"?: string | undefined;
};

/** A link that looks like a button, for going somewhere. Fetched ahead only on hover, so lists stay cheap. */
export function ButtonLink({
  href,
  tone,
  size,
  icon,
  className,
  children,
  download,
  ...rest
}: ButtonLinkProps) {
  const shared = { ...rest, className: buttonClass({ tone, size, className }) };
  const body = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  if (download || /^[a-z][a-z0-9+.-]*:/i.test(href)) {
    return (
      <a {...shared} href={href} download={download}>
        {body}
      </a>
    );
  }
  return (
    <NextLink {...shared} href={href as Route} prefetch={false}>
      {body}
    </NextLink>
  );
}

type IconButtonProps = Omit<ComponentPropsWithRef<"button">, "children" | "className" | "aria-label"> & {
  readonly icon: IconName;
  /** The accessible name, also shown as the tooltip. */
  readonly label: string;
  readonly className?: string | undefined;
};

/** A square button with a pictogram; its label is its name and tooltip. */
export function IconButton({ icon, label, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={buttonClass({ tone: "quiet", className: `tt-button-icon ${className ?? ""}`.trim() })}
    >
      <Icon name={icon} />
    </button>
  );
}
