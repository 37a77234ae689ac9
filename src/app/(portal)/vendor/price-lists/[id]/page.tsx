import { z } from "zod";
import { readImport } from "#/domain/catalogue/queries/read-import";
import { idSchema } from "#/domain/kernel/ids";
import { ImportScreen } from "#/features/price-lists/components/import-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "vendor_operator",
  access: "price_list.read",
  params: z.object({ id: idSchema }),
  load: ({ run, params }) => run(readImport, { importId: params.id }),
  render: ({ viewer, data }) => <ImportScreen viewer={viewer} detail={data} />,
});
