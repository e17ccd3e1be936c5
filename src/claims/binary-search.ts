/** How many of some things in order a test holds for, where it holds for none behind the first that fails it. */
export function countFirst<Thing>(things: readonly Thing[], holds: (thing: Thing) => boolean): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(things[middle] as Thing)) low = middle + 1;
    else high = middle;
  }
  return low;
}
