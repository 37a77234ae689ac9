"use server";

import type { z } from "zod";
import { createCustomer } from "#/domain/customer/operations/create-customer";
import { checkAccountInfo } from "#/domain/customer/queries/check-account-info";
import { checkDomain } from "#/domain/customer/queries/check-domain";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { reviewOrder } from "#/domain/ordering/queries/review-order";
import { searchCatalogue } from "#/domain/ordering/queries/search-catalogue";
import { defineAction } from "#/platform/next/define-action";
import { defineLookup } from "#/platform/next/define-lookup";
import { toCheckedStep, toCreatedCustomer, toDomainAnswer, toReviewAnswer } from "./answers";
import { readPayload } from "./payload";

export const createCustomerAction = defineAction(createCustomer, {
  input: (values) => readPayload<z.input<typeof createCustomer.input>>(values),
  onSuccess: (created) => ({ status: "done", data: toCreatedCustomer(created) }),
});

export const placeOrderAction = defineAction(placeOrder, {
  input: (values) => readPayload<z.input<typeof placeOrder.input>>(values),
  onSuccess: (order) => ({ status: "done", data: order }),
});

export const checkDomainLookup = defineLookup(checkDomain, toDomainAnswer);

export const checkAccountInfoLookup = defineLookup(checkAccountInfo, toCheckedStep);

export const searchCatalogueLookup = defineLookup(searchCatalogue);

export const reviewOrderLookup = defineLookup(reviewOrder, toReviewAnswer);
