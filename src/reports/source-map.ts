/** A place in a file as editors count it: both from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds line and column of an offset. */
export function placesOf(source: string): (offset: number) => Place {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/**
 * Where each UTF-16 unit of a node's text stands in its Markdown source between `start` and `end`. The two
 * differ by what Markdown takes away: backslashes, entities, fences, the indent and `>` of a continued line.
 * A unit that cannot be found (it came out of an entity) stands where the last one did.
 */
export function offsetsOf(text: string, source: string, start: number, end: number): readonly number[] {
  const offsets: number[] = [];
  let at = start;
  for (let unit = 0; unit < text.length; unit += 1) {
    const wanted = text.charAt(unit);
    let found = at;
    while (found < end && !stands(wanted, source, found)) found += 1;
    if (found >= end) {
      offsets.push(Math.min(at, end));
      continue;
    }
    offsets.push(found);
    const entity = source.charAt(found) === wanted && wanted !== "&" ? null : entityAt(source, found);
    at = found + (entity?.length ?? 1);
  }
  return offsets;
}

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,31});/y;

function entityAt(source: string, offset: number): string | null {
  ENTITY.lastIndex = offset;
  return ENTITY.exec(source)?.[0] ?? null;
}

/** Whether a unit stands at an offset, may come out of the entity there, or is the space of a joined line. */
function stands(unit: string, source: string, offset: number): boolean {
  const found = source.charAt(offset);
  return (
    found === unit || (found === "\n" && unit === " ") || (found === "&" && entityAt(source, offset) !== null)
  );
}
