import { useEffect, useState, type RefObject } from 'react';

/** The inner width of a place on the page in CSS pixels, as it changes; 0 until known. */
export const useWidth = (place: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const own = place.current;
    if (!own) return undefined;
    const watch = new ResizeObserver(() => setWidth(own.clientWidth));
    watch.observe(own);
    return () => watch.disconnect();
  }, [place]);
  return width;
};
