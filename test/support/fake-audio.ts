// An AudioContext that makes no sound and notes what was scheduled.

/** What was asked of one AudioParam. */
export interface Scheduled {
  kind: 'set' | 'ramp' | 'target' | 'cancel';
  value: number;
  time: number;
}

class FakeParam {
  readonly scheduled: Scheduled[] = [];
  setValueAtTime = (value: number, time: number) => this.note('set', value, time);
  linearRampToValueAtTime = (value: number, time: number) => this.note('ramp', value, time);
  setTargetAtTime = (value: number, time: number) => this.note('target', value, time);
  cancelScheduledValues = (time: number) => this.note('cancel', NaN, time);
  private note(kind: Scheduled['kind'], value: number, time: number): this {
    this.scheduled.push({ kind, value, time });
    return this;
  }
}

class FakeNode {
  connect = (to: unknown) => to;
  disconnect = () => {};
}

export class FakeOscillator extends FakeNode {
  type = 'sine';
  frequency = new FakeParam();
  onended: (() => void) | null = null;
  started: number | null = null;
  stopped: number | null = null;
  start = (time: number) => void (this.started = time);
  stop = (time: number) => void (this.stopped = time);
}

class FakeGain extends FakeNode {
  gain = new FakeParam();
}

class FakePanner extends FakeNode {
  pan = new FakeParam();
}

/** In place of the browser's; `made` are those that the page asked for. */
export class FakeAudioContext {
  static made: FakeAudioContext[] = [];
  currentTime = 0;
  isClosed = false;
  destination = new FakeNode();
  oscillators: FakeOscillator[] = [];
  gains: FakeGain[] = [];
  panners: FakePanner[] = [];

  constructor() {
    FakeAudioContext.made.push(this);
  }
  resume = () => Promise.resolve();
  close = () => {
    this.isClosed = true;
    return Promise.resolve();
  };
  createOscillator = () => added(this.oscillators, new FakeOscillator());
  createGain = () => added(this.gains, new FakeGain());
  createStereoPanner = () => added(this.panners, new FakePanner());
}

function added<T>(list: T[], one: T): T {
  list.push(one);
  return one;
}
