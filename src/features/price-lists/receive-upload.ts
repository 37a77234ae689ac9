import { z } from "zod";
import { fileBytesMax, importKinds } from "#/domain/catalogue/model";
import { receivePriceList } from "#/domain/catalogue/operations/receive-price-list";
import { piecesOf } from "#/domain/catalogue/price-list/open-table";
import { ReceivedFile } from "#/domain/catalogue/received-file";
import { invalid, rejected } from "#/domain/kernel/failure";
import { ok, type Result } from "#/domain/kernel/result";
import type { RouteCall } from "#/platform/next/define-route";
import { answerHeaders, problemResponse } from "#/platform/next/problem-response";

/** Files a process holds in memory at once while they arrive. */
const uploadsMax = 2;
let uploads = 0;

const addressSchema = z.object({ fileName: z.string(), kind: z.enum(importKinds) });

/** The body as it comes, no faster than it is taken in; an absent one is empty. */
function bodyOf({ body }: Request): AsyncIterable<Uint8Array> {
  return piecesOf(body ?? new Blob().stream());
}

/**
 * Takes a file in from the body of a request, as it is; its name and what it holds stand in the address. Refuses a file over
 * the limit with 413 at the first byte too many, whatever its length was announced as.
 */
export async function receiveUpload(call: RouteCall<unknown>): Promise<Result<Response>> {
  const { request, requestId, perform } = call;
  const address = addressSchema.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!address.success) return invalid({ field: "kind", code: "field.invalid" });
  if (uploads >= uploadsMax) return rejected("price_list.too_many_uploads");
  uploads += 1;
  try {
    const file = await ReceivedFile.read(bodyOf(request), fileBytesMax);
    if (!file.ok) return ok(await problemResponse(rejected(file.failure.code).failure, requestId, 413));
    const received = await perform(receivePriceList, { ...address.data, file: file.value });
    if (!received.ok) return received;
    return ok(Response.json(received.value, { status: 201, headers: answerHeaders(requestId) }));
  } finally {
    uploads -= 1;
  }
}
