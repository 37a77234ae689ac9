import { ChangePasswordScreen } from "#/features/identity/components/change-password-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "any",
  access: "own_account.manage",
  allowTemporaryPassword: true,
  render: ({ viewer }) => <ChangePasswordScreen forced={viewer.mustChangePassword} />,
});
