// Types of the hooks, compiled by `npm run typecheck`. A public hook that is not among them does not compile.
import * as all from 'react-pancake';
import { expectTypeOf } from 'vitest';

type HookName = Extract<keyof typeof all, `use${string}`>;

declare const trainer: all.Trainer;

export const uses: Record<HookName, () => void> = {
  useTrainer: () => {
    expectTypeOf(all.useTrainer({ data: 'xor', stopWhen: { loss: 0.1 } })).toEqualTypeOf(trainer);
    all.useTrainer({
      seed: 1,
      // @ts-expect-error no such optimizer
      optimizer: 'AdamX',
    });
    all.useTrainer({
      model: [2, 4, 1],
      // @ts-expect-error no such option
      learningrate: 0.1,
    });
  },
  useTrainerValue: () => {
    expectTypeOf(all.useTrainerValue(({ loss }) => loss)).toEqualTypeOf<number>();
    expectTypeOf(
      all.useTrainerValue((_, run) => run.getSnapshot(), trainer),
    ).toEqualTypeOf<all.Snapshot>();
    // @ts-expect-error a snapshot has no `lose`
    all.useTrainerValue(({ lose }) => Boolean(lose));
  },
  useTrainerFrame: () => {
    expectTypeOf(all.useTrainerFrame).returns.toBeVoid();
    all.useTrainerFrame((run, time) => {
      expectTypeOf(run).toEqualTypeOf(trainer);
      expectTypeOf(time).toBeNumber();
    });
    // @ts-expect-error it is called with the trainer and the time
    all.useTrainerFrame((run: string) => void run);
  },
  useFindings: () => {
    expectTypeOf(all.useFindings(trainer)).toEqualTypeOf<readonly all.Finding[]>();
    // @ts-expect-error of a trainer
    all.useFindings('trainer');
  },
  useNumbers: () => {
    expectTypeOf(all.useNumbers().formatNumber(0.5)).toBeString();
    // @ts-expect-error the language in force decides
    all.useNumbers('de');
  },
  useRunLink: () => {
    expectTypeOf(all.useRunLink(trainer, { linkKey: 'run', keepLink: true })).toEqualTypeOf<
      string | null
    >();
    // @ts-expect-error of a trainer
    all.useRunLink('run');
  },
  useSelection: () => {
    const [selection, select] = all.useSelection(trainer);
    expectTypeOf(selection).toEqualTypeOf<all.Selection>();
    select({ neuron: null });
    // @ts-expect-error nothing of that name can be selected
    select({ layer: 1 });
  },
};
