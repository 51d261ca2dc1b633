// A file as a model, whatever it is called: ONNX, or what toJSON gave.
import { fromJSON, PancakeError, Sequential, Sigmoid, type Layer } from '../../engine';
import { Later } from '../../hooks';
import type { Trainer } from '../../trainer';

/** What reads ONNX files: loaded with the first of them. */
export const onnxFiles = new Later(() => import('../../engine/onnx'));

/** The most bytes that are read: more than any model that a page trains. */
export const mostBytes = 16 * 2 ** 20;

/** Why no model comes out of a file: one of the reasons that labels tell, or a message of the engine. */
export class Refused extends Error {
  constructor(readonly reason: 'tooLarge' | 'notLoaded' | 'unreadable' | { message: string }) {
    super(typeof reason === 'string' ? reason : reason.message);
  }
}

/** @throws Refused if there is no model in the file */
export async function readModel(file: File): Promise<Sequential> {
  // Asked before it is read, since reading it is what a page cannot bear.
  if (file.size > mostBytes) throw new Refused('tooLarge');
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Refused('unreadable');
  });
  if (isJSON(bytes)) return refusing(() => fromJSON(new TextDecoder().decode(bytes)));
  const { fromONNX } = await onnxFiles.load().catch(() => {
    throw new Refused('notLoaded');
  });
  return refusing(() => fromONNX(bytes));
}

/** What `compute` gives; a message of the engine becomes a reason. */
export function refusing<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof PancakeError) throw new Refused({ message: error.message });
    throw error;
  }
}

// The first byte that is no blank: no ONNX file begins with a brace.
function isJSON(bytes: ArrayBuffer): boolean {
  const first = new Uint8Array(bytes).find((byte) => byte > 32);
  return first === 0x7b;
}

/**
 * Has a run begin with a model. Of two classes a model gives a probability or, without a sigmoid at its
 * end, a logit, and the loss goes along with it.
 *
 * @returns the loss that was put in place of another, or null
 * @throws Refused if the model does not fit the data; then nothing is changed
 */
export function giveModel(trainer: Trainer, model: Sequential): string | null {
  const { type } = trainer.loss;
  const isProbability = lastOf(model) instanceof Sigmoid;
  const other =
    trainer.data.task === 'binary' && type === 'BinaryCrossEntropy' && !isProbability
      ? 'BinaryCrossEntropyWithLogits'
      : type === 'BinaryCrossEntropyWithLogits' && isProbability
        ? 'BinaryCrossEntropy'
        : null;
  refusing(() => trainer.set(other ? { model, loss: other } : { model }));
  return other;
}

function lastOf(layer: Layer): Layer {
  const last = layer instanceof Sequential ? layer.layers.at(-1) : undefined;
  return last ? lastOf(last) : layer;
}
