import { receivePriceList } from "#/domain/catalogue/operations/receive-price-list";
import { receiveUpload } from "#/features/price-lists/receive-upload";
import { defineRoute } from "#/platform/next/define-route";

/** Takes a price list in; it is published by the worker. */
export const POST = defineRoute({ runs: receivePriceList, isBehindNoProxy: true, answer: receiveUpload });
