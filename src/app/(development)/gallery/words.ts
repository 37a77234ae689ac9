import type { FormLabels } from "#/ui/form";
import type { TableLabels } from "#/ui/table-types";
import type { UnsavedLabels } from "#/ui/unsaved-guard";

/** The words the gallery gives to forms; the product's own come from its messages. */
export const formLabels: FormLabels = {
  reference: "Reference",
  offlineTitle: "No answer from the server",
  offlineMessage: "Check your connection and send again. Nothing is done twice.",
  staleTitle: "This page is out of date",
  staleMessage: "Twotier was updated. Copy what you typed, then reload the page.",
};

/** The question before unsent changes are left. */
export const unsavedLabels: UnsavedLabels = {
  title: "Leave without saving?",
  body: "What you typed on this page has not been sent.",
  leave: "Leave",
  stay: "Stay on this page",
};

/** The words the gallery gives to tables. */
export const tableLabels: TableLabels = {
  caption: "Indirect resellers",
  search: "Search",
  searchHint: "Name, domain or partner ID",
  filters: "Filters in force",
  removeFilter: "Remove filter",
  clearFilters: "Clear all",
  noMatches: "Nothing matches this search",
  pages: "Pages",
  first: "First",
  previous: "Previous",
  next: "Next",
  actions: "Actions",
  moreActions: "More actions for",
  expand: "Expand",
  collapse: "Collapse",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Could not copy. Select the text and copy it yourself.",
  selectAll: "Select all on this page",
  selectRow: "Select",
};
