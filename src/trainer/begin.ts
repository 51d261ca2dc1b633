// The beginning of a run: settings, model and data, with all their memory in one place.
import { Arena, Sequential, createRng, inArena, mixSeeds, type Parameter } from '../engine';
import { architectureOf, type Architecture, type Reshape } from './architecture';
import { buildModel } from './build-model';
import { takePrepared } from './data';
import { Logbook } from './logbook';
import type { TrainerOptions } from './options';
import { RecordedRun } from './recorded-run';
import { keep, reshape } from './reshape';
import { resolveSettings } from './settings';

/**
 * Makes the run that these options describe, before its first step.
 *
 * @param drawAgain whether a model that is given gets other weights
 * @throws PancakeError if an option makes no sense
 */
export function begin(
  options: TrainerOptions,
  { drawAgain = false, logbook = new Logbook() } = {},
): RecordedRun {
  const { model: given, seed = 0 } = options;
  const arena = given instanceof Sequential ? given.arena : new Arena();
  return inArena(arena, () => {
    const settings = resolveSettings({ ...options }, takePrepared(options));
    const model = buildModel(options, settings);
    if (drawAgain) model.initialize(createRng(seed));
    const initial = model.parameters().map(({ value }) => value.data.slice());
    return new RecordedRun(model, settings, seed, initial, logbook);
  });
}

/**
 * Makes the run that goes on where this one is, with a model of another shape. The parameters of
 * what did not change are kept, those to start over from as well. The optimizer begins anew.
 *
 * @throws PancakeError if the change makes no sense for this model
 */
export function beginReshaped(
  from: RecordedRun,
  architecture: Architecture,
  change: Reshape,
): RecordedRun {
  const { run, initial, logbook } = from;
  const { options, train, test } = run.settings;
  const { seed = 0 } = options;
  return inArena(new Arena(), () => {
    const rng = createRng(mixSeeds(seed, 3, run.step));
    const { model, kept } = reshape(run.model, architecture, change, rng);
    const settings = resolveSettings({ ...options, ...describe(options, model) }, { train, test });
    const begun = model.parameters().map(({ value }) => value.data.slice());
    const oldNames = run.parameters.map(({ name }) => name);
    const newNames = model.parameters().map(({ name }) => name);
    keep(
      kept,
      (name) => initial[oldNames.indexOf(name)]!,
      (name) => begun[newNames.indexOf(name)]!,
    );
    const values = (parameters: readonly Parameter[]) => (name: string) =>
      parameters.find((parameter) => parameter.name === name)!.value.data;
    keep(kept, values(run.parameters), values(model.parameters()));
    const start = { epoch: run.epoch, step: run.step };
    const reshaped = new RecordedRun(model, settings, seed, begun, logbook, start);
    reshaped.reshapedBy = change;
    return reshaped;
  });
}

// The options that make a model of this shape: by its sizes if that is how it was given.
function describe(options: TrainerOptions, model: Sequential): Partial<TrainerOptions> {
  const architecture = architectureOf(model)!;
  const { features, inputs, hidden, outputs } = architecture;
  const activations = hidden.map(({ activation }) => activation).filter((name) => name !== null);
  const dropout = hidden[0]?.dropout ?? options.dropout ?? 0;
  const isUniform =
    activations.length === hidden.length && hidden.every((layer) => layer.dropout === dropout);
  const givenBySizes =
    !(options.model instanceof Sequential) && typeof options.model !== 'function';
  if (!givenBySizes || !isUniform) return { model };
  return {
    model: [inputs, ...hidden.map(({ units }) => units), outputs],
    activation: activations,
    features: features ?? undefined,
    dropout,
  };
}
