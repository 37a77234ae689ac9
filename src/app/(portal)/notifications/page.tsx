import { listNotifications } from "#/domain/notification/queries/list-notifications";
import { NotificationsScreen } from "#/features/identity/components/notifications-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "any",
  access: "notification.read",
  load: ({ run }) => run(listNotifications, {}),
  render: ({ viewer, data }) => <NotificationsScreen notices={data} timeZone={viewer.timeZone ?? "UTC"} />,
});
