// Contour lines as SVG paths: marching squares, joined into lines.

/**
 * The line at which values on an n by n grid cross a threshold, as a path in a box of this size.
 * Empty where they don't. Between two grid points the crossing is interpolated; where four of them
 * form a saddle, their mean decides (Lorensen and Cline, 1987, in two dimensions).
 *
 * @param values the values at the cells' centres, row by row from the top
 */
export function contourPath(
  values: ArrayLike<number>,
  n: number,
  threshold: number,
  width: number,
  height: number,
): string {
  const { next, entered, from } = roomFor(n);
  const starts = findSegments(values, n, threshold);
  let path = '';
  const place = (edge: number) => {
    const [x, y] = crossing(values, n, threshold, edge);
    return `${hundredth((x / n) * width)} ${hundredth((y / n) * height)}`;
  };
  const follow = (start: number) => {
    path += `M${place(start)}`;
    let edge = start;
    while (next[edge]! >= 0) {
      const to = next[edge]!;
      next[edge] = -1;
      path += `L${place(to)}`;
      edge = to;
    }
  };
  // Lines that come in from the border first; what is left are closed loops.
  for (let i = 0; i < starts; i++) if (!entered[from[i]!]) follow(from[i]!);
  for (let i = 0; i < starts; i++) if (next[from[i]!]! >= 0) follow(from[i]!);
  return path;
}

// An edge between a grid point and its right neighbour has the number 2·point, one to the point
// below 2·point + 1. A line keeps the higher values on its left; so it leaves an edge only once.
interface Room {
  next: Int32Array;
  entered: Uint8Array;
  from: Int32Array;
}

const rooms = new Map<number, Room>();

function roomFor(n: number): Room {
  let room = rooms.get(n);
  if (!room) {
    const edges = 2 * n * n;
    room = {
      next: new Int32Array(edges).fill(-1),
      entered: new Uint8Array(edges),
      from: new Int32Array(edges),
    };
    rooms.set(n, room);
  }
  room.entered.fill(0);
  return room;
}

// Notes where the line goes from each edge that it crosses; returns how many there are.
function findSegments(values: ArrayLike<number>, n: number, threshold: number): number {
  const { next, entered, from } = rooms.get(n)!;
  let count = 0;
  const join = (start: number, end: number) => {
    next[start] = end;
    entered[end] = 1;
    from[count++] = start;
  };
  const turn = (at: number, corners: number) => {
    const sides = [2 * at, 2 * at + 3, 2 * (at + n), 2 * at + 1];
    const sum = values[at]! + values[at + 1]! + values[at + n + 1]! + values[at + n]!;
    const isSaddle = corners === 5 || corners === 10;
    const turns = turnsOf[isSaddle && sum / 4 >= threshold ? corners + 11 : corners]!;
    for (let i = 0; i < turns.length; i += 2) join(sides[turns[i]!]!, sides[turns[i + 1]!]!);
  };
  for (let row = 0; row + 1 < n; row++) {
    let at = row * n;
    let left = (values[at]! >= threshold ? 8 : 0) | (values[at + n]! >= threshold ? 1 : 0);
    for (const end = at + n - 1; at < end; at++) {
      const right =
        (values[at + 1]! >= threshold ? 4 : 0) | (values[at + n + 1]! >= threshold ? 2 : 0);
      const corners = left | right;
      if (corners !== 0 && corners !== 15) turn(at, corners);
      left = ((right & 4) << 1) | ((right & 2) >> 1);
    }
  }
  return count;
}

const [top, right, bottom, left] = [0, 1, 2, 3];

// From which side to which, by the corners that are high: top left 8, top right 4, bottom right 2,
// bottom left 1. The last two, at 16 and 21, are the saddles 5 and 10 with a high middle.
const turnsOf: Record<number, readonly number[]> = {
  1: [bottom, left],
  2: [right, bottom],
  3: [right, left],
  4: [top, right],
  5: [top, right, bottom, left],
  6: [top, bottom],
  7: [top, left],
  8: [left, top],
  9: [bottom, top],
  10: [left, top, right, bottom],
  11: [right, top],
  12: [left, right],
  13: [bottom, right],
  14: [left, bottom],
  16: [top, left, bottom, right],
  21: [right, top, left, bottom],
};

// Where an edge is crossed, in cells from the top left of the grid's box.
function crossing(
  values: ArrayLike<number>,
  n: number,
  threshold: number,
  edge: number,
): [number, number] {
  const at = edge >> 1;
  const down = edge & 1;
  const start = values[at]!;
  const share = (threshold - start) / (values[down ? at + n : at + 1]! - start);
  const [x, y] = [(at % n) + 0.5, Math.floor(at / n) + 0.5];
  return down ? [x, y + share] : [x + share, y];
}

// More precise than a screen can show.
function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
