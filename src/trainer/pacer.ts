// Pacer: how much may be done in a frame, learned from whether frames come late.

/** A frame that comes later than this, in milliseconds, was missed at least once on any display. */
const late = 22;

// In milliseconds: where training starts, and what it is kept between.
const usual = 8;
const least = 4;
const most = 12;

/** How many more late frames than others there must be, in a row of any length, for thrift. */
const tolerated = 12;

/**
 * Gives training as much of a frame as the page can spare: a little more after each frame that
 * comes in time, much less after one that does not. Where the least is still too much, pictures
 * have to be coarse, and where that does not help, they change in every other frame only. After some
 * seconds without a late frame it is tried again to do better, later and later.
 */
export class Pacer {
  /** How long all training together may take in one frame, in milliseconds. */
  training = usual;
  /** What is saved: 0 nothing, 1 pictures are coarse, 2 and change in every other frame. */
  thrift: 0 | 1 | 2 = 0;

  private lateness = 0;
  private inTime = 0;
  private patience = 300;

  /** Notes the time since the last frame, in milliseconds. */
  note(elapsed: number): void {
    if (elapsed > late) this.slowDown();
    else this.speedUp();
  }

  private slowDown(): void {
    this.inTime = 0;
    const tight = this.training === least;
    this.training = Math.max(least, 0.8 * this.training);
    if (!tight || ++this.lateness < tolerated) return;
    this.lateness = 0;
    if (this.thrift < 2) this.thrift++;
  }

  private speedUp(): void {
    this.lateness = Math.max(0, this.lateness - 1);
    this.training = Math.min(most, this.training + 0.05);
    if (this.thrift === 0 || ++this.inTime < this.patience) return;
    this.inTime = 0;
    this.patience *= 2;
    this.thrift--;
  }
}
