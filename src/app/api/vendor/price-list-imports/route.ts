import { receivePriceList } from "#/domain/catalogue/operations/receive-price-list";
import { receiveUpload } from "#/features/price-lists/receive-upload";
import { defineRoute, refuseMethod } from "#/platform/next/define-route";

/** Takes a price list in; it is published by the worker. */
export const POST = defineRoute({ runs: receivePriceList, isBehindNoProxy: true, answer: receiveUpload });

export const GET = refuseMethod("POST");
export const PUT = refuseMethod("POST");
export const PATCH = refuseMethod("POST");
export const DELETE = refuseMethod("POST");
