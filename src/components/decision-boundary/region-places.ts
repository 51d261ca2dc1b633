// Where in its region a class can be named: away from the borders and from the points.
import { predictedClass } from '../../trainer';

/** How many fields each way the picture is cut into for this. */
export const fields = 24;

/** Looks for the roomiest field of each class's region, and stays where it was while that will do. */
export class RegionPlaces {
  private readonly classes = new Uint8Array(fields * fields);
  private readonly blocked = new Uint8Array(fields * fields);
  private readonly depth = new Uint8Array(fields * fields);
  private places: (number | null)[] = [];

  /**
   * Says where the points lie, as shares of the picture's width and height from its top left.
   */
  avoid(points: Iterable<readonly [number, number]>): void {
    this.blocked.fill(0);
    const field = (share: number) => Math.min(fields - 1, Math.max(0, Math.floor(share * fields)));
    for (const [x, y] of points) this.blocked[field(y) * fields + field(x)] = 1;
  }

  /**
   * For each class a field, numbered row by row from the top left, or null where its region has no
   * room for a name.
   *
   * @param values a row of probabilities for each cell of a picture of side by side cells
   */
  find(values: Float64Array, columns: number, side: number, classes: number): (number | null)[] {
    for (let row = 0; row < fields; row++) {
      for (let column = 0; column < fields; column++) {
        const x = Math.floor(((column + 0.5) / fields) * side);
        const y = Math.floor(((row + 0.5) / fields) * side);
        const at = (y * side + x) * columns;
        this.classes[row * fields + column] = predictedClass(values, at, columns);
      }
    }
    this.places = Array.from({ length: classes }, (_, k) => this.place(k, this.places[k] ?? null));
    return this.places;
  }

  private place(which: number, before: number | null): number | null {
    const { depth } = this;
    let best: number | null = null;
    for (let i = 0; i < depth.length; i++) {
      depth[i] = this.classes[i] === which && !this.blocked[i] ? 1 : 0;
    }
    // A field is one deeper than the fields around it; a name is wider than high.
    for (let level = 1; this.deepen(level); level++);
    for (let i = 0; i < depth.length; i++) {
      if (depth[i]! > (best === null ? 1 : depth[best]!)) best = i;
    }
    if (best === null) return null;
    const stays = before !== null && depth[before]! > 1 && depth[before]! >= depth[best]! - 1;
    return stays ? before : best;
  }

  private deepen(level: number): boolean {
    const { depth } = this;
    let found = false;
    const deep = (row: number, column: number) =>
      row >= 0 &&
      row < fields &&
      column >= 0 &&
      column < fields &&
      depth[row * fields + column]! >= level;
    for (let row = 0; row < fields; row++) {
      for (let column = 0; column < fields; column++) {
        let isDeep = deep(row, column) && deep(row - 1, column) && deep(row + 1, column);
        for (let away = 1; isDeep && away <= 2; away++) {
          isDeep = deep(row, column - away) && deep(row, column + away);
        }
        if (!isDeep) continue;
        depth[row * fields + column] = level + 1;
        found = true;
      }
    }
    return found;
  }
}
