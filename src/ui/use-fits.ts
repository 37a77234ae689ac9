"use client";

import { type RefCallback, useCallback } from "react";

/**
 * A ref that keeps the attribute `data-fits` on a scrolling box for as long as its first child fits its width.
 * Styles may then let things stick that a scrolling box would hold back.
 */
export function useFits<E extends HTMLElement>(): RefCallback<E> {
  return useCallback((box: E) => {
    const observer = new ResizeObserver(() => {
      const content = box.firstElementChild;
      box.toggleAttribute(
        "data-fits",
        content instanceof HTMLElement && content.offsetWidth <= box.clientWidth,
      );
    });
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, []);
}
