/** The addresses of this slice. */
export const routes = {
  list: "/vendor/price-lists",
  detail: (importId: string) => `/vendor/price-lists/${importId}`,
  upload: "/api/vendor/price-list-imports",
  progress: (importId: string) => `/api/vendor/price-list-imports/${importId}`,
  report: (importId: string) => `/api/vendor/price-list-imports/${importId}/report`,
} as const;
