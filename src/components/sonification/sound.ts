// One voice of Web Audio: a tone that follows or glides, panned, with clicks. Made on a reader's click only.

/** A glide through pitches, evenly in time. */
export interface Glide {
  /** Frequencies in Hz. */
  pitches: Float64Array;
  seconds: number;
  /** Where it begins and ends, from −1 (left) to 1 (right). @default the middle */
  pans?: readonly [number, number];
  /** When there are clicks, as shares of the time. */
  clicks?: readonly number[];
}

/** Why there is no sound: the browser has none, or it does not let the page play it. */
export type SoundProblem = 'missing' | 'refused';

// As quick as the ear takes for a change, and without the crack of a jump.
const smooth = 0.015;
// A tone that is not followed any more ends by itself: the page may have no more frames.
const hold = 0.25;
const clickSeconds = 0.03;
const clickHertz = 2000;

/** A tone, silent until it is told what to play. */
export class Sound {
  private readonly out: GainNode;
  private voice: { tone: OscillatorNode; gain: GainNode } | null = null;
  private others: OscillatorNode[] = [];

  private constructor(private readonly context: AudioContext) {
    this.out = context.createGain();
    this.out.connect(context.destination);
  }

  /** A sound, or why there is none. */
  static async open(): Promise<Sound | SoundProblem> {
    if (typeof AudioContext === 'undefined') return 'missing';
    let context: AudioContext;
    try {
      context = new AudioContext();
    } catch {
      return 'refused';
    }
    try {
      await context.resume();
      return new Sound(context);
    } catch {
      void context.close();
      return 'refused';
    }
  }

  /** How loud, from 0 to 1; its square is the amplitude, as the ear hears it. */
  setVolume(volume: number): void {
    this.out.gain.setTargetAtTime(volume ** 2, this.context.currentTime, smooth);
  }

  /** Goes on, or begins, at this pitch; without another call it ends after a quarter of a second. */
  follow(hertz: number): void {
    const { currentTime: now } = this.context;
    if (!this.voice) {
      this.voice = this.begin([0, 0]);
      this.voice.tone.frequency.setValueAtTime(hertz, now);
    }
    const { tone, gain } = this.voice;
    tone.frequency.setTargetAtTime(hertz, now, smooth);
    gain.gain.cancelScheduledValues(now);
    gain.gain.setTargetAtTime(1, now, smooth);
    gain.gain.setTargetAtTime(0, now + hold, smooth);
  }

  /** Plays a glide instead of all that plays; calls back when it is over, but not when it is stopped. */
  glide({ pitches, seconds, pans = [0, 0], clicks = [] }: Glide, onEnd: () => void): void {
    this.stop();
    const start = this.context.currentTime;
    const voice = this.begin(pans, seconds);
    this.voice = voice;
    const step = seconds / Math.max(1, pitches.length - 1);
    voice.tone.frequency.setValueAtTime(pitches[0]!, start);
    for (let i = 1; i < pitches.length; i++) {
      voice.tone.frequency.linearRampToValueAtTime(pitches[i]!, start + i * step);
    }
    voice.gain.gain.setTargetAtTime(1, start, smooth);
    voice.gain.gain.setTargetAtTime(0, start + seconds - 4 * smooth, smooth);
    for (const share of clicks) this.click(start + share * seconds);
    voice.tone.onended = () => {
      if (this.voice !== voice) return;
      this.voice = null;
      onEnd();
    };
    voice.tone.stop(start + seconds);
  }

  /** Silence, at once. */
  stop(): void {
    const { voice, others } = this;
    this.voice = null;
    this.others = [];
    if (voice) {
      const now = this.context.currentTime;
      voice.gain.gain.cancelScheduledValues(now);
      voice.gain.gain.setTargetAtTime(0, now, smooth);
      voice.tone.stop(now + 6 * smooth);
    }
    for (const click of others) click.disconnect();
  }

  /** Gives everything back. */
  close(): void {
    this.stop();
    void this.context.close();
  }

  private begin([from, to]: readonly [number, number], seconds = 0) {
    const { context } = this;
    const { currentTime: now } = context;
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.type = 'triangle';
    gain.gain.setValueAtTime(0, now);
    tone.connect(gain);
    // Where there is no panner, everything is in the middle.
    if (typeof context.createStereoPanner === 'function') {
      const panner = context.createStereoPanner();
      panner.pan.setValueAtTime(from, now);
      if (to !== from) panner.pan.linearRampToValueAtTime(to, now + seconds);
      gain.connect(panner).connect(this.out);
    } else gain.connect(this.out);
    tone.start(now);
    return { tone, gain };
  }

  private click(time: number): void {
    const tone = this.context.createOscillator();
    const gain = this.context.createGain();
    tone.type = 'square';
    tone.frequency.setValueAtTime(clickHertz, time);
    gain.gain.setValueAtTime(0.6, time);
    gain.gain.linearRampToValueAtTime(0, time + clickSeconds);
    tone.connect(gain).connect(this.out);
    tone.start(time);
    tone.stop(time + clickSeconds);
    this.others.push(tone);
  }
}
