import { useLayoutEffect } from "preact/hooks";

/** A page that takes another's place begins at its top, wherever that one was scrolled to. */
export const useTop = (): void => useLayoutEffect(() => scrollTo(0, 0), []);
