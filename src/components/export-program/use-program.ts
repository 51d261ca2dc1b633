// The program of a run, written again when the run is another, and not while it trains.
import { useDeferredValue, useEffect, useMemo } from 'react';
import { PancakeError, toNumPy, toPyTorch } from '../../engine';
import { Later, useLaterState, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import type { ProgramFormat, ProgramWeights } from './props';

/** A program or a file, or why there is none. */
export type Program =
  | {
      text: string;
      lines: number;
      epoch: number;
      model: string;
      /** Of a file in ONNX, of which the text is an outline. */
      file?: { bytes: Uint8Array<ArrayBuffer>; nodes: number };
      problem: null;
    }
  | { text: null; problem: string; isWaiting?: true };

const writers = { pytorch: toPyTorch, numpy: toNumPy } as const;

/** What writes ONNX files: loaded when a reader asks for one. */
export const onnxFiles = new Later(() => import('../../engine/onnx'));
type Onnx = Awaited<ReturnType<typeof onnxFiles.load>>;

/**
 * The program of a run as it is now. With the weights of this moment it is written again whenever the
 * run comes to rest, since nobody could read one that changes in each frame.
 */
export function useProgram(
  trainer: Trainer,
  format: ProgramFormat,
  weights: ProgramWeights,
  epochs: number | undefined,
): Program {
  const what = useTrainerValue(weights === 'now' ? whatNow : whatInitial, trainer);
  // A weight that is dragged makes a program a frame: those that nobody could read may be left out.
  const written = useDeferredValue(what);
  const onnx = useOnnx(format === 'onnx');
  return useMemo(
    () => write(trainer, format, weights, epochs, onnx),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what the program depends on in the run
    [trainer, format, weights, epochs, written, onnx],
  );
}

type Loaded = Onnx | 'loading' | 'notLoaded';

function useOnnx(isWanted: boolean): Loaded {
  const { part, error } = useLaterState(onnxFiles);
  useEffect(() => {
    if (isWanted) onnxFiles.load().catch(inState);
  }, [isWanted]);
  return part ?? (error ? 'notLoaded' : 'loading');
}

// Why it did not come is in the state, for whoever looks.
const inState = () => {};

function write(
  trainer: Trainer,
  format: ProgramFormat,
  weights: ProgramWeights,
  epochs: number | undefined,
  onnx: Loaded,
): Program {
  try {
    const currentWeights = weights === 'now';
    const about = {
      epoch: currentWeights ? trainer.now.epoch : 0,
      model: trainer.model.describe(),
      problem: null,
    };
    if (format === 'onnx') {
      if (onnx === 'loading') return { text: null, problem: '', isWaiting: true };
      if (onnx === 'notLoaded') return { text: null, problem: onnx };
      const bytes = onnx.toONNX(trainer, { currentWeights });
      const { text, nodes } = onnx.outlineOf(bytes);
      return { text, lines: linesOf(text), file: { bytes, nodes }, ...about };
    }
    const text = writers[format](trainer, { currentWeights, ...(epochs && { epochs }) });
    return { text, lines: linesOf(text), ...about };
  } catch (error) {
    if (error instanceof PancakeError) return { text: null, problem: error.message };
    throw error;
  }
}

const linesOf = (text: string) => text.trimEnd().split('\n').length;

// Everything that the program of a run depends on, apart from how far it has trained.
function whatInitial(_: Snapshot, trainer: Trainer) {
  const { model, data, options, progress, weightsVersion } = trainer;
  return {
    ...options,
    speed: null,
    stopWhen: null,
    autoplay: null,
    builtModel: model,
    points: data,
    // Weights set by hand before the first step belong to the beginning.
    beginning: progress === 0 ? weightsVersion : null,
  };
}

function whatNow(snapshot: Snapshot, trainer: Trainer) {
  const { status } = snapshot;
  return {
    ...whatInitial(snapshot, trainer),
    beginning: null,
    rests: status === 'running' ? null : trainer.weightsVersion,
  };
}
